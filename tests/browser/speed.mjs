// How fast a page is there on a slow phone: 1.6 Mbit/s, 150 ms to the server, a processor four times slower. Largest contentful
// paint as the quickest of some cold visits, since a busy machine can only make them slower, layout shift as the steadiest of them, and the requests that reading the page took.
import { typical } from "./choose.mjs";
import { drawn } from "./modes.mjs";

const NETWORK = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (0.75 * 1024 * 1024) / 8 };
const PAINT_LIMIT = 1000;
const FEWEST = 3;
const MOST = 9;
/** Layout shift is reported with two decimals; a page painted between two rows on a busy machine moves by thousandths. */
const SHIFT_LIMIT = 0.005;
const MOST_REQUESTS = 3;
/** The pages that readers come to first, and of a second site the two that weigh most upon it. */
const KINDS = { real: ["home", "document", "commitment"], sample: ["home", "commitment"] };

/** The pages of a site to be measured. */
export function pagesToTime(site, chosen) {
  return KINDS[site.name].map((kind) => typical(chosen, kind, site.languages[0]));
}

/** The first visit of all starts processes and fills the caches of this machine, which is not the reader's time. */
export async function warmUp(browser, origin) {
  await coldVisit(browser, `${origin}/`);
}

/** Measures one page; answers sentences and the line of numbers to print. */
export async function speedOf(browser, origin, target) {
  const visits = [];
  while (visits.length < FEWEST || (visits.length < MOST && quickest(visits) > PAINT_LIMIT)) visits.push(await coldVisit(browser, origin + target.address));
  const paints = visits.map((visit) => visit.paint).sort((a, b) => a - b);
  const paint = quickest(visits);
  const shift = Math.min(...visits.map((visit) => visit.shift));
  const problems = [];
  if (paint > PAINT_LIMIT) problems.push(`The largest paint came after ${paint} ms (of ${paints.join(", ")}), more than ${PAINT_LIMIT}.`);
  if (shift >= SHIFT_LIMIT) problems.push(`The layout shifted by ${shift.toFixed(4)}.`);
  return { problems, line: `LCP ${paint} ms (of ${paints.join(", ")}), CLS ${shift}, requests ${visits[0].requests.length}` };
}

const quickest = (visits) => Math.min(...visits.map((visit) => visit.paint));

async function coldVisit(browser, address) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Network.enable");
    await devtools.send("Network.emulateNetworkConditions", NETWORK);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    const requests = countRequests(page);
    await page.goto(address, { waitUntil: "load" });
    await drawn(page);
    const paint = await page.evaluate(() => new Promise((done) => {
      new PerformanceObserver((list) => done(Math.round(list.getEntries().at(-1).startTime))).observe({ type: "largest-contentful-paint", buffered: true });
    }));
    return { paint, shift: await layoutShift(page), requests };
  } finally {
    await context.close();
  }
}

/** The layout shift of an open page so far, without unit. */
export function layoutShift(page) {
  return page.evaluate(() => new Promise((done) => {
    let shift = 0;
    const add = (entries) => entries.forEach((entry) => { shift += entry.value; });
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: "layout-shift", buffered: true });
    requestAnimationFrame(() => setTimeout(() => { add(observer.takeRecords()); done(shift); }, 0));
  }));
}

/** Starts to collect the addresses that a page asks for. */
export function countRequests(page) {
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  return requests;
}

/**
 * Page, stylesheet, and one script where something can be searched or filtered; the pictures of the content come on top. The icon
 * is not counted: browsers ask for one on their own, whether a page names it or not, when the page is already there.
 */
export function requestProblems(requests, origin, { hasScriptWork, pictures }) {
  const problems = requests.filter((address) => !address.startsWith(origin)).map((address) => `${address} is asked for on another host.`);
  const paths = requests.map((address) => new URL(address).pathname).filter((path) => !/\/icon[.-][^/]*$/.test(path));
  const scripts = paths.filter((path) => path.endsWith(".js"));
  if (paths.length > (hasScriptWork ? MOST_REQUESTS : MOST_REQUESTS - 1) + pictures) problems.push(`${paths.length} requests to read the page: ${paths.join(", ")}.`);
  if (scripts.length !== (hasScriptWork ? 1 : 0)) problems.push(`${scripts.length} scripts are loaded: ${scripts.join(", ") || "none"}.`);
  return problems;
}
