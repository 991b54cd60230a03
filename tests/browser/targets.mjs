// The size of targets for a pointer: 44 px for what is used most (header, buttons, fields, letters of the glossary, pages of a
// list), and for everything else at least WCAG 2.5.8: 24 px, or a 24 px circle that meets no other target.
import { show } from "./modes.mjs";

/** What must be 44 px in both directions. A tick box is as large as its label. */
const LARGE = ".masthead a, main button, main input:not([type=checkbox], [type=hidden]), .kinds label, .jump a, .letters a, .paging a, .choice a";

/** Targets that are too small in one mode, as sentences. Links within a sentence are excused from the floor. */
export async function targetProblems(page, mode) {
  await show(page, mode);
  return page.evaluate((large) => {
    const shown = (selector) => [...document.querySelectorAll(selector)]
      .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.closest(".skip, .visually-hidden"))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0);
    const problems = shown(large).filter(({ box }) => box.width < 43.5 || box.height < 43.5)
      .map(({ element, box }) => `The target ${named(element)} is ${size(box)} px and not 44×44.`);
    const targets = shown("a[href], button, input:not([type=hidden]), select, summary").filter(({ element }) => !inSentence(element));
    const small = targets.filter(({ box }) => box.width < 24 || box.height < 24);
    for (const { element, box } of small) {
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      const meets = targets.find((other) => other.element !== element && (distance(x, y, other.box) < 12 ||
        (small.includes(other) && Math.hypot((other.box.left + other.box.right) / 2 - x, (other.box.top + other.box.bottom) / 2 - y) < 24)));
      if (meets) problems.push(`The target ${named(element)} is ${size(box)} px, too near to ${named(meets.element)}.`);
    }
    return problems;

    function size({ width, height }) {
      return `${Math.round(width)}×${Math.round(height)}`;
    }
    function named(element) {
      return `“${(element.textContent.trim() || element.value || element.tagName.toLowerCase()).replace(/\s+/g, " ").slice(0, 24)}”`;
    }
    function distance(x, y, box) {
      return Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
    }
    // A link is part of a sentence when text stands beside it in its own block.
    function inSentence(element) {
      if (element.tagName !== "A" || !getComputedStyle(element).display.startsWith("inline")) return false;
      let block = element.parentElement;
      while (getComputedStyle(block).display === "inline") block = block.parentElement;
      const links = [...block.querySelectorAll("a")].reduce((sum, link) => sum + link.textContent.trim().length, 0);
      return block.textContent.replace(/\s+/g, "").length > links + 2;
    }
  }, LARGE);
}
