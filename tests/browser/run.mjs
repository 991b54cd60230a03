// The browser proof, in one command:
//
//   node tests/browser/run.mjs <built real site> <built sample site> [--shots DIR] [--only WORD]
//
// Both sites must have been built with a base URL. Prints one line per check, then what failed and where, then the count; exits
// with 1 when something failed. `--only` keeps the page visits, searches and Lighthouse runs whose name holds the word, for
// looking at one thing. Chromium is Debian's, or what KOYAKU_CHROMIUM names; nothing is downloaded.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { weightLine, weightProblems } from "./budgets.mjs";
import { hreflangProblems } from "./languages.mjs";
import { freePort, lighthouseProblems, pagesToJudge } from "./lighthouse.mjs";
import { open } from "./modes.mjs";
import { choosePages, nameOf, readSite } from "./pages.mjs";
import { guarded, inLanes, newReport } from "./report.mjs";
import { searchChecks } from "./search.mjs";
import { serve } from "./server.mjs";
import { pagesToShow, takeShots } from "./shots.mjs";
import { speedOf } from "./speed.mjs";
import { nameProblems } from "./structure.mjs";
import { newLane, planVisits, visit } from "./visit.mjs";

const LANES = 2;
/** Fewer processes than Chromium would start: two cores have nothing to gain from spare ones or from drawing as if with a graphics card. */
const SPARING = ["--disable-gpu", "--renderer-process-limit=4"];

const { folders, shots, only } = readArguments(process.argv.slice(2));
const started = Date.now();
const report = newReport();
const sites = await Promise.all(["real", "sample"].map(async (name, at) => {
  const site = readSite(name, folders[at]);
  return { site, chosen: choosePages(site), served: await serve(folders[at]) };
}));
const port = await freePort();
const browser = await chromium.launch({ executablePath: chromiumPath(), args: [`--remote-debugging-port=${port}`, ...SPARING] });
try {
  staticChecks();
  // Speed comes before anything else is started, since it is the one thing that a busy machine would change.
  if (!only) await timed("speed", speedChecks);
  const html = only ? null : startHtmlValidate();
  // Lighthouse waits more than it computes, so it goes along beside the visits.
  await Promise.all([timed("pages", pageChecks), timed("Lighthouse", judge)]);
  await timed("search", searches);
  if (shots) await timed("pictures", pictures);
  if (html) await timed("html-validate", () => finishHtmlValidate(html));
} finally {
  await browser.close();
  await Promise.all(sites.map(({ served }) => served.stop()));
}
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
    for (const [budget, problems] of Object.entries(weightProblems(site))) report.check(`budget of ${budget}: ${site.name}`, problems);
    report.note(weightLine(site));
    report.check(`titles and descriptions of every page: ${site.name}`, nameProblems(site));
    report.check(`hreflang and canonical of every page: ${site.name}`, hreflangProblems(site));
  }
}

async function speedChecks() {
  const [{ chosen, served }] = sites;
  for (const target of chosen.filter((page) => page.lang === "ja" && page.role === "typical" && ["home", "commitment"].includes(page.kind))) {
    await guarded(report, `speed: ${nameOf(target)}`, async () => {
      const { problems, line } = await speedOf(browser, served.origin, target);
      report.note(`${nameOf(target)}: ${line}`);
      return problems;
    });
  }
}

async function pageChecks() {
  const lanes = await Promise.all(Array.from({ length: LANES }, () => newLane(browser)));
  const plans = planVisits(sites.map(({ chosen }) => chosen));
  const visits = sites.flatMap(({ site, chosen, served }) => chosen.map((target) => ({ site, origin: served.origin, target, plan: plans.get(target) })));
  await inLanes(lanes, visits.filter(({ target }) => wanted(nameOf(target))), async (lane, { target, ...rest }) => {
    await guarded(report, `opening: ${nameOf(target)}`, async () => {
      await visit({ lane, report, target, ...rest });
      return [];
    });
  });
  for (const { site, served } of sites) {
    if (!wanted(`missing page ${site.name}`)) continue;
    await guarded(report, `missing page: ${site.name}`, () => missingPage(lanes[0], site, served.origin));
  }
  await Promise.all(lanes.flatMap(({ page, plain }) => [page.context().close(), plain.context().close()]));
}

/** An address that does not exist, deep in the site: the page of the host must find its stylesheet and a way home from there. */
async function missingPage({ page }, site, origin) {
  const target = { kind: "not-found", address: "/there/is/nothing/here/" };
  await open(page, origin, target);
  return page.evaluate(async (base) => {
    const problems = [];
    const sheet = document.querySelector("link[rel=stylesheet]")?.href ?? "";
    const links = [...document.querySelectorAll("a[href]")].map((each) => each.href);
    const local = (href) => (base && href.startsWith(base) ? location.origin + href.slice(base.length) : href);
    if (!(await fetch(local(sheet)).then((answer) => answer.ok, () => false))) problems.push(`Its stylesheet ${sheet} does not exist.`);
    if (!links.some((href) => new URL(local(href)).pathname === "/")) problems.push("No link leads home.");
    return problems;
  }, site.base);
}

async function searches() {
  const [{ site, served }] = sites;
  if (!site.pages.some((page) => page.kind === "search")) {
    report.note("search: the site has no page of the kind “search”, nothing to ask");
    return;
  }
  const checks = site.languages.flatMap((lang) => searchChecks(site, served.origin, lang).map((check) => ({ ...check, name: `search: ${lang} ${check.name}` })));
  // Each check has a context of its own, as a reader who comes for the first time.
  await inLanes(Array.from({ length: LANES }), checks.filter(({ name }) => wanted(name)), async (_, { name, work }) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: "reduce" });
    await guarded(report, name, async () => work(await context.newPage()));
    await context.close();
  });
}

async function judge() {
  const [{ site, chosen, served }] = sites;
  for (const target of pagesToJudge(site, chosen)) {
    const name = `Lighthouse: ${nameOf(target)}`;
    if (wanted(name)) await guarded(report, name, () => lighthouseProblems(served.origin + target.address, port, target));
  }
}

async function pictures() {
  const lanes = await Promise.all(Array.from({ length: LANES }, () => browser.newPage({ reducedMotion: "reduce" })));
  const origins = new Map(sites.map(({ site, served }) => [site.name, served.origin]));
  await inLanes(lanes, pagesToShow(sites.map(({ chosen }) => chosen)).filter((target) => wanted(nameOf(target))), async (page, target) => {
    await guarded(report, `pictures: ${nameOf(target)}`, async () => {
      await open(page, origins.get(target.site), target);
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

function wanted(name) {
  return only === null || name.includes(only);
}
