// The ways in which a reader may see a page: widths, colour schemes, forced colours, more contrast. A mode is put on a page that
// is already open, since a stylesheet answers to media features at once and a second download would prove nothing more.

const PLAIN = { media: "screen", colorScheme: "light", forcedColors: "none", contrast: "no-preference", reducedMotion: "reduce" };

/** Heights of the screens by their width: a small and a usual phone, a tablet, a desk. */
export const HEIGHTS = { 320: 640, 390: 844, 768: 1024, 1280: 800 };

/** The modes of the accessibility rules. */
export const MODES = [
  { name: "390 light", width: 390, media: {} },
  { name: "1280 light", width: 1280, media: {} },
  { name: "390 dark", width: 390, media: { colorScheme: "dark" } },
  { name: "1280 forced colours", width: 1280, media: { forcedColors: "active" } },
  { name: "390 more contrast", width: 390, media: { contrast: "more" } },
];

/** Gives a page a mode and waits until it has been drawn so. */
export async function show(page, mode) {
  await page.setViewportSize({ width: mode.width, height: HEIGHTS[mode.width] });
  await page.emulateMedia({ ...PLAIN, ...mode.media });
  await drawn(page);
}

/** Resolves after the next two frames: by then layout and style of the last change are on the screen. Never resolves without JavaScript. */
export function drawn(page) {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
}

/** Opens a page and says so when its status is not the one expected. */
export async function open(page, origin, target) {
  const expected = target.kind === "not-found" && target.address.endsWith("/") ? 404 : 200;
  const response = await page.goto(origin + target.address, { waitUntil: "load" });
  if (response && response.status() !== expected && response.status() !== 304) {
    throw new Error(`${target.address} answered ${response.status()}`);
  }
}
