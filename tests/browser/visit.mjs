// One visit to one page: everything that is judged on an open page, in an order in which no judgement disturbs the next.
import { axeProblems } from "./axe.mjs";
import { keyboardProblems, targetProblems } from "./keyboard.mjs";
import { roundTripProblems } from "./languages.mjs";
import { layoutProblems } from "./layout.mjs";
import { HEIGHTS, MODES, open, show } from "./modes.mjs";
import { scriptProblems } from "./nojs.mjs";
import { nameOf } from "./pages.mjs";
import { pdfProblems, printProblems } from "./print.mjs";
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

/**
 * How much of each page is judged, by page. A kind is judged in every mode, by keyboard and on paper where it comes first (typical
 * page, first language, first site). What comes later differs in words or in length, not in colours, and is judged where those matter.
 */
export function planVisits(chosenBySite) {
  const seen = new Set();
  return new Map(chosenBySite.flat().map((target) => {
    const name = `${target.kind} ${target.lang}`;
    const sister = seen.has(`${target.kind} typical`);
    const known = seen.has(name);
    seen.add(name).add(`${target.kind} typical`);
    if (known) return [target, { modes: target.role === "typical" ? [PHONE, DESK] : [PHONE], walk: null, follows: false, pdf: false }];
    if (sister) return [target, { modes: [PHONE, DESK], walk: PHONE, follows: true, pdf: false }];
    return [target, { modes: MODES, walk: DESK, follows: true, pdf: true }];
  }));
}

/** Judges one page of a site that is served at `origin`, as far as its plan goes. */
export async function visit({ lane, report, site, origin, target, plan }) {
  const { page, plain } = lane;
  const name = nameOf(target);
  const check = (suite, work) => guarded(report, `${suite}: ${name}`, work);
  // The page before may still ask for its icon; that is over when it is left.
  await page.goto("about:blank");
  lane.requests.length = 0;
  lane.errors.length = 0;
  await show(page, PHONE);
  await open(page, origin, target);
  await check("requests", async () => {
    const shift = await layoutShift(page);
    const pictures = await page.evaluate(() => new Set([...document.querySelectorAll("main img")].map((each) => each.src)).size);
    const hasScriptWork = /<form\b[^>]*\bclass="?(search|filter)/.test(target.html);
    const problems = requestProblems(lane.requests, origin, { hasScriptWork, pictures });
    return problems.concat(shift > 0 ? [`The layout shifts by ${shift.toFixed(4)} while loading.`] : [], lane.errors.map((error) => `The console says: ${error}`));
  });
  await check("structure", () => structureProblems(page, target));
  if (plan.walk) await check("keyboard", () => keyboardProblems(page, plan.walk));
  await check("targets", () => targetProblems(page, PHONE));
  await check("axe", () => axeProblems(page, plan.modes));
  await check("layout", () => layoutProblems(page));
  await check("print", () => printProblems(page));
  if (plan.pdf) await check("PDF", () => pdfProblems(page));
  await show(page, PHONE);
  if (target.kind !== "not-found" && plan.follows) await check("languages", () => roundTripProblems(page, site, target));
  await check("without JavaScript", async () => {
    // A way that ended elsewhere was said above and must not be said again as a difference of texts.
    if (page.url() !== origin + target.address) await open(page, origin, target);
    await plain.setViewportSize({ width: PHONE.width, height: HEIGHTS[PHONE.width] });
    await open(plain, origin, target);
    const problems = target.kind === "search" ? await directoryProblems(plain, site, target) : [];
    return problems.concat(await scriptProblems(page, plain));
  });
}
