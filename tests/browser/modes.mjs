// The ways in which a reader may see a page: widths, colour schemes, forced colours, more contrast. A mode is put on a page that
// is already open, since a stylesheet answers to media features at once and a second download would prove nothing more.
import { STEP_LIMIT } from "./report.mjs";

const PLAIN = { media: "screen", colorScheme: "light", forcedColors: "none", contrast: "no-preference", reducedMotion: "reduce" };

/** Heights of the screens by their width: a small and a usual phone, a tablet, a desk. */
export const HEIGHTS = { 320: 640, 390: 844, 768: 1024, 1280: 800 };

const LOOKS = {
  light: {},
  dark: { colorScheme: "dark" },
  "forced colours": { forcedColors: "active" },
  "forced colours, dark": { forcedColors: "active", colorScheme: "dark" },
  "more contrast": { contrast: "more" },
};

const mode = (width, look) => ({ name: `${width} ${look}`, width, look, media: LOOKS[look] });

/** A phone and a desk as most readers have them. */
export const PHONE = mode(390, "light");
export const DESK = mode(1280, "light");

/** Every mode in which a typical page is judged; the widths stand together, since a new width costs a new layout. */
export const MATRIX = [
  mode(320, "light"),
  ...[390, 1280].flatMap((width) => Object.keys(LOOKS).map((look) => mode(width, look))),
  mode(768, "light"),
];

/** The modes of a page that was chosen for what stands on it: every look, but not every width. */
export const LOOKED = MATRIX.filter(({ width }) => width === 390 || width === 1280);

/** The modes of a page whose like has been judged in all of them. */
export const FEW = [PHONE, mode(1280, "dark")];

/** The looks in which a mark of focus has colours of its own. */
export const FOCUS_LOOKS = [mode(1280, "light"), mode(1280, "dark"), mode(1280, "forced colours"), mode(1280, "forced colours, dark")];

/**
 * Gives a page a mode and waits until it has arrived there: the call returns a moment before. Nothing waits for a frame on the
 * screen, since what is measured is laid out when it is asked for, and a busy machine may draw no frame for a long time.
 */
export async function show(page, { width, media }) {
  const wanted = { ...PLAIN, ...media };
  const size = { width, height: HEIGHTS[width] };
  const now = page.viewportSize();
  if (now?.width !== size.width || now.height !== size.height) await page.setViewportSize(size);
  await emulate(page, { width, wanted });
}

/** Asks for media features and waits until the page has them. */
export async function emulate(page, mode) {
  const end = Date.now() + STEP_LIMIT;
  await page.emulateMedia(mode.wanted);
  while (!(await page.evaluate(isShown, mode))) {
    if (Date.now() > end) throw new Error(`the page never became ${mode.width} px wide with ${JSON.stringify(mode.wanted)}`);
  }
}

// Runs in the page.
function isShown({ width, wanted }) {
  const queries = [wanted.media, `(prefers-color-scheme: ${wanted.colorScheme})`, `(forced-colors: ${wanted.forcedColors})`, `(prefers-contrast: ${wanted.contrast})`];
  return innerWidth === width && queries.every((query) => matchMedia(query).matches);
}

/** Resolves after the next two frames. Never resolves without JavaScript. */
export function drawn(page) {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
}

/** A new reader, whose browser takes its time: the driver's own limit of 30 seconds is too short for a busy machine. */
export async function newReader(browser, options) {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(STEP_LIMIT);
  return context;
}

/** Opens a page and says so when its status is not the one expected. */
export async function open(page, origin, target) {
  const expected = target.kind === "not-found" && target.address.endsWith("/") ? 404 : 200;
  const response = await page.goto(origin + target.address, { waitUntil: "load" });
  if (response && response.status() !== expected && response.status() !== 304) {
    throw new Error(`${target.address} answered ${response.status()}`);
  }
}
