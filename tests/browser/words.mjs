// No reader may see or hear words that were meant for a machine: a name in braces, a piece of a template, a value that is none.
// Read from every page of the built folder, and once more from pages whose script has run. Code may hold anything.
import { attribute, unescape } from "./pages.mjs";

const NOT_SHOWN = /<(script|style|code|pre)\b(?:[^>"']|"[^"]*"|'[^']*')*>.*?<\/\1>/gis;
const TAG = /<[a-z!/](?:[^>"']|"[^"]*"|'[^']*')*>/gi;
const READ_OUT = ["alt", "aria-label", "content", "label", "placeholder", "title"];
const FOR_A_MACHINE = /\{[A-Za-z_0-9]+\}|\{"one"|\{\{|\bundefined\b|\bNaN\b/;

/** What every page of a site shows although a template should have put something else in its place, as sentences. */
export function unfilledProblems(site) {
  return site.pages.flatMap((page) => {
    const shown = page.html.replace(NOT_SHOWN, " ");
    const texts = [...shown.split(TAG), ...(shown.match(TAG) ?? []).flatMap((tag) => READ_OUT.map((name) => attribute(tag, name) ?? ""))];
    return sentences(texts.map(unescape), page.address);
  });
}

/** The same for a page as it stands open. */
export async function shownProblems(page) {
  const texts = await page.evaluate(() => {
    const found = [];
    const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = all.nextNode(); text; text = all.nextNode()) {
      if (!text.parentElement.closest("script, style, code, pre") && text.parentElement.checkVisibility()) found.push(text.data);
    }
    return found;
  });
  return sentences(texts, "The page");
}

function sentences(texts, where) {
  return texts.filter((text) => FOR_A_MACHINE.test(text)).map((text) => `${where} shows “${text.trim().slice(0, 60)}”.`);
}
