// How text is set, as the browser breaks it: dates in one piece, no line that begins with a mark that closes, headings that break
// only where the generator allows it. Quotations keep what their source has, and in running prose a date may end a line. The
// theme's own words, which stand in one file, have no typed space between Japanese and Latin.
import { readFileSync } from "node:fs";
import { show } from "./modes.mjs";

/** Typed spaces in the theme's own Japanese words, as sentences. A label and its figure are set apart by one; a sentence has no place for it. */
export function typedSpaceProblems() {
  const lines = readFileSync(new URL("../../themes/default/text/ja.yaml", import.meta.url), "utf8").split("\n");
  return lines.flatMap((line, at) => {
    const said = line.match(/^\s*\w+: "?(.*?)"?$/)?.[1] ?? "";
    const typed = said.match(/[ぁ-ヺ一-鿿々ー][ \u00a0][A-Za-z0-9{'].{0,8}|[A-Za-z0-9}'][ \u00a0][ぁ-ヺ一-鿿].{0,8}/);
    return typed && !/^\S+ (?:\{\w+\}|\d+)\S{0,6}$/.test(said) ? [`Line ${at + 1} of themes/default/text/ja.yaml has a typed space: “${typed[0]}”.`] : [];
  });
}

/** What is set wrongly on an open page, as sentences, on the two widths of phones. */
export async function typographyProblems(page, target) {
  const problems = new Map();
  for (const width of [320, 390]) {
    await show(page, { width, media: {} });
    for (const problem of await page.evaluate(judge, target.lang)) problems.set(problem, [...(problems.get(problem) ?? []), `${width} px`]);
  }
  return [...problems].map(([problem, widths]) => `${problem} Seen at: ${widths.join(", ")}.`);
}

// Runs in the page. A block is judged as one text, since a date or a heading may go through several elements.
function judge(lang) {
  const JAPANESE = /(?:明治|大正|昭和|平成|令和)(?:元|\d+)年(?:度)?(?:（\d{4}年(?:度)?）)?(?:\d+月(?:\d+日)?)?|\d{4}年(?:度|\d+月(?:\d+日)?)|\d+月\d+日/g;
  const MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
  const ENGLISH = new RegExp(`(?:\\d{1,2} )?\\b${MONTH}(?: \\d{1,2},)? \\d{4}|\\b\\d{1,2} ${MONTH}\\b|\\b${MONTH} \\d{1,2}\\b|\\bFY ?\\d{4}`, "g");
  const CLOSING = /[・、。，．」』）］｝〕〉》】！？ー々]/g;
  const QUOTED = "blockquote, .verbatim, q, .prose, .cite, .slip";
  const found = new Map();
  for (const { block, text, place } of blocks()) {
    const line = lineOf(text, place, getComputedStyle(block).writingMode.startsWith("vertical"));
    if (!block.closest(QUOTED) && !isProse(text)) {
      for (const { 0: date, index } of text.matchAll(lang === "ja" ? JAPANESE : ENGLISH)) {
        // A date inside a sentence or a name may end a line; one that the generator writes by itself may not.
        if (!place[index].node.parentElement.closest("time, .when") || place[index].node.parentElement.closest(QUOTED)) continue;
        // Beside the year in brackets a date may break, and where the generator put a place for it: nowhere else.
        const cut = [...date].some((_, at) => at > 0 && line(index + at) !== line(index + at - 1) && !place[index + at].afterBreak && date[at] !== "（" && date[at - 1] !== "）");
        if (cut) add("breaks the date", date, block);
      }
    }
    for (const { 0: mark, index } of text.matchAll(CLOSING)) {
      if (index > 0 && text[index - 1] !== "\n" && line(index) !== line(index - 1)) add("begins a line with", mark, block);
    }
    if (block.closest("h1")) {
      const free = (at) => at === 0 || at === text.length || /[・、。」』）】〉]/.test(text[at - 1]) || /[「『（【〈]/.test(text[at]) || /[\s\u200b]/.test(text[at]) || /[\s\u200b]/.test(text[at - 1]) || place[at].afterBreak;
      const size = parseFloat(getComputedStyle(block).fontSize);
      for (let at = 1; at < text.length; at += 1) {
        // Behind a comma or a bracket a line ends as it does in any text: no word is cut there.
        if (free(at) || line(at) === line(at - 1)) continue;
        let [from, to] = [at, at];
        while (!free(from)) from -= 1;
        while (!free(to)) to += 1;
        // A name that is longer than the line has to break somewhere.
        if ((to - from) * size < block.clientWidth) add("breaks at a place of its own:", `${text.slice(Math.max(0, at - 6), at)}|${text.slice(at, at + 6)}`, block);
      }
    }
  }
  return [...found.values()].slice(0, 8).map(({ what, first, many }) => `${what} ${first}${many > 1 ? ` (and ${many - 1} more)` : ""}.`);

  function add(what, which, block) {
    const [name, parent] = [block, block.parentElement].map((each) => [each.tagName.toLowerCase(), ...each.classList].join("."));
    const key = `${name} in ${parent} ${what}`;
    if (found.has(key)) found.get(key).many += 1;
    else found.set(key, { what: key, first: `“${which}” in “${block.textContent.trim().replace(/\s+/g, " ").slice(0, 30)}”`, many: 1 });
  }

  // Every text of the body by the block that it flows in, with the node, the offset and the break before each character.
  function blocks() {
    const all = new Map();
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    let afterBreak = false;
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      if (node.nodeType === Node.ELEMENT_NODE) {
        if (["WBR", "BR"].includes(node.tagName)) afterBreak = true;
        continue;
      }
      const parent = node.parentElement;
      if (parent.closest("script, svg, rt, rp, option, .visually-hidden, .skip") || !parent.checkVisibility()) continue;
      let block = parent;
      while (getComputedStyle(block).display === "inline") block = block.parentElement;
      if (!all.has(block)) all.set(block, { block, text: "", place: [] });
      const entry = all.get(block);
      for (let offset = 0; offset < node.data.length; offset += 1) {
        entry.text += node.data[offset];
        entry.place.push({ node, offset, afterBreak });
        afterBreak = false;
      }
    }
    return all.values();
  }
  // Two characters are on one line when the middles of their boxes are at about the same height.
  function lineOf(text, place, vertical) {
    const known = new Map();
    const lines = [];
    return (at) => {
      if (!known.has(at)) known.set(at, find(at));
      return known.get(at);
    };
    function find(at) {
      const range = document.createRange();
      range.setStart(place[at].node, place[at].offset);
      range.setEnd(place[at].node, place[at].offset + 1);
      const box = [...range.getClientRects()].find((each) => each.width > 0 && each.height > 0);
      // A space at the end of a line has no box; it is where the letter before it is.
      if (!box) return at > 0 ? find(at - 1) : -1;
      const [middle, reach] = vertical ? [(box.left + box.right) / 2, box.width / 2] : [(box.top + box.bottom) / 2, box.height / 2];
      const near = lines.findIndex((each) => Math.abs(each - middle) < reach);
      return near >= 0 ? near : lines.push(middle) - 1;
    }
  }
  function isProse(text) {
    return lang === "ja" ? text.includes("。") : /[.!?][”"’)]?(?:\s|$)/.test(text.trim());
  }
}
