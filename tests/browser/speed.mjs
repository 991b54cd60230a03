// How soon a page can be there on a slow phone, and whether it stands still while it comes. The time until the largest paint is
// reckoned and not measured, since a clock says more about a busy machine than about a page: the round trips and the bytes on a line
// of 1.6 Mbit/s and 150 ms for everything that the browser says the paint had to wait for. Weight is judged in budgets.mjs.
import { typical } from "./choose.mjs";
import { drawn, newReader } from "./modes.mjs";

const RATE = 1.6 * 1024 * 1024;
const ROUND_TRIP = 150;
const NETWORK = { offline: false, latency: ROUND_TRIP, downloadThroughput: RATE / 8, uploadThroughput: (0.75 * 1024 * 1024) / 8 };
/** What a server sends before it waits for the first answer, ten packets; after every round trip it sends twice as much. */
const FIRST_FLIGHT = 14_600;
const PAINT_LIMIT = 1000;
/** Layout shift is reported with two decimals; a page painted between two rows on a busy machine moves by thousandths. */
const SHIFT_LIMIT = 0.005;
/** A true shift comes at every visit; one of a busy machine, which paints half a page, does not. */
const MOST_VISITS = 5;
const MOST_REQUESTS = 3;
/** The pages that readers come to first, and of a second site the two that weigh most upon it. */
const KINDS = { real: ["home", "document", "commitment"], sample: ["home", "commitment"] };

/** The pages of a site to be judged. */
export function pagesToTime(site, chosen) {
  return KINDS[site.name].map((kind) => typical(chosen, kind, site.languages[0]));
}

/** Judges one page; answers sentences and the line of numbers to print. */
export async function speedOf(browser, origin, target) {
  const context = await newReader(browser, { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Network.enable");
    await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
    await devtools.send("Network.emulateNetworkConditions", NETWORK);
    const come = () => page.goto(origin + target.address, { waitUntil: "load" });
    await come();
    await drawn(page);
    const waited = await page.evaluate(waitedFor);
    const paint = reckoned(waited);
    const problems = await shiftProblems(page, come);
    if (paint > PAINT_LIMIT) problems.push(`The largest paint comes after ${paint} ms, more than ${PAINT_LIMIT}: it waits for ${waited.map(({ name, bytes }) => `${name} (${bytes} bytes)`).join(", ")}.`);
    return { problems, line: `largest paint after ${paint} ms on a slow line, for ${waited.length} requests and ${waited.reduce((sum, { bytes }) => sum + bytes, 0)} bytes` };
  } finally {
    await context.close();
  }
}

// Runs in the page: what the largest paint waited for. The page itself asks for all of it, or it would ask too often (see below).
function waitedFor() {
  const part = ({ name, transferSize }) => ({ name: new URL(name).pathname, bytes: transferSize });
  return new Promise((done) => {
    new PerformanceObserver((list) => {
      const [page] = performance.getEntriesByType("navigation");
      const largest = list.getEntries().at(-1);
      const rest = performance.getEntriesByType("resource").filter((each) => each.renderBlockingStatus === "blocking" || each.name === largest.url);
      done([part(page), ...rest.map(part)]);
    }).observe({ type: "largest-contentful-paint", buffered: true });
  });
}

/** Milliseconds: one round trip to connect, the page, then all else at once, and the bytes of all. */
function reckoned([page, ...rest]) {
  const flights = (bytes) => Math.max(1, Math.ceil(Math.log2(bytes / FIRST_FLIGHT + 1)));
  const trips = 1 + flights(page.bytes) + Math.max(0, ...rest.map(({ bytes }) => flights(bytes)));
  const bytes = rest.reduce((sum, each) => sum + each.bytes, page.bytes);
  return Math.round(trips * ROUND_TRIP + (bytes * 8 * 1000) / RATE);
}

/** Whether an open page moved while it came, as sentences. `again` lets it come once more, where it has to be looked at twice. */
export async function shiftProblems(page, again) {
  let least = await layoutShift(page);
  for (let visits = 1; least >= SHIFT_LIMIT && visits < MOST_VISITS; visits += 1) {
    await again();
    least = Math.min(least, await layoutShift(page));
  }
  return least >= SHIFT_LIMIT ? [`The layout shifts by ${least.toFixed(4)} while loading.`] : [];
}

/** The layout shift of an open page so far, without unit. */
function layoutShift(page) {
  return page.evaluate(() => new Promise((done) => {
    let shift = 0;
    const add = (entries) => entries.forEach((entry) => { shift += entry.value; });
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: "layout-shift", buffered: true });
    requestAnimationFrame(() => setTimeout(() => { add(observer.takeRecords()); done(shift); }, 0));
  }));
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
