// One visit to one page: everything that is judged on an open page, in an order in which no judgement disturbs the next.
import { axeProblems } from "./axe.mjs";
import { keyboardProblems, targetProblems } from "./keyboard.mjs";
import { roundTripProblems } from "./languages.mjs";
import { layoutProblems } from "./layout.mjs";
import { HEIGHTS, MODES, open, show } from "./modes.mjs";
import { scriptProblems } from "./nojs.mjs";
import { nameOf } from "./pages.mjs";
import { printProblems } from "./print.mjs";
import { guarded } from "./report.mjs";
import { directoryProblems } from "./search.mjs";
import { layoutShift, requestProblems } from "./speed.mjs";
import { structureProblems } from "./structure.mjs";

const [PHONE, DESK] = MODES;

/** What a lane of work needs: a page with and one without JavaScript, and the requests of the first since it was last opened. */
export async function newLane(browser) {
  const page = await (await browser.newContext({ reducedMotion: "reduce" })).newPage();
  const plain = await (await browser.newContext({ reducedMotion: "reduce", javaScriptEnabled: false })).newPage();
  const lane = { page, plain, requests: [], errors: [] };
  page.on("request", (request) => lane.requests.push(request.url()));
  page.on("console", (message) => message.type() === "error" && lane.errors.push(message.text()));
  page.on("pageerror", (error) => lane.errors.push(String(error)));
  return lane;
}

/** Judges one page of a site that is served at `origin`. Long and short pages are judged in the phone's light mode only. */
export async function visit({ lane, report, site, origin, target }) {
  const { page, plain } = lane;
  const name = nameOf(target);
  const check = (suite, work) => guarded(report, `${suite}: ${name}`, work);
  const typical = target.role === "typical";
  lane.requests.length = 0;
  lane.errors.length = 0;
  await show(page, PHONE);
  await open(page, origin, target);
  await check("requests", async () => {
    const shift = await layoutShift(page);
    const problems = requestProblems(lane.requests, origin, /<form\b[^>]*\bclass="?(search|filter)/.test(target.html));
    return problems.concat(shift > 0 ? [`The layout shifts by ${shift.toFixed(4)} while loading.`] : [], lane.errors.map((error) => `The console says: ${error}`));
  });
  await check("structure", () => structureProblems(page, target));
  await check("keyboard", () => keyboardProblems(page, typical && target.lang === site.languages[0] ? DESK : PHONE));
  await check("targets", () => targetProblems(page, PHONE));
  await check("axe", () => axeProblems(page, typical ? MODES : [PHONE]));
  await check("layout", () => layoutProblems(page));
  await check("print", () => printProblems(page));
  await show(page, PHONE);
  if (target.kind !== "not-found" && typical) await check("languages", () => roundTripProblems(page, site, target));
  await check("without JavaScript", async () => {
    await plain.setViewportSize({ width: PHONE.width, height: HEIGHTS[PHONE.width] });
    await open(plain, origin, target);
    const problems = target.kind === "search" ? await directoryProblems(plain, site, target) : [];
    return problems.concat(await scriptProblems(page, plain));
  });
}
