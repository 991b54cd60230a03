// The search as a reader asks it: what is found for which words and how it is shown, what is found by its reading, and how much a
// first question downloads. How one moves through it is tested in search-walks.mjs, how it looks in search-look.mjs.
import { STEP_LIMIT } from "./report.mjs";
import { CASES, JUDGED, LISTED } from "./search-cases.mjs";

const FIRST_QUERY = 40 * 1024;
/** How long an answer is waited for, and how often it is looked for: not by frames, of which a busy machine draws few. */
export const PATIENCE = { timeout: STEP_LIMIT, polling: 20 };

/** The shape that stands before a status in a list of results, by its family. */
const SHAPES = { achieved: "●", "on-track": "○", "slightly-behind": "△", behind: "▲", ended: "■", unknown: "◌" };

/** The address of the search of a site in a language. */
export function searchAddress(site, origin, lang) {
  return `${origin}${lang === site.languages[0] ? "" : `/${lang}`}/search/`;
}

/** The questions of a language, each as `{ name, work }`, to be asked one after the other on any page. */
export function searchChecks(site, origin, lang) {
  const address = searchAddress(site, origin, lang);
  const checks = CASES[site.name][lang].map((one) => ({ name: `“${one.query}”`, work: (page) => caseProblems(page, { site, address, one }) }));
  if (lang === "ja") {
    for (const kind of ["department", "area"]) checks.push({ name: `a reading finds its ${kind}`, work: (page) => readingProblems(page, { site, address, kind }) });
    if (LISTED[site.name]) checks.push({ name: "a reading of the site's list", work: (page) => listedProblems(page, { site, address, ...LISTED[site.name] }) });
  }
  if (JUDGED[site.name]) checks.push({ name: "statuses", work: (page) => statusProblems(page, site, `${address}?q=${encodeURIComponent(JUDGED[site.name][lang])}`) });
  return checks;
}

/** Resolves when the search has said something about the query in the address, or about `query` where one is given. */
export function answered(page, query) {
  return page.waitForFunction((wanted) => {
    const texts = JSON.parse(document.querySelector("form.search").dataset.texts);
    const status = document.querySelector("#_results [role=status]").textContent;
    const asked = new URLSearchParams(location.search).get("q") ?? "";
    return status !== "" && status !== texts.searching && (wanted === null || asked === wanted);
  }, query ?? null, PATIENCE);
}

async function caseProblems(page, { site, address, one }) {
  const problems = [];
  const { hrefs, status, marks, directory, bytes, made, excerpts } = await ask(page, site, `${address}?q=${encodeURIComponent(one.query)}`);
  if (status === "") problems.push("Nothing is said about the result.");
  if (one.none && hrefs.length > 0) problems.push(`${hrefs.length} results where there should be none, first ${hrefs[0]}.`);
  if ((one.none || one.says) && hrefs.length === 0 && !directory) problems.push("Without a result the directory is not shown.");
  if (one.none && !status.includes(one.query)) problems.push(`“${status}” does not repeat what was not found.`);
  if ((one.some || one.first || one.among) && hrefs.length === 0) problems.push(`Nothing is found: “${status}”.`);
  if (one.first && hrefs.length > 0 && !hrefs[0].endsWith(one.first)) problems.push(`The first result is ${hrefs[0]}, not ${one.first}.`);
  for (const wanted of one.among ?? []) {
    if (!hrefs.some((href) => href.endsWith(wanted))) problems.push(`${wanted} is not among the first ${hrefs.length} results: ${hrefs.slice(0, 3).join(", ")} ….`);
  }
  const missing = hrefs.filter((href) => !site.byAddress.has(href));
  if (missing.length > 0) problems.push(`A result leads to ${missing[0]}, which does not exist.`);
  if (hrefs.length > 0 && directory) problems.push("The directory stands below the results.");
  if (one.first && !one.byReading && marks === 0) problems.push("No hit is marked.");
  if (one.excerpt && !excerpts.some((text) => plain(text).includes(plain(one.query)))) problems.push(`No excerpt with a mark holds “${one.query}”: ${excerpts.slice(0, 2).join(" / ") || "there is none"}.`);
  if (made.length > 0) problems.push(`The words that were typed made the elements ${made.join(", ")}.`);
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
    excerpts: [...document.querySelectorAll("#_results .excerpt:has(mark)")].map((each) => each.textContent),
    made: [...document.querySelectorAll("#_results :not(p, ol, li, a, span, mark, button)")].map((each) => each.tagName.toLowerCase()),
    directory: document.getElementById("_directory").checkVisibility(),
  }));
  const bytes = asked.filter((path) => path.includes("/data/search/")).reduce((sum, path) => sum + (site.files.get(path)?.gzip ?? 0), 0);
  return { ...seen, bytes };
}

