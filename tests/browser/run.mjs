// The browser proof, in one command:
//
//   node tests/browser/run.mjs <built real site> <built sample site> [--shots DIR] [--only WORD]
//
// Both sites must have been built with a base URL. Prints one line per check, then what failed and where, then the count; exits
// with 1 when something failed. `--only` keeps what has the word in its name, for looking at one thing. Chromium is Debian's, or
// what KOYAKU_CHROMIUM names; nothing is downloaded. What the checks are stands in the other files of this folder.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { counted } from "./axe.mjs";
import { weightLine, weightProblems } from "./budgets.mjs";
import { choosePages, featureProblems, siteProblems } from "./choose.mjs";
import { filterProblems, pagesToFilter } from "./filter.mjs";
import { fontProblems, ownFonts } from "./fonts.mjs";
import { hreflangProblems } from "./languages.mjs";
import { freePort, lighthouseProblems, pagesToJudge } from "./lighthouse.mjs";
import { newReader, open } from "./modes.mjs";
import { nameOf, readSite } from "./pages.mjs";
import { LIMIT, STEP_LIMIT, guarded, inLanes, newReport } from "./report.mjs";
import { openResults } from "./search-look.mjs";
import { serve } from "./server.mjs";
import { pagesToShow, takeShots } from "./shots.mjs";
import { pagesToTime, speedOf } from "./speed.mjs";
import { nameProblems } from "./structure.mjs";
import { typedSpaceProblems } from "./typography.mjs";
import { newLane, visit } from "./visit.mjs";
import { walksOf } from "./walks.mjs";
import { unfilledProblems } from "./words.mjs";

const LANES = 2;
/** Fewer processes than Chromium would start: two cores have nothing to gain from spare ones or from drawing as if with a graphics card. */
const SPARING = ["--disable-gpu", "--renderer-process-limit=4"];

const { folders, shots, only } = readArguments(process.argv.slice(2));
const started = Date.now();
const report = newReport();
const sites = await Promise.all(["real", "sample"].map(async (name, at) => {
  const site = readSite(name, folders[at]);
  const served = await serve(folders[at]);
  return { site, chosen: choosePages(site), served, origin: served.origin };
}));
const fonts = ownFonts();
const launch = (...options) => chromium.launch({ executablePath: chromiumPath(), env: fonts.env, timeout: STEP_LIMIT, args: [...SPARING, ...options] });
const browser = await launch();
try {
  if (!only) staticChecks();
  const html = only ? null : startHtmlValidate();
  await timed("fonts", fontChecks);
  await timed("speed", speedChecks);
  // Lighthouse waits more than it computes, so it goes along beside the visits.
  await Promise.all([timed("pages", pageChecks), timed("Lighthouse", judge)]);
  await timed("walks", walks);
  if (shots) await timed("pictures", pictures);
  if (html) await timed("html-validate", () => finishHtmlValidate(html));
} finally {
  await browser.close();
  fonts.remove();
  await Promise.all(sites.map(({ served }) => served.stop()));
}
report.note(`${counted.runs} runs of axe`);
report.note(`${Math.round((Date.now() - started) / 1000)} s in all`);
process.exitCode = report.finish();

function readArguments(words) {
  const given = { folders: [], shots: null, only: null };
  for (let at = 0; at < words.length; at += 1) {
    if (words[at] === "--shots") given.shots = words[(at += 1)];
    else if (words[at] === "--only") given.only = words[(at += 1)];
    else given.folders.push(words[at]);
  }
  if (given.folders.length !== 2 || given.folders.some((folder) => !existsSync(folder))) {
    console.error("usage: node tests/browser/run.mjs <built real site> <built sample site> [--shots DIR] [--only WORD]");
    process.exit(2);
  }
  return given;
}

function chromiumPath() {
  const path = process.env.KOYAKU_CHROMIUM ?? "/usr/bin/chromium";
  if (existsSync(path)) return path;
  console.error(`There is no Chromium at ${path}. Install Debian's package chromium, or name another with KOYAKU_CHROMIUM.`);
  process.exit(2);
}

async function timed(name, work) {
  const start = Date.now();
  await work();
  report.note(`${name}: ${Math.round((Date.now() - start) / 1000)} s`);
}

function staticChecks() {
  for (const { site } of sites) {
    for (const [name, problems] of Object.entries(siteProblems(site))) report.check(`${name}: ${site.name}`, problems);
    for (const [budget, problems] of Object.entries(weightProblems(site))) report.check(`budget of ${budget}: ${site.name}`, problems);
    report.note(weightLine(site));
    report.check(`titles and descriptions of every page: ${site.name}`, nameProblems(site));
    report.check(`words meant for a machine on every page: ${site.name}`, unfilledProblems(site));
    report.check(`hreflang and canonical of every page: ${site.name}`, hreflangProblems(site));
  }
  report.check("features on the pages that are opened", featureProblems(sites.flatMap(({ chosen }) => chosen)));
  report.check("typed spaces in the theme's words", typedSpaceProblems());
  report.check("kinds with a filter", filterProblems(sites.flatMap(({ site }) => pagesToFilter(site))));
}

