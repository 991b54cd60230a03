// Runs axe-core over an open page in the given modes. Its rules for WCAG 2.0 to 2.2 A and AA and its best practices must find
// nothing, and no contrast may be left unmeasured. Only colours differ between the looks of one width, so every rule is asked in
// light, and in the other looks the rules that look at colours.
import axe from "axe-core";
import { show } from "./modes.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const EVERYTHING = { runOnly: { type: "tag", values: TAGS } };
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
    counted.runs += 1;
    for (const { key, text } of await page.evaluate(judge, { options: mode.look === "light" ? EVERYTHING : COLOURS, byHand: Object.keys(BY_HAND) })) {
      if (said.has(key)) said.get(key).modes.push(mode.name);
      else said.set(key, { modes: [mode.name], text });
    }
  }
  return [...said.values()].map(({ modes: seen, text }) => `${text} Seen in: ${seen.join(", ")}.`);
}

// Runs in the page, where axe was put before.
async function judge({ options, byHand }) {
  const { violations, incomplete } = await window.axe.run(document, { ...options, resultTypes: ["violations", "incomplete"], preload: false, iframes: false });
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
    let paper = element;
    while (paper && /^rgba\(.*, 0\)$/.test(getComputedStyle(paper).backgroundColor)) paper = paper.parentElement;
    const back = paper ? getComputedStyle(paper).backgroundColor : "rgb(255, 255, 255)";
    const [light, dark] = [element.closest("svg") ? fill : color, back].map(luminance).sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  }
  function luminance(colour) {
    const [red, green, blue] = colour.match(/[\d.]+/g).map(Number).map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
}