/** Every result of a query: “more” is pressed until there is no more. */
async function askForAll(page, address) {
  await page.goto(address, { waitUntil: "load" });
  await answered(page);
  const more = page.locator("#_results > button");
  while (await more.isVisible()) {
    const shown = await page.locator("#_results ol > li").count();
    await more.click();
    await page.waitForFunction((before) => document.querySelectorAll("#_results ol > li").length > before, shown, PATIENCE);
  }
  return page.evaluate(() => [...document.querySelectorAll("#_results ol > li")].map((item) => {
    const status = item.querySelector(".status");
    return { address: item.querySelector("a").pathname, status: status && { family: status.dataset.family, word: status.textContent, shape: getComputedStyle(status, "::before").content.match(/^"(.*?)"/)?.[1] } };
  }));
}

/** The reading of the middle one of all departments or areas must bring it up first. */
async function readingProblems(page, { site, address, kind }) {
  const named = site.pages.filter((each) => each.kind === kind && each.lang === "ja" && /<span class="?reading/.test(each.html));
  if (named.length === 0) return [`No page of the kind “${kind}” shows a reading.`];
  const wanted = named[Math.floor(named.length / 2)];
  const reading = wanted.html.match(/<span class="?reading"?>([^<]*)</)[1].trim();
  const { hrefs } = await ask(page, site, `${address}?q=${encodeURIComponent(reading)}`);
  return hrefs[0] === wanted.address ? [] : [`“${reading}” brings up ${hrefs[0] ?? "nothing"} and not ${wanted.address}.`];
}

/** Every commitment whose quotation holds the word is found by the word's reading, which nothing but the site's list says. */
async function listedProblems(page, { site, address, word, reading, others }) {
  const quoted = (html) => [...html.matchAll(/<blockquote[^>]*>(.*?)<\/blockquote>/gs)].map(([, text]) => text.replace(/<[^>]*>/g, "")).join("\n");
  const holding = site.pages.filter((each) => each.kind === "commitment" && each.lang === "ja" && quoted(each.html).includes(word) && !others.test(each.html) && !each.html.includes(reading));
  if (holding.length === 0) return [`No commitment holds “${word}” without a reading of its own, so that nothing can be proved.`];
  const found = (await askForAll(page, `${address}?q=${encodeURIComponent(reading)}`)).map((result) => result.address);
  return holding.filter((each) => !found.includes(each.address)).map((each) => `${each.address} holds “${word}” and is not among the ${found.length} results for “${reading}”.`);
}

/** A result shows the latest status as its page does: the word and the shape of its family. */
async function statusProblems(page, site, address) {
  const problems = [];
  const families = new Set();
  for (const { address: path, status } of await askForAll(page, address)) {
    const target = site.byAddress.get(path);
    const [, family, word] = (target.html.match(/<dl class="?facts.*?<\/dl>/s)?.[0] ?? "").match(/class="status ([a-z-]+)".*?<\/svg>\s*<span>([^<]*)</s) ?? [];
    if (target.kind === "commitment" && (status?.family !== family || status?.word !== word)) problems.push(`${path} is found as “${status?.family} ${status?.word}” and says of itself “${family} ${word}”.`);
    if (!status) continue;
    families.add(status.family);
    if (status.shape !== SHAPES[status.family]) problems.push(`${path} shows “${status.word}” with ${status.shape ?? "no shape"}, not with ${SHAPES[status.family]}.`);
  }
  const unseen = Object.keys(SHAPES).filter((family) => !families.has(family));
  return unseen.length === 0 ? problems : problems.concat(`No result has a status of the family ${unseen.join(", ")}.`);
}

function plain(text) {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
}
