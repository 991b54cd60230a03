// The list of everything that is walked through and not merely looked at: the search, the filters, one long page stop by stop,
// missing addresses, and the way to the search without JavaScript. Each walk begins as a reader's first visit.
import { filterWalk, filterWithoutScript, pagesToFilter } from "./filter.mjs";
import { wholeWalk } from "./keyboard.mjs";
import { missingProblems } from "./missing.mjs";
import { DESK, open } from "./modes.mjs";
import { searchWithoutScript } from "./nojs.mjs";
import { nameOf } from "./pages.mjs";
import { searchChecks } from "./search.mjs";
import { searchLooks } from "./search-look.mjs";
import { searchWalks } from "./search-walks.mjs";

/** The walks of one site, each as `{ name, work, scripts }`; `scripts` is false where JavaScript is switched off. */
export function walksOf({ site, chosen, origin }) {
  const inEach = site.languages.flatMap((lang) => {
    const home = chosen.find((page) => page.kind === "home" && page.lang === lang);
    const searches = [...searchLooks(site, origin, lang), ...searchWalks(site, origin, lang), ...searchChecks(site, origin, lang)];
    return [
      longWalk({ site, chosen, origin, lang }),
      { name: `missing page: ${site.name} ${lang}`, work: (page) => missingProblems(page, { site, origin, lang }) },
      { name: `search without JavaScript: ${site.name} ${lang}`, scripts: false, work: (page) => searchWithoutScript(page, origin, home) },
      ...searches.map(({ name, work }) => ({ name: `search: ${site.name} ${lang} ${name}`, work })),
    ];
  });
  const filters = pagesToFilter(site).flatMap((target) => [
    { name: `filter: ${nameOf(target)}`, work: (page) => filterWalk(page, origin + target.address) },
    { name: `filter without JavaScript: ${nameOf(target)}`, scripts: false, work: (page) => filterWithoutScript(page, origin + target.address) },
  ]);
  return [...inEach, ...filters];
}

/** From the first stop to the last of the longest document, which has a tree of sections, tables and an aside. */
function longWalk({ site, chosen, origin, lang }) {
  const target = chosen.find((page) => page.kind === "document" && page.role === "longest" && page.lang === lang);
  const work = async (page, report) => {
    await open(page, origin, target);
    const { stops, problems } = await wholeWalk(page, DESK);
    report.note(`${nameOf(target)}: ${stops} stops of the Tab key`);
    return problems;
  };
  return { name: `keyboard, every stop: ${site.name} ${lang}`, work };
}
