// Runs axe-core over an open page in the given modes. Its rules for WCAG 2.0 to 2.2 A and AA and its best practices must find
// nothing, and no contrast may be left unmeasured. On a phone in light every rule is asked of everything. Other widths change no
// colours and other looks nothing else, so there the rules are split, and those about colours are asked of one text of each kind:
// measuring a text takes axe several milliseconds, and a list has hundreds that differ in nothing but their words.
import axe from "axe-core/axe.min.js";
import { show } from "./modes.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const EVERYTHING = { runOnly: { type: "tag", values: TAGS } };
const STRUCTURE = { ...EVERYTHING, rules: { "color-contrast": { enabled: false } } };
const COLOURS = { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } };

/**
 * What axe gives up on, by its word for the reason, with ours for measuring there by hand against the nearest paper that is not
 * transparent. Outside of drawings a text over which something lies is not among them.
 */
const BY_HAND = {
  pseudoContent: "a thread on a cover or a knot on a line is drawn beside a text and never below it",
  elmPartiallyObscuring: "a word of two lines in a flexible box takes more than the box has for axe",
  elmPartiallyObscured: "a table is wider than the scroller in which it stands",
  imgNode: "axe takes a drawing for a picture behind its own labels",
  "bgOverlap in a drawing": "its boxes are higher than its letters; whether a label is covered is measured in drawings.mjs",
  shortTextContent: "a figure of one digit is a label like any other",
};

/** How often axe was run so far. */
export const counted = { runs: 0 };

/** The violations in the given modes as sentences. The same one in a later mode is not said again. */
export async function axeProblems(page, modes) {
  const said = new Map();
  await page.evaluate(axe.source);
  await page.evaluate(() => { document.activeElement.blur(); scrollTo(0, 0); });
  for (const mode of modes) {
    await show(page, mode);
    for (const options of runsFor(mode)) {
      counted.runs += 1;
      for (const { key, text } of await page.evaluate(judge, { options, byHand: Object.keys(BY_HAND) })) {
        if (said.has(key)) said.get(key).modes.push(mode.name);
        else said.set(key, { modes: [mode.name], text });
      }
    }
  }
  return [...said.values()].map(({ modes: seen, text }) => `${text} Seen in: ${seen.join(", ")}.`);
}

/** What is asked in a mode, as options of one run or of two. */
function runsFor({ width, look }) {
  if (look !== "light") return [COLOURS];
  if (width === 390) return [EVERYTHING];
  return width === 1280 ? [STRUCTURE, COLOURS] : [STRUCTURE];
}

// Runs in the page, where axe was put before.
async function judge({ options, byHand }) {
  const scope = options.runOnly.type === "rule" ? { include: oneOfEachKind() } : document;
  const { violations, incomplete } = await window.axe.run(scope, { ...options, resultTypes: ["violations", "incomplete"], preload: false, iframes: false });
  const wrong = violations.flatMap((rule) => rule.nodes.slice(0, 3).map((node) => ({
    key: `${rule.id} ${node.target.join(" ")}`,
    text: `${rule.id} at ${node.target.join(" ")} (${rule.nodes.length} on the page): ${said(node)}`,
  })));
  const unmeasured = incomplete.filter((rule) => rule.id === "color-contrast").flatMap((rule) => rule.nodes).map((node) => ({ node, why: reason(node) }))
    .filter(({ node, why }) => !byHand.includes(why) || measured(node) < 4.5);
  return wrong.concat(unmeasured.slice(0, 4).map(({ node, why }) => ({
    key: `unmeasured ${node.target.join(" ")}`,
    text: `The contrast of ${node.target.join(" ")} was not measured (${why}), by hand it is ${measured(node).toFixed(1)}: ${said(node)}`,
  })));

  // Two texts are of one kind when they have the same colour on the same paper, the same weight, element and class.
  function oneOfEachKind() {
    const kinds = new Map();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const element = text.parentElement;
      if (text.data.trim() === "" || element.closest("script") || !element.checkVisibility()) continue;
      const { color, fill, fontWeight } = getComputedStyle(element);
      const kind = [color, fill, paperOf(element), fontWeight, element.tagName, element.getAttribute("class"), element.closest("header, footer, nav, aside, main")?.tagName].join(" | ");
      if (!kinds.has(kind)) kinds.set(kind, element);
    }
    return [...kinds.values()];
  }
  function paperOf(element) {
    let paper = element;
    while (paper && /^rgba\(.*, 0\)$/.test(getComputedStyle(paper).backgroundColor)) paper = paper.parentElement;
    return paper ? getComputedStyle(paper).backgroundColor : "rgb(255, 255, 255)";
  }
  function said(node) {
    return node.failureSummary.replace(/\s*\n\s*/g, " ").replace(/^Fix (any|all) of the following: /, "");
  }
  function reason(node) {
    const said = node.any.map((check) => check.data?.messageKey).find(Boolean) ?? "no reason given";
    return said === "bgOverlap" && document.querySelector(node.target.join(" ")).closest("svg") ? "bgOverlap in a drawing" : said;
  }
  function measured(node) {
    const element = document.querySelector(node.target.join(" "));
    const { color, fill } = getComputedStyle(element);
    const [light, dark] = [element.closest("svg") ? fill : color, paperOf(element)].map(luminance).sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  }
  function luminance(colour) {
    const [red, green, blue] = colour.match(/[\d.]+/g).map(Number).map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
}
