// How the mark of focus looks, on every stop of a page: an outline of at least 3 px that stands out from the paper with 3:1, and
// a ring inside or around it, in every look. Forced colours take every shadow away, and with it the ring; the outline remains.
import { FOCUS_LOOKS, show } from "./modes.mjs";

/** Marks that are missing, thin or pale, as sentences. The page is left with the focus on its last stop. */
export async function focusProblems(page) {
  const problems = new Map();
  for (const mode of FOCUS_LOOKS) {
    await show(page, mode);
    // A script's focus counts as a keyboard's once a key has moved it.
    await page.keyboard.press("Tab");
    for (const problem of await page.evaluate(marks, { ringed: !mode.look.startsWith("forced") })) {
      problems.set(problem, [...(problems.get(problem) ?? []), mode.name]);
    }
  }
  return [...problems].map(([problem, modes]) => `${problem} Seen in: ${modes.join(", ")}.`);
}

// Runs in the page.
function marks({ ringed }) {
  const selector = "a[href], button:not([disabled]), input:not([disabled]):not([type=hidden]), select, summary, [tabindex='0']";
  const stops = [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility({ visibilityProperty: true }));
  const found = new Map();
  for (const element of stops) {
    element.focus({ preventScroll: true });
    const style = getComputedStyle(element);
    const wrong = judge(style);
    if (wrong && !found.has(wrong)) found.set(wrong, `“${(element.textContent.trim() || element.tagName).replace(/\s+/g, " ").slice(0, 24)}”`);
  }
  return [...found].map(([wrong, name]) => `${name} ${wrong}`);

  function judge(style) {
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 3) return `has an outline of ${style.outlineStyle} ${style.outlineWidth}.`;
    const paper = [document.body, document.documentElement].map((each) => getComputedStyle(each).backgroundColor).find((colour) => !/^rgba\(.*, 0\)$/.test(colour));
    const ratio = contrast(style.outlineColor, paper ?? "rgb(255, 255, 255)");
    if (ratio < 3) return `has an outline of ${ratio.toFixed(1)}:1 against the paper.`;
    return ringed && style.boxShadow === "none" ? "has no ring." : null;
  }
  function contrast(one, other) {
    const [light, dark] = [one, other].map(luminance).sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  }
  function luminance(colour) {
    const [red, green, blue] = colour.match(/[\d.]+/g).map(Number).map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
}
