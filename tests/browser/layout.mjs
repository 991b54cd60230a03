// Nothing may need sideways scrolling, be cut off or be too small to read, at any width and with the text spacing that WCAG
// 1.4.12 lets a reader set. Only a scroller that has a name and takes the focus may hold something wider than the screen.
// What stands inside a drawing is judged in drawings.mjs. A page in English is tried in a wide and in a narrow Latin font; where
// Japanese leads, its own font has the Latin letters too.
import { drawingProblems } from "./drawings.mjs";
import { inNarrowLatin } from "./fonts.mjs";
import { HEIGHTS, show } from "./modes.mjs";

// A constructed stylesheet is not bound by the page's content security policy, so the page is tested as it is served.
const SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-block-end: 2em !important; }";

/** Sideways scrolling, cut texts and small print of an open page at every width, as sentences. */
export async function layoutProblems(page) {
  const problems = new Map();
  const add = (found, where) => found.forEach((problem) => problems.set(problem, [...(problems.get(problem) ?? []), where]));
  await atEveryWidth(page, [overflow, smallPrint, slips], add);
  const isLatin = await page.evaluate(() => !document.documentElement.lang.startsWith("ja"));
  if (isLatin) await inNarrowLatin(page, () => atEveryWidth(page, [overflow], (found, where) => add(found, `${where} in a narrow font`)));
  return [...problems].map(([problem, widths]) => `${problem} Seen at: ${widths.join(", ")}.`);
}

async function atEveryWidth(page, looks, add) {
  for (const width of Object.keys(HEIGHTS).map(Number)) {
    await show(page, { width, media: {} });
    for (const look of looks) add(await page.evaluate(look), `${width} px`);
    add(await drawingProblems(page), `${width} px`);
  }
  await show(page, { width: 320, media: {} });
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }, SPACING);
  add(await page.evaluate(overflow), "320 px with text spacing");
  await page.evaluate(() => { document.adoptedStyleSheets.pop(); });
}

// Runs in the page.
function overflow() {
  const problems = [];
  const width = document.documentElement.clientWidth;
  const scrolls = document.documentElement.scrollWidth;
  if (scrolls > width) problems.push(`The page is ${scrolls} px wide.`);
  const excused = ".scroll[tabindex='0'] *, .visually-hidden, .visually-hidden *, .skip, svg *";
  const outside = [];
  for (const element of document.querySelectorAll("body *")) {
    if (element.matches(excused) || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (box.width > 0 && (box.right > width + 1 || box.left < -1)) outside.push(element);
    if (element.textContent.trim() === "" || (box.width <= 1 && box.height <= 1)) continue;
    const cut = (way, inner, outer) => ["hidden", "clip"].includes(way) && inner > outer + 1;
    if (cut(style.overflowX, element.scrollWidth, element.clientWidth)) problems.push(`${named(element)} cuts ${element.scrollWidth - element.clientWidth} px of its text off sideways.`);
    if (cut(style.overflowY, element.scrollHeight, element.clientHeight)) problems.push(`${named(element)} cuts ${element.scrollHeight - element.clientHeight} px of its text off below.`);
  }
  const innermost = outside.filter((element) => !outside.some((other) => other !== element && element.contains(other)));
  for (const element of innermost.slice(0, 3)) problems.push(`${named(element)} reaches to ${Math.round(element.getBoundingClientRect().right)} px.`);
  for (const scroller of document.querySelectorAll(".scroll")) {
    if (!scroller.checkVisibility() || scroller.scrollWidth <= scroller.clientWidth + 1) continue;
    if (scroller.tabIndex !== 0) problems.push(`${named(scroller)} scrolls but does not take the focus.`);
    if (!scroller.ariaLabel && !scroller.getAttribute("aria-labelledby")) problems.push(`${named(scroller)} scrolls but has no name.`);
  }
  return problems;

  function named(element) {
    const text = element.textContent.trim().replace(/\s+/g, " ").slice(0, 24);
    const name = typeof element.className === "string" ? element.className.trim().split(/\s+/).filter(Boolean).map((each) => `.${each}`).join("") : "";
    return `${element.tagName.toLowerCase()}${name}${text ? ` “${text}”` : ""}`;
  }
}

// Runs in the page. 14 px is the smallest size of the design for text; ruby and notes are small by their nature.
function smallPrint() {
  const small = new Map();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const parent = text.parentElement;
    if (text.data.trim() === "" || parent.closest("rt, rp, script, sup, sub, svg") || !parent.checkVisibility()) continue;
    const size = parseFloat(getComputedStyle(parent).fontSize);
    if (size < 13.9) small.set(`${parent.tagName.toLowerCase()} is ${size.toFixed(1)} px high`, text.data.trim().slice(0, 20));
  }
  return [...small].slice(0, 4).map(([what, where]) => `${what}: “${where}”.`);
}

// Runs in the page. A title slip lies on its cover, or it covers the text beside it.
function slips() {
  return [...document.querySelectorAll(".cover > .slip")].filter((slip) => slip.checkVisibility() && slip.getBoundingClientRect().right > slip.parentElement.getBoundingClientRect().right)
    .map((slip) => `The slip “${slip.textContent.trim()}” reaches over the edge of its cover.`);
}
