// Walks a page with the Tab key alone: the skip link first, every stop in the order of the document, in view, uncovered and with a
// visible mark of focus; from the end backwards as well. Long lists are walked at both ends, where what covers them would be, and
// one long page in each language from its first stop to its last. How a mark looks is measured in focus.mjs.
import { show } from "./modes.mjs";

/** How far a page is walked forward and, where that is not all of it, from its end backward. */
const FORWARD = 30;
const BACKWARD = 10;

/** What goes wrong on the walk in one mode, as sentences. The page must be freshly opened; it is left scrolled and focused somewhere. */
export async function keyboardProblems(page, mode) {
  await show(page, mode);
  const stops = await page.evaluate(remember);
  const problems = await walk(page, { key: "Tab", step: 1, steps: Math.min(stops, FORWARD) });
  if (stops > FORWARD) {
    // Shift+Tab from the first stop would lead to the browser's own controls; the last link is where a walk from the end begins.
    await page.evaluate(() => { window.walk.list.at(-1).focus(); window.walk.last = window.walk.list.length - 1; });
    problems.push(...(await walk(page, { key: "Shift+Tab", step: -1, steps: BACKWARD })));
  }
  return [...new Set(problems.concat(await skipLink(page)))];
}

/** Every stop of a page from the first to the last; answers sentences and how many stops there were. */
export async function wholeWalk(page, mode) {
  await show(page, mode);
  const stops = await page.evaluate(remember);
  const problems = await walk(page, { key: "Tab", step: 1, steps: stops });
  return { stops, problems: [...new Set(problems)] };
}

async function walk(page, { key, step, steps }) {
  const problems = [];
  for (let at = 0; at < steps; at += 1) {
    await page.keyboard.press(key);
    problems.push(...(await page.evaluate(stop, step)));
  }
  return problems;
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

// Runs in the page after a key: where the focus is now, and whether it can be seen there.
function stop(way) {
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
  if (look(element) === before.get(element)) problems.push(`${name} shows no focus.`);
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
}
