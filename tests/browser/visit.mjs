// One visit to one page: everything that is judged on an open page, in an order in which no judgement disturbs the next.
import { axeProblems } from "./axe.mjs";
import { cellProblems } from "./cells.mjs";
import { firstScreenProblems } from "./firstscreen.mjs";
import { focusProblems } from "./focus.mjs";
import { keyboardProblems } from "./keyboard.mjs";
import { roundTripProblems } from "./languages.mjs";
import { layoutProblems } from "./layout.mjs";
import { DESK, FEW, HEIGHTS, LOOKED, MATRIX, PHONE, newReader, open, show } from "./modes.mjs";
import { scriptProblems } from "./nojs.mjs";
import { nameOf } from "./pages.mjs";
import { pdfProblems, printProblems } from "./print.mjs";
import { guarded } from "./report.mjs";
import { directoryProblems } from "./search-walks.mjs";
import { requestProblems, shiftProblems } from "./speed.mjs";
import { structureProblems } from "./structure.mjs";
import { targetProblems } from "./targets.mjs";
import { typographyProblems } from "./typography.mjs";
import { voiceProblems } from "./voices.mjs";
import { shownProblems } from "./words.mjs";

/** What a lane of work needs: a page with and one without JavaScript, and the requests of the first since it was last opened. */
export async function newLane(browser) {
  const page = await (await newReader(browser, { reducedMotion: "reduce" })).newPage();
  const plain = await (await newReader(browser, { reducedMotion: "reduce", javaScriptEnabled: false })).newPage();
  const lane = { page, plain, requests: [], errors: [], lost: false };
  page.on("request", (request) => lane.requests.push(request.url()));
  page.on("console", (message) => message.type() === "error" && lane.errors.push(message.text()));
  page.on("pageerror", (error) => lane.errors.push(String(error)));
  return lane;
}

/** What is worth putting on paper, by kind: the rest are lists of the same rows. */
const PAPER = ["home", "municipality", "document", "section", "commitment", "indicator", "term", "status-list", "data", "page"];

/**
 * How much of a page is judged. The typical page of a kind is judged in every mode, and what was chosen for a feature in every
 * look; the longest and the shortest differ from it in length and not in colours. The other language has the same stops with the
 * same marks, and the way to it leads back as well, so both are walked from the first language.
 */
function planFor(site, { kind, role, lang }) {
  const few = role === "longest" || role === "shortest";
  const first = role === "typical" && lang === site.languages[0];
  return { modes: few ? FEW : role === "typical" ? MATRIX : LOOKED, first, paper: first && PAPER.includes(kind) };
}

/** Judges one page of a site that is served at `origin`. */
export async function visit({ lane, report, site, origin, target }) {
  const { page, plain } = lane;
  const plan = planFor(site, target);
  const name = nameOf(target);
  // After a check that never ended the page is lost, and nothing more can be learnt from it.
  const check = async (suite, work) => {
    if (!lane.lost) lane.lost = !(await guarded(report, `${suite}: ${name}`, work));
  };
  // The page before may still ask for its icon; that is over when it is left.
  await page.goto("about:blank");
  lane.requests.length = 0;
  lane.errors.length = 0;
  await show(page, PHONE);
  await open(page, origin, target);
  await check("requests", () => loading(lane, origin, target));
  await check("structure", async () => [...(await structureProblems(page, target)), ...(await voiceProblems(page)), ...(await shownProblems(page))]);
  await check("first screen", () => firstScreenProblems(page, target));
  await check("typography", () => typographyProblems(page, target));
  if (plan.first) await check("keyboard", () => keyboardProblems(page, DESK));
  if (plan.first) await check("marks of focus", () => focusProblems(page));
  await check("targets", async () => [...new Set([...(await targetProblems(page, PHONE)), ...(await targetProblems(page, DESK))])]);
  await check("axe", () => axeProblems(page, plan.modes));
  await check("layout", () => layoutProblems(page));
  await show(page, DESK);
  await check("cells", () => cellProblems(page));
  await check("print", () => printProblems(page));
  if (plan.paper) await check("PDF", () => pdfProblems(page));
  await show(page, PHONE);
  if (target.kind !== "not-found" && plan.first) await check("languages", () => roundTripProblems(page, site, target));
  await check("without JavaScript", async () => {
    // A way that ended elsewhere was said above and must not be said again as a difference of texts.
    if (page.url() !== origin + target.address) await open(page, origin, target);
    await plain.setViewportSize({ width: PHONE.width, height: HEIGHTS[PHONE.width] });
    await open(plain, origin, target);
    const problems = target.kind === "search" ? await directoryProblems(plain, site, target) : [];
    return problems.concat(await scriptProblems(page, plain));
  });
}

async function loading({ page, requests, errors }, origin, target) {
  const pictures = await page.evaluate(() => new Set([...document.querySelectorAll("main img")].map((each) => each.src)).size);
  const hasScriptWork = /\sdata-(?:search|filter-for)=/.test(target.html);
  const problems = requestProblems(requests, origin, { hasScriptWork, pictures });
  return problems.concat(await shiftProblems(page, () => open(page, origin, target)), errors.map((error) => `The console says: ${error}`));
}