// What is proved in other fonts than those of the proof is proved on this machine alone.
async function fontChecks() {
  for (const { site, chosen, origin } of sites) {
    const context = await newReader(browser);
    const page = await context.newPage();
    for (const target of chosen.filter(({ kind, role }) => kind === "home" && role === "typical")) {
      await guarded(report, `fonts: ${nameOf(target)}`, async () => {
        await open(page, origin, target);
        return fontProblems(page, target.lang);
      });
    }
    await context.close();
  }
}

async function speedChecks() {
  for (const { site, chosen, origin } of sites) {
    const targets = listed(`speed: ${site.name}`, () => pagesToTime(site, chosen));
    for (const target of targets) {
      await guarded(report, `speed: ${nameOf(target)}`, async () => {
        const { problems, line } = await speedOf(browser, origin, target);
        report.note(`${nameOf(target)}: ${line}`);
        return problems;
      });
    }
  }
}

async function pageChecks() {
  const lanes = await Promise.all(Array.from({ length: LANES }, () => newLane(browser)));
  const visits = sites.flatMap(({ site, chosen, origin }) => chosen.map((target) => ({ site, origin, target })));
  const kept = visits.filter(({ target }) => wanted(nameOf(target)));
  await inLanes(lanes, kept, async (lane, { target, ...rest }) => {
    const done = await guarded(report, `opening: ${nameOf(target)}`, async () => {
      await visit({ lane, report, target, ...rest });
      return [];
    }, LIMIT * 6);
    if (lane.lost || !done) Object.assign(lane, await newLane(browser));
  });
  report.note(`${kept.length} pages visited`);
  await Promise.all(lanes.flatMap(({ page, plain }) => [page.context().close(), plain.context().close()]));
}

// Each walk has a context of its own, as a reader who comes for the first time.
async function walks() {
  const all = sites.flatMap((each) => walksOf(each)).filter(({ name }) => wanted(name));
  await inLanes(Array.from({ length: LANES }), all, async (_, { name, work, scripts }) => {
    const context = await newReader(browser, { viewport: { width: 390, height: 844 }, reducedMotion: "reduce", javaScriptEnabled: scripts !== false });
    await guarded(report, name, async () => work(await context.newPage(), report));
    await context.close();
  });
}

// Lighthouse takes hold of every page of its browser, and when it lets go, a page that shows itself as on paper does so no more.
// So it has a browser to itself.
async function judge() {
  const port = await freePort();
  const own = await launch(`--remote-debugging-port=${port}`);
  try {
    for (const { site, chosen, origin } of sites) {
      for (const target of listed(`Lighthouse: ${site.name}`, () => pagesToJudge(site, chosen))) {
        await guarded(report, `Lighthouse: ${nameOf(target)}`, () => lighthouseProblems(origin + target.address, port, target));
      }
    }
  } finally {
    await own.close();
  }
}

async function pictures() {
  const lanes = await Promise.all(Array.from({ length: LANES }, async () => (await newReader(browser, { reducedMotion: "reduce" })).newPage()));
  const pages = sites.flatMap(({ site, chosen, origin }) => pagesToShow(chosen).map((target) => ({ target, reach: (page) => open(page, origin, target) }))
    .concat(site.languages.map((lang) => ({ target: { site: site.name, kind: "search", lang, role: "with results", address: "?q" }, reach: (page) => openResults(page, { site, origin, lang }) }))));
  await inLanes(lanes, pages.filter(({ target }) => wanted(nameOf(target))), async (page, { target, reach }) => {
    await guarded(report, `pictures: ${nameOf(target)}`, async () => {
      await reach(page);
      await takeShots(page, target, shots);
      return [];
    });
  });
}

// html-validate needs a minute of one core and no browser, so it works beside the visits.
function startHtmlValidate() {
  const child = spawn(process.execPath, [fileURLToPath(new URL("html.mjs", import.meta.url)), ...folders], { stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  child.stdout.on("data", (chunk) => { text += chunk; });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, text })));
}

async function finishHtmlValidate(html) {
  const { code, text } = await html;
  const lines = text.trim().split("\n");
  for (const [at, { site }] of sites.entries()) {
    await guarded(report, `html-validate of every page: ${site.name}`, () => {
      if (code !== 0 || !lines[at]) throw new Error(`html-validate ended with ${code}`);
      return JSON.parse(lines[at]);
    });
  }
}

/** The pages of a list that are wanted; a page that the list needs and the site lacks is a failure by that name. */
function listed(name, list) {
  const prefix = name.split(":")[0];
  try {
    return list().filter((target) => wanted(`${prefix}: ${nameOf(target)}`));
  } catch (error) {
    report.check(name, [`${error.message}.`]);
    return [];
  }
}

function wanted(name) {
  return only === null || name.includes(only);
}
