// The way through the search: by keyboard, to more results, to one kind of them, with an input method, and where to when the index
// cannot be read. What is found for which words is tested in search.mjs.
import { show } from "./modes.mjs";
import { BROAD, USUAL } from "./search-cases.mjs";
import { PATIENCE, answered, searchAddress } from "./search.mjs";

const PHONE = { width: 390, media: {} };

/** The walks through the search of a language, each as `{ name, work }`. */
export function searchWalks(site, origin, lang) {
  const address = searchAddress(site, origin, lang);
  const broad = `${address}?q=${encodeURIComponent(BROAD[site.name][lang])}`;
  const usual = USUAL[lang];
  return [
    { name: "by keyboard", work: (page) => keyboardWalk(page, address, usual) },
    { name: "more results", work: (page) => moreProblems(page, broad) },
    { name: "one kind only", work: (page) => kindProblems(page, broad) },
    { name: "with an input method", work: (page) => composingProblems(page, address) },
    { name: "when the index cannot be read", work: (page) => failureProblems(page, `${address}?q=${encodeURIComponent(usual)}`) },
  ];
}

/** What the directory of a language lacks on a page without JavaScript, as sentences. */
export async function directoryProblems(page, site, target) {
  const shown = await page.evaluate(() => [...document.querySelectorAll("#_directory a")].filter((each) => each.checkVisibility()).map((each) => each.pathname));
  const problems = shown.filter((address) => !site.byAddress.has(address)).map((address) => `The directory leads to ${address}, which does not exist.`);
  const wanted = site.pages.filter((page) => page.lang === target.lang && ["municipality", "document", "department", "area", "subject", "glossary"].includes(page.kind) && !/\/page-\d+\/$/.test(page.address));
  for (const { address } of wanted) if (!shown.includes(address)) problems.push(`The directory does not lead to ${address}.`);
  return problems;
}

async function keyboardWalk(page, address, word) {
  const problems = [];
  const focus = () => page.evaluate(() => {
    const active = document.activeElement;
    const results = [...document.querySelectorAll("#_results ol a")];
    return active === document.querySelector("form.search [type=search]") ? "field" : results.includes(active) ? `result ${results.indexOf(active) + 1}` : active.tagName;
  });
  const press = async (key, wanted) => {
    await page.keyboard.press(key);
    const now = await focus();
    if (now !== wanted) problems.push(`After ${key} the focus is on ${now}, not on ${wanted}.`);
  };
  await show(page, PHONE);
  await page.goto(address, { waitUntil: "load" });
  await page.locator("form.search [type=search]").focus();
  await page.keyboard.type(word);
  await answered(page, word);
  for (const [key, wanted] of [["ArrowDown", "result 1"], ["ArrowDown", "result 2"], ["ArrowUp", "result 1"], ["Escape", "field"]]) await press(key, wanted);
  await press("ArrowDown", "result 1");
  const before = await page.evaluate(() => ({ first: document.activeElement.href, all: document.querySelector("#_results ol").textContent }));
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
  if (page.url() !== before.first) problems.push(`Enter on the first result leads to ${page.url()}.`);
  await page.goBack({ waitUntil: "load" });
  await answered(page, word);
  if ((await page.locator("#_results ol").textContent()) !== before.all) problems.push("The way back does not show the same results.");
  await page.locator("form.search [type=search]").focus();
  await press("Escape", "field");
  await page.waitForFunction(() => document.getElementById("_directory").checkVisibility(), null, PATIENCE);
  if (new URL(page.url()).search !== "") problems.push("After the field was cleared the address still holds the query.");
  return problems;
}

async function moreProblems(page, broad) {
  await page.goto(broad, { waitUntil: "load" });
  await answered(page);
  const first = await page.locator("#_results ol > li").count();
  const more = page.locator("#_results > button");
  if (first !== 10 || !(await more.isVisible())) return [`A broad query shows ${first} results at first and ${(await more.isVisible()) ? "offers" : "does not offer"} more.`];
  await more.click();
  await page.waitForFunction(() => document.querySelectorAll("#_results ol > li").length > 10, null, PATIENCE);
  const at = await page.evaluate(() => [...document.querySelectorAll("#_results ol a")].indexOf(document.activeElement));
  return at === 10 ? [] : [`After “more” the focus is not on the first new result but on number ${at + 1}.`];
}

async function kindProblems(page, broad) {
  await page.goto(broad, { waitUntil: "load" });
  await answered(page);
  const box = page.locator("#_kinds input").first();
  if (!(await box.isVisible())) return ["A broad query offers no kinds to choose from."];
  const kind = await box.inputValue();
  await box.check();
  await page.waitForFunction((wanted) => {
    const kinds = [...document.querySelectorAll("#_results ol > li .meta > :first-child")].map((each) => each.textContent);
    return kinds.length > 0 && kinds.every((each) => each === wanted);
  }, kind, PATIENCE);
  return [];
}

// The page's clock is ours here, so that “nothing happens while composing” can be seen without waiting for it.
async function composingProblems(page, address) {
  const problems = [];
  const asked = [];
  await page.clock.install();
  await page.goto(address, { waitUntil: "load" });
  page.on("request", (request) => request.url().includes("/data/search/") && asked.push(request.url()));
  const devtools = await page.context().newCDPSession(page);
  await page.locator("form.search [type=search]").focus();
  await devtools.send("Input.imeSetComposition", { text: "ぼうさい", selectionStart: 4, selectionEnd: 4 });
  await page.clock.runFor(1000);
  if (asked.length > 0) problems.push(`While the word is composed ${asked.length} files are asked for.`);
  await devtools.send("Input.insertText", { text: "防災" });
  const value = await page.locator("form.search [type=search]").inputValue();
  if (value !== "防災") problems.push(`After composing the field holds “${value}”.`);
  await page.clock.runFor(1000);
  await page.waitForFunction(() => new URLSearchParams(location.search).get("q") === "防災", null, PATIENCE)
    .catch(() => problems.push("After the word was composed no search begins."));
  return problems;
}

async function failureProblems(page, asked) {
  await page.route("**/data/search/**", (route) => route.abort());
  try {
    await page.goto(asked, { waitUntil: "load" });
    await answered(page);
    return page.evaluate(() => {
      const texts = JSON.parse(document.querySelector("form.search").dataset.texts);
      const said = document.querySelector("#_results [role=status]").textContent;
      const problems = said === texts.failed ? [] : [`The page says “${said}”.`];
      return document.getElementById("_directory").checkVisibility() ? problems : problems.concat("The directory is not shown.");
    });
  } finally {
    await page.unroute("**/data/search/**");
  }
}
