// Chooses the pages that the browser opens: of every site and page kind a typical one in each language, the longest and the
// shortest of the kinds whose length varies most, and a page for every feature that no chosen page has. What a site must have
// stands here as a list: if it were read from what was built, a kind that vanished would pass.
import { addressIn } from "./pages.mjs";

const EVERYWHERE = ["area", "commitment", "data", "deadline-list", "deadlines", "department", "departments", "document", "glossary",
  "home", "month", "municipality", "not-found", "page", "search", "section", "subject", "subjects", "term", "translations", "updates"];

/** The kinds without which a site is not the one that these tests are for. */
const REQUIRED = {
  real: EVERYWHERE,
  sample: [...EVERYWHERE, "amendments", "indicator", "status-list"],
};

/** Kinds that a site may have besides. Any other is new and has to be thought of here first. */
const POSSIBLE = ["amendments", "indicator", "status-list"];

/** The kinds that come in every length, so that the typical page alone would prove too little. */
const VARYING = ["commitment", "section", "document", "term"];

const withClass = (name) => new RegExp(`\\sclass=(?:"(?:[^"]*\\s)?${name}(?:\\s[^"]*)?"|${name}(?=[\\s>/]))`);

/** What looks or behaves in a way of its own and must be on a chosen page, by its name. */
const FEATURES = new Map([
  ["status", withClass("status")],
  ["line chart", withClass("chart")],
  ["bars", withClass("length")],
  ["timeline", withClass("timeline")],
  ["table of statuses", withClass("counted")],
  ["standing", withClass("standing")],
  ["actions", withClass("actions")],
  ["misprints", withClass("misprints")],
  ["budget", /\sid="?_budget\b/],
  ["paging", withClass("paging")],
  ["amendment", withClass("amendment")],
  ["files", withClass("files")],
  ["reports", withClass("history")],
  ["filter", /\sdata-filter-for=/],
]);

/** The pages to open, each with `role`: typical, longest, shortest, or the features for which it was chosen. */
export function choosePages(site) {
  const [first] = site.languages;
  const own = site.pages.filter((page) => page.kind && page.lang === first).sort(byLength);
  const chosen = new Map();
  for (const kind of new Set(own.map((page) => page.kind))) {
    const sorted = own.filter((page) => page.kind === kind);
    chosen.set(middle(sorted), "typical");
    if (VARYING.includes(kind) && sorted.length > 2) chosen.set(sorted.at(-1), "longest").set(sorted[0], "shortest");
  }
  for (const [feature, sign] of FEATURES) {
    const having = own.filter((page) => sign.test(page.html));
    // A shortest page is judged in few modes, so a feature that stands on it alone would be judged in few as well.
    if (having.length > 0 && !having.some((page) => chosen.has(page) && chosen.get(page) !== "shortest")) chosen.set(middle(having), `with ${feature}`);
  }
  return [...chosen].flatMap(([page, role]) => site.languages
    .map((lang) => site.byAddress.get(addressIn(site, page, lang)))
    .filter(Boolean)
    .map((each) => ({ ...each, role })));
}

/** What a site lacks so that its pages could be judged at all, as sentences by the name of the check. */
export function siteProblems(site) {
  const problems = { "required kinds": [], "every page in every language": [], "every page says its kind": [] };
  const there = new Set(site.pages.map((page) => page.kind).filter(Boolean));
  for (const kind of REQUIRED[site.name]) if (!there.has(kind)) problems["required kinds"].push(`There is no page of the kind “${kind}”.`);
  for (const kind of there) {
    if (!REQUIRED[site.name].includes(kind) && !POSSIBLE.includes(kind)) problems["required kinds"].push(`The kind “${kind}” is unknown to tests/browser/choose.mjs.`);
  }
  for (const page of site.pages.filter((each) => !each.redirect)) {
    if (!page.kind) problems["every page says its kind"].push(`${page.address} has no class on its body and leads nowhere else.`);
    // How many pages a list has depends on the words of a language.
    if (/\/page-\d+\/$/.test(page.address)) continue;
    for (const lang of site.languages) {
      const sister = site.byAddress.get(addressIn(site, page, lang));
      if (!sister) problems["every page in every language"].push(`${page.address} is not there in “${lang}”.`);
      else if (sister.kind !== page.kind || sister.lang !== lang) problems["every page in every language"].push(`${sister.address} is “${sister.kind}” in “${sister.lang}”, not the sister of ${page.address}.`);
    }
  }
  return problems;
}

/** The features that no chosen page of any site has, as sentences. */
export function featureProblems(chosen) {
  return [...FEATURES].filter(([, sign]) => !chosen.some((page) => page.role !== "shortest" && sign.test(page.html)))
    .map(([feature]) => `No page that is opened has this: ${feature}.`);
}

/** The typical page of a kind in a language; it is missing only where the list of required kinds has already failed. */
export function typical(chosen, kind, lang) {
  const page = chosen.find((each) => each.kind === kind && each.lang === lang && each.role === "typical");
  if (!page) throw new Error(`there is no page of the kind “${kind}” in “${lang}” to judge`);
  return page;
}

function byLength(a, b) {
  return a.html.length - b.html.length || (a.address < b.address ? -1 : 1);
}

function middle(sorted) {
  return sorted[Math.floor(sorted.length / 2)];
}
