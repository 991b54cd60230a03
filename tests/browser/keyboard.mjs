// Walks a page with the Tab key alone: the skip link first, every stop in the order of the document, in view, uncovered and with a
// visible mark of focus; from the end backwards as well. Very long lists are walked at both ends, where what covers them would be.
// Also measures the size of targets for a pointer (WCAG 2.5.8).
import { show } from "./modes.mjs";

const FORWARD = 40;
const BACKWARD = 12;

/** What goes wrong on the walk in one mode, as sentences. The page must be freshly opened; it is left scrolled and focused somewhere. */
export async function keyboardProblems(page, mode) {
  await show(page, mode);
  const stops = await page.evaluate(remember);
  const problems = [];
  for (let at = 0; at < Math.min(stops, FORWARD); at += 1) {
    await page.keyboard.press("Tab");
    problems.push(...(await stop(page, 1)));
  }
  if (stops > FORWARD) {
    // Shift+Tab from the first stop would lead to the browser's own controls; the last link is where a walk from the end begins.
    await page.evaluate(() => { window.walk.list.at(-1).focus(); window.walk.last = window.walk.list.length - 1; });
    for (let at = 0; at < BACKWARD; at += 1) {
      await page.keyboard.press("Shift+Tab");
      problems.push(...(await stop(page, -1)));
    }
  }
  return [...new Set(problems.concat(await skipLink(page)))];
}

async function skipLink(page) {
  const found = await page.evaluate(() => {
    const [first] = window.walk.list;
    first.focus();
    return first.hash?.length > 1 && first.pathname === location.pathname && !first.closest("header") ? null : first.textContent.trim();
  });
  if (found !== null) return [`The first stop is not the skip link but “${found}”.`];
  await page.keyboard.press("Enter");
  const inMain = await page.evaluate(() => document.activeElement === document.querySelector("main"));
  if (!inMain) return ["The skip link does not move the focus to main."];
  await page.keyboard.press("Tab");
  const inside = await page.evaluate(() => {
    const main = document.querySelector("main");
    const next = window.walk.list.find((each) => main.contains(each)) ?? document.querySelector("body > footer a");
    history.replaceState(null, "", location.pathname);
    return document.activeElement === next;
  });
  return inside ? [] : ["After the skip link the next stop is not the first one in main."];
}

// Runs in the page: every stop in the order of the document, and how each looks while it has no focus.
function remember() {
  const selector = "a[href], button:not([disabled]), input:not([disabled]):not([type=hidden]), select, textarea, summary, [tabindex='0'], area[href]";
  const list = [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility({ visibilityProperty: true }));
  const look = (element) => {
    const style = getComputedStyle(element);
    return `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor} ${style.boxShadow}`;
  };
  window.walk = { list, last: -1, look, before: new Map(list.map((each) => [each, look(each)])) };
  return list.length;
}

function stop(page, step) {
  return page.evaluate((way) => {
    const { list, look, before } = window.walk;
    const element = document.activeElement;
    const at = list.indexOf(element);
    const name = `“${(element.textContent.trim() || element.getAttribute("aria-label") || element.tagName).replace(/\s+/g, " ").slice(0, 30)}”`;
    if (at < 0) {
      // Chromium stops at every scroller on its own; it must still be one that the page announces.
      return element === document.body ? ["The focus was lost to the page itself."] : [`${name} takes the focus unannounced.`];
    }
    const problems = [];
    if (at !== window.walk.last + way) problems.push(`${name} is stop ${at + 1} after stop ${window.walk.last + 1}.`);
    window.walk.last = at;
    const style = getComputedStyle(element);
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && !/rgba\(.*, 0\)|transparent/.test(style.outlineColor);
    if (look(element) === before.get(element) || (!outlined && style.boxShadow === "none")) problems.push(`${name} shows no focus.`);
    const boxes = [...element.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
    if (boxes.length === 0) return problems.concat(`${name} takes the focus but has no size.`);
    const seen = boxes.filter((box) => box.bottom > 1 && box.top < innerHeight - 1 && box.right > 1 && box.left < innerWidth - 1);
    if (seen.length === 0) return problems.concat(`${name} has the focus outside the screen.`);
    const uncovered = seen.some((box) => {
      const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
      const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
      const top = document.elementFromPoint(x, y);
      return top && (element.contains(top) || top.contains(element));
    });
    if (!uncovered) problems.push(`${name} is covered while it has the focus.`);
    return problems;
  }, step);
}

/** Targets under 24 px whose 24 px circle meets another target, as sentences. Links within a sentence are excused. */
export async function targetProblems(page, mode) {
  await show(page, mode);
  return page.evaluate(() => {
    const targets = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary")]
      .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.closest(".skip") && !inSentence(each))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0);
    const small = targets.filter(({ box }) => box.width < 24 || box.height < 24);
    const problems = [];
    for (const { element, box } of small) {
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      const meets = targets.find((other) => other.element !== element && (distance(x, y, other.box) < 12 ||
        (small.includes(other) && Math.hypot((other.box.left + other.box.right) / 2 - x, (other.box.top + other.box.bottom) / 2 - y) < 24)));
      if (meets) problems.push(`The target “${element.textContent.trim().slice(0, 24)}” is ${Math.round(box.width)}×${Math.round(box.height)} px, too near to “${meets.element.textContent.trim().slice(0, 24)}”.`);
    }
    return problems;

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
  });
}
