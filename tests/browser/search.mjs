// The search as a reader uses it: what is found for which words, how much a first question downloads, the way through it by keyboard
// and by input method, what happens when the index cannot be read, and the directory that stands there without JavaScript.
import { show } from "./modes.mjs";
import { CASES } from "./search-cases.mjs";

const FIRST_QUERY = 40 * 1024;
const PHONE = { width: 390, media: {} };

/** The cases of a language, each as `{ name, work }`, to be run one after the other on any page. */
export function searchChecks(site, origin, lang) {
  const address = `${origin}${lang === site.languages[0] ? "" : `/${lang}`}/search/`;
  const found = (CASES[lang] ?? []).map((one) => ({ name: `“${one.query}”`, work: (page) => caseProblems(page, { site, address, one }) }));
  return [
    ...found,
    { name: "by keyboard", work: (page) => keyboardWalk(page, address, lang) },
    { name: "more results", work: (page) => moreProblems(page, address, lang) },
    { name: "one kind only", work: (page) => kindProblems(page, address, lang) },
    { name: "with an input method", work: (page) => composingProblems(page, address) },
    { name: "when the index cannot be read", work: (page) => failureProblems(page, address, lang) },
  ];
}

/** What the directory of a language lacks on a page without JavaScript, as sentences. */
export async function directoryProblems(page, site, target) {
  const shown = await page.evaluate(() => [...document.querySelectorAll("#_directory a")].filter((each) => each.checkVisibility()).map((each) => each.pathname));
  const problems = shown.filter((address) => !site.byAddress.has(address)).map((address) => `The directory leads to ${address}, which does not exist.`);
  const wanted = site.pages.filter((page) => page.lang === target.lang && ["municipality", "document", "section", "department", "area", "theme", "term", "page"].includes(page.kind));
  for (const { address } of wanted) if (!shown.includes(address)) problems.push(`The directory does not lead to ${address}.`);
  return problems;
}

async function caseProblems(page, { site, address, one }) {
  const problems = [];
  const { hrefs, status, marks, directory, bytes } = await ask(page, site, `${address}?q=${encodeURIComponent(one.query)}`);
  if (status === "") problems.push("Nothing is said about the result.");
  if (one.none && hrefs.length > 0) problems.push(`${hrefs.length} results where there should be none, first ${hrefs[0]}.`);
  if ((one.none || one.says) && hrefs.length === 0 && !directory) problems.push("Without a result the directory is not shown.");
  if (one.none && !status.includes(one.query)) problems.push(`“${status}” does not repeat what was not found.`);
  if ((one.some || one.first || one.among?.length > 0) && hrefs.length === 0) problems.push(`Nothing is found: “${status}”.`);
  if (one.first && hrefs.length > 0 && !hrefs[0].endsWith(one.first)) problems.push(`The first result is ${hrefs[0]}, not ${one.first}.`);
  for (const wanted of one.among ?? []) {
    if (!hrefs.some((href) => href.endsWith(wanted))) problems.push(`${wanted} is not among the first ${hrefs.length} results: ${hrefs.slice(0, 3).join(", ")} ….`);
  }
  const missing = hrefs.filter((href) => !site.byAddress.has(href));
  if (missing.length > 0) problems.push(`A result leads to ${missing[0]}, which does not exist.`);
  if (hrefs.length > 0 && directory) problems.push("The directory stands below the results.");
  if (one.first && !one.byReading && marks === 0) problems.push("No hit is marked.");
  if (bytes > FIRST_QUERY) problems.push(`The first query transfers ${(bytes / 1024).toFixed(1)} KB of ${FIRST_QUERY / 1024}.`);
  if (one.sameAs) {
    const other = await ask(page, site, `${address}?q=${encodeURIComponent(one.sameAs)}`);
    if (other.hrefs.join() !== hrefs.join()) problems.push(`“${one.sameAs}” finds other pages: ${other.hrefs.slice(0, 3).join(", ") || "none"} instead of ${hrefs.slice(0, 3).join(", ")}.`);
  }
  return problems;
}

