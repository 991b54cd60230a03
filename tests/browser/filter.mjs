// The field above a long list: it leaves the entries that hold what is typed, hides the parts of the page that are left with none,
// says how many remain, and waits while an input method composes a word. Asked of every kind of page that has one.
import { show } from "./modes.mjs";
import { attribute, tags } from "./pages.mjs";

const PHONE = { width: 390, media: {} };
/** A word that no list holds, of letters that no spelling folds away. */
const NOWHERE = "ぬぬぬxq";

/** One page of each kind and language of a site whose list can be filtered, the longest of its kind. */
export function pagesToFilter(site) {
  const found = new Map();
  for (const page of site.pages.filter((each) => tags(each.html, "form").some((tag) => attribute(tag, "data-filter-for")))) {
    const key = `${page.kind} ${page.lang}`;
    if (!found.has(key) || found.get(key).html.length < page.html.length) found.set(key, page);
  }
  return [...found.values()];
}

/** The kinds that must have such a page somewhere, as sentences where one has none. */
export function filterProblems(pages) {
  return ["section", "subject", "glossary"].filter((kind) => !pages.some((page) => page.kind === kind)).map((kind) => `No page of the kind “${kind}” has a filter.`);
}

/** What the filter of a page does wrongly, as sentences. */
export async function filterWalk(page, address) {
  await show(page, PHONE);
  await page.goto(address, { waitUntil: "load" });
  const field = page.locator("form[data-filter-for] input");
  if (!(await field.isVisible())) return ["The field is not shown with JavaScript."];
  const word = await page.evaluate(wordOfEntry);
  const problems = [];
  const look = async (when, wanted) => problems.push(...(await page.evaluate(judge, wanted)).map((problem) => `${when}: ${problem}`));
  await look("At first", { word: "" });
  await field.focus();
  await page.keyboard.type(word.plain);
  await look(`After “${word.plain}”`, { word: word.plain, some: true });
  await field.fill(word.wide);
  await look(`After “${word.wide}”`, { word: word.plain, typed: word.wide, some: true });
  await field.fill(NOWHERE);
  await look("After a word that is nowhere", { word: NOWHERE });
  await field.fill("");
  await look("After clearing", { word: "" });
  return problems.concat(await composing(page, field));
}

/** Without JavaScript the field would do nothing, so it must not be there. */
export async function filterWithoutScript(page, address) {
  await page.goto(address, { waitUntil: "load" });
  const visible = await page.locator("form[data-filter-for]").isVisible();
  const list = await page.locator("#_list a").first().isVisible();
  return [...(visible ? ["The field is shown without JavaScript."] : []), ...(list ? [] : ["The list is not shown without JavaScript."])];
}

async function composing(page, field) {
  const state = () => page.evaluate(() => [...document.querySelectorAll("[data-filter] > *")].map((each) => Number(each.checkVisibility())).join(""));
  const devtools = await page.context().newCDPSession(page);
  await field.focus();
  const before = await state();
  await devtools.send("Input.imeSetComposition", { text: "ぬ", selectionStart: 1, selectionEnd: 1 });
  const during = await state();
  await devtools.send("Input.insertText", { text: NOWHERE });
  const after = await state();
  await devtools.detach();
  const problems = during === before ? [] : ["While a word is composed the list changes."];
  return /1/.test(after) ? problems.concat("After a word was composed the list does not change.") : problems;
}

// Runs in the page. A word from the middle of the list, once as it stands and once in other letters of the same meaning.
function wordOfEntry() {
  const entries = [...document.querySelectorAll("[data-filter] > *")];
  const [text] = entries[Math.floor(entries.length / 2)].querySelector("a").textContent.match(/[A-Za-z0-9]{2,8}|[ァ-ヶー]{2,6}|[一-鿿]{2,3}|\S{2,4}/);
  const wide = text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
  return { plain: text, wide };
}

// Runs in the page. Works out by itself which entries hold the word, in the plainest way there is.
function judge({ word, typed = word, some = false }) {
  const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/[\s・]/g, "").replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
  const form = document.querySelector("form[data-filter-for]");
  const said = form.querySelector("output").textContent;
  const texts = JSON.parse(form.dataset.texts);
  const entries = [...document.querySelectorAll("[data-filter] > *")];
  const holding = entries.filter((each) => plain(each.textContent).includes(plain(word)));
  const shown = entries.filter((each) => each.checkVisibility());
  const problems = [];
  if (some && (holding.length === 0 || holding.length === entries.length)) problems.push(`the word is in ${holding.length} of ${entries.length} entries and proves nothing`);
  if (shown.length !== holding.length || shown.some((each) => !holding.includes(each))) problems.push(`${shown.length} entries are shown where ${holding.length} hold the word`);
  const fill = (text) => text.replace(/\{(\w+)\}/g, (_, name) => ({ n: holding.length, total: entries.length, q: typed })[name]);
  const wanted = word === "" ? "" : fill(holding.length > 0 ? texts.count : texts.none);
  if (said !== wanted) problems.push(`it says “${said}” and not “${wanted}”`);
  for (const group of document.querySelectorAll("[data-filter-group]")) {
    const own = entries.filter((each) => group.contains(each));
    if (own.length > 0 && group.checkVisibility() !== own.some((each) => holding.includes(each))) {
      problems.push(`the part “${group.querySelector("h2, h3, h4")?.textContent.trim().slice(0, 20)}” is ${group.checkVisibility() ? "shown" : "hidden"}`);
    }
  }
  return problems;
}
