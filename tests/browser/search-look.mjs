// How the search looks once it has answered: axe, layout and the size of targets in light and dark, with results, with one kind
// chosen, after “more”, and where nothing was found. A page without a query is judged like every other page.
import { axeProblems } from "./axe.mjs";
import { layoutProblems } from "./layout.mjs";
import { MATRIX, PHONE, show } from "./modes.mjs";
import { BROAD } from "./search-cases.mjs";
import { PATIENCE, answered, searchAddress } from "./search.mjs";
import { targetProblems } from "./targets.mjs";
import { shownProblems } from "./words.mjs";

const inLooks = (...looks) => MATRIX.filter(({ width, look }) => [390, 1280].includes(width) && looks.includes(look));

/** The states of the search one after the other, how each is reached from the one before, and in which modes it is judged. */
const STATES = [
  { name: "results", reach: async () => {}, modes: inLooks("light", "dark", "forced colours", "more contrast") },
  { name: "after “more”", reach: more, modes: [PHONE, ...inLooks("dark")] },
  { name: "one kind", reach: oneKind, modes: [PHONE, ...inLooks("dark")] },
];

/** The looks of a language's search, each as `{ name, work }`. The other language has the same colours in the later states. */
export function searchLooks(site, origin, lang) {
  const address = searchAddress(site, origin, lang);
  const asked = (words) => `${address}?q=${encodeURIComponent(words)}`;
  const states = lang === site.languages[0] ? STATES : STATES.slice(0, 1);
  return [
    { name: "look of the results", work: (page) => look(page, asked(BROAD[site.name][lang]), states) },
    { name: "look of no result", work: (page) => look(page, asked("無い言葉 nowhere"), [{ ...STATES[0], name: "no result", modes: [PHONE] }]) },
  ];
}

/** Opens the search with a broad query and its first results; used for pictures as well. */
export async function openResults(page, { site, origin, lang }) {
  await page.goto(`${searchAddress(site, origin, lang)}?q=${encodeURIComponent(BROAD[site.name][lang])}`, { waitUntil: "load" });
  await answered(page);
}

async function look(page, address, states) {
  const problems = [];
  await show(page, PHONE);
  await page.goto(address, { waitUntil: "load" });
  await answered(page);
  for (const { name, reach, modes } of states) {
    await show(page, PHONE);
    await reach(page);
    const found = [...(await axeProblems(page, modes)), ...(await layoutProblems(page)), ...(await targetProblems(page, PHONE)), ...(await shownProblems(page))];
    problems.push(...found.map((problem) => `${name}: ${problem}`));
  }
  return problems;
}

async function oneKind(page) {
  const before = await page.locator("#_results ol").textContent();
  await page.locator("#_kinds input").last().check();
  await page.waitForFunction((old) => document.querySelector("#_results ol").textContent !== old && document.querySelectorAll("#_results ol > li").length > 0, before, PATIENCE);
}

async function more(page) {
  await page.locator("#_results > button").click();
  await page.waitForFunction(() => document.querySelectorAll("#_results ol > li").length > 10, null, PATIENCE);
}
