// Nothing may need sideways scrolling, be cut off or be too small to read, at any width and with the text spacing that WCAG
// 1.4.12 lets a reader set. Only a scroller that has a name and takes the focus may hold something wider than the screen.
import { HEIGHTS, show } from "./modes.mjs";

// A constructed stylesheet is not bound by the page's content security policy, so the page is tested as it is served.
const SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-block-end: 2em !important; }";

/** Sideways scrolling, cut texts and small print of an open page at every width, as sentences. */
export async function layoutProblems(page) {
  const problems = [];
  for (const width of Object.keys(HEIGHTS).map(Number)) {
    await show(page, { width, media: {} });
    problems.push(...(await overflow(page)).map((problem) => `At ${width} px ${problem}`));
    problems.push(...(await smallPrint(page)).map((problem) => `At ${width} px ${problem}`));
  }
  await show(page, { width: 320, media: {} });
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, SPACING);
  problems.push(...(await overflow(page)).map((problem) => `At 320 px with text spacing ${problem}`));
  await page.evaluate(() => { document.adoptedStyleSheets = []; });
  return [...new Set(problems)];
}

function overflow(page) {
  return page.evaluate(() => {
    const problems = [];
    const width = document.documentElement.clientWidth;
    const scrolls = document.documentElement.scrollWidth;
    if (scrolls > width) problems.push(`the page is ${scrolls} px wide.`);
    const excused = ".scroll[tabindex='0'] *, .visually-hidden, .visually-hidden *, .skip, svg *, head, head *";
    const outside = [];
    for (const element of document.querySelectorAll("body *")) {
      if (element.matches(excused) || !element.checkVisibility()) continue;
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      if (box.width > 0 && (box.right > width + 1 || box.left < -1)) outside.push(element);
      // The breadcrumbs of a phone end in an ellipsis on purpose: the whole name is the heading of the page they lead to.
      if (element.matches(".crumbs a") && style.textOverflow === "ellipsis") continue;
      const cut = ["hidden", "clip"].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
      if (cut && element.textContent.trim() !== "") problems.push(`${named(element)} cuts its text off.`);
    }
    const innermost = outside.filter((element) => !outside.some((other) => other !== element && element.contains(other)));
    for (const element of innermost.slice(0, 3)) {
      problems.push(`${named(element)} reaches to ${Math.round(element.getBoundingClientRect().right)} px.`);
    }
    for (const scroller of document.querySelectorAll(".scroll")) {
      if (!scroller.checkVisibility() || scroller.scrollWidth <= scroller.clientWidth + 1) continue;
      if (scroller.tabIndex !== 0) problems.push(`${named(scroller)} scrolls but does not take the focus.`);
      if (!scroller.ariaLabel && !scroller.getAttribute("aria-labelledby")) problems.push(`${named(scroller)} scrolls but has no name.`);
    }
    return problems;

    function named(element) {
      const text = element.textContent.trim().replace(/\s+/g, " ").slice(0, 24);
      return `${element.tagName.toLowerCase()}${element.className && typeof element.className === "string" ? `.${element.className.trim().split(/\s+/).join(".")}` : ""}${text ? ` “${text}”` : ""}`;
    }
  });
}

// 14 px is the smallest size of the design for text, 12 px the smallest for a label in a chart; ruby is small by its nature.
function smallPrint(page) {
  return page.evaluate(() => {
    const small = new Map();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const parent = text.parentElement;
      if (text.data.trim() === "" || parent.closest("rt, rp, script, sup, sub, title, desc") || !parent.checkVisibility()) continue;
      const svg = parent.closest("svg");
      const scale = svg && parent.getScreenCTM ? Math.abs(parent.getScreenCTM().a) : 1;
      const size = parseFloat(getComputedStyle(parent).fontSize) * scale;
      if (size < (svg ? 12 : 14) - 0.1) small.set(`${svg ? "a label of a chart" : parent.tagName.toLowerCase()} is ${size.toFixed(1)} px high`, text.data.trim().slice(0, 20));
      if (svg) {
        const [label, frame] = [parent.getBoundingClientRect(), svg.getBoundingClientRect()];
        if (label.left < frame.left - 1 || label.right > frame.right + 1) small.set("a label leaves its chart", text.data.trim().slice(0, 20));
      }
    }
    return [...small].slice(0, 4).map(([what, where]) => `${what}: “${where}”.`);
  });
}