/** Opens the search with a query in the address; the answer holds addresses of the results and the bytes of the index it took. */
async function ask(page, site, address) {
  const asked = [];
  const listen = (request) => asked.push(new URL(request.url()).pathname);
  page.on("request", listen);
  await page.goto(address, { waitUntil: "load" });
  await answered(page);
  page.off("request", listen);
  const seen = await page.evaluate(() => ({
    hrefs: [...document.querySelectorAll("#_results ol a")].map((each) => each.pathname),
    status: document.querySelector("#_results [role=status]").textContent,
    marks: document.querySelectorAll("#_results mark").length,
    directory: document.getElementById("_directory").checkVisibility(),
  }));
  const bytes = asked.filter((path) => path.includes("/data/search/")).reduce((sum, path) => sum + (site.files.get(path)?.gzip ?? 0), 0);
  return { ...seen, bytes };
}

function answered(page, query) {
  return page.waitForFunction((wanted) => {
    const texts = JSON.parse(document.querySelector("form.search").dataset.texts);
    const status = document.querySelector("#_results [role=status]").textContent;
    const asked = new URLSearchParams(location.search).get("q") ?? "";
    return status !== "" && status !== texts.searching && (wanted === null || asked === wanted);
  }, query ?? null, { timeout: 5000 });
}

const wordFor = (lang) => (lang === "ja" ? "防災" : "disaster");
const broadFor = (lang) => (lang === "ja" ? "計画" : "plan");

async function keyboardWalk(page, address, lang) {
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
  await page.keyboard.type(wordFor(lang));
  await answered(page, wordFor(lang));
  for (const [key, wanted] of [["ArrowDown", "result 1"], ["ArrowDown", "result 2"], ["ArrowUp", "result 1"], ["Escape", "field"]]) await press(key, wanted);
  await press("ArrowDown", "result 1");
  const before = await page.evaluate(() => ({ first: document.activeElement.href, all: document.querySelector("#_results ol").textContent }));
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
  if (page.url() !== before.first) problems.push(`Enter on the first result leads to ${page.url()}.`);
  await page.goBack({ waitUntil: "load" });
  await answered(page, wordFor(lang));
  if ((await page.locator("#_results ol").textContent()) !== before.all) problems.push("The way back does not show the same results.");
  await page.locator("form.search [type=search]").focus();
  await press("Escape", "field");
  await page.waitForFunction(() => document.getElementById("_directory").checkVisibility(), null, { timeout: 5000 });
  if (new URL(page.url()).search !== "") problems.push("After the field was cleared the address still holds the query.");
  return problems;
}

async function moreProblems(page, address, lang) {
  await page.goto(`${address}?q=${encodeURIComponent(broadFor(lang))}`, { waitUntil: "load" });
  await answered(page);
  const count = () => page.locator("#_results ol > li").count();
  const first = await count();
  const more = page.locator("#_results > button");
  if (first !== 10 || !(await more.isVisible())) return [`A broad query shows ${first} results at first and ${(await more.isVisible()) ? "offers" : "does not offer"} more.`];
  await more.click();
  await page.waitForFunction(() => document.querySelectorAll("#_results ol > li").length > 10, null, { timeout: 5000 });
  const at = await page.evaluate(() => [...document.querySelectorAll("#_results ol a")].indexOf(document.activeElement));
  return at === 10 ? [] : [`After “more” the focus is not on the first new result but on number ${at + 1}.`];
}

async function kindProblems(page, address, lang) {
  await page.goto(`${address}?q=${encodeURIComponent(broadFor(lang))}`, { waitUntil: "load" });
  await answered(page);
  const box = page.locator("#_kinds input").first();
  if (!(await box.isVisible())) return ["A broad query offers no kinds to choose from."];
  const kind = await box.inputValue();
  await box.check();
  await page.waitForFunction((wanted) => {
    const kinds = [...document.querySelectorAll("#_results ol > li .meta > :first-child")].map((each) => each.textContent);
    return kinds.length > 0 && kinds.every((each) => each === wanted);
  }, kind, { timeout: 5000 });
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
  await page.waitForFunction(() => new URLSearchParams(location.search).get("q") === "防災", null, { timeout: 5000, polling: "raf" })
    .catch(() => problems.push("After the word was composed no search begins."));
  return problems;
}

async function failureProblems(page, address, lang) {
  await page.route("**/data/search/**", (route) => route.abort());
  try {
    await page.goto(`${address}?q=${encodeURIComponent(wordFor(lang))}`, { waitUntil: "load" });
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
