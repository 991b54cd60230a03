// Pictures of every page kind for people to look at: each language, four widths, light and dark; the whole page at 390 and 1280 in
// light; forced colours and paper for the main kinds. Written only when a folder is given; nothing is judged here.
import { join } from "node:path";
import { mkdirSync } from "node:fs";
import { HEIGHTS, show } from "./modes.mjs";

const MAIN = ["home", "municipality", "document", "section", "commitment", "indicator", "search", "glossary", "term"];

/** Writes all pictures of one open page into `folder`, named by site, kind, language, role, width and mode. */
export async function takeShots(page, target, folder) {
  mkdirSync(folder, { recursive: true });
  const stem = [target.site, target.kind, target.role === "typical" ? null : target.role, target.lang].filter(Boolean).join("-");
  const shot = (mode, options) => page.screenshot({ path: join(folder, `${stem}-${mode}.png`), animations: "disabled", caret: "hide", ...options });
  for (const width of Object.keys(HEIGHTS).map(Number)) {
    for (const colorScheme of ["light", "dark"]) {
      await show(page, { width, media: { colorScheme } });
      await page.evaluate(() => scrollTo(0, 0));
      await shot(`${width}-${colorScheme}`);
      if (colorScheme === "light" && (width === 390 || width === 1280)) await shot(`${width}-whole`, { fullPage: true });
    }
  }
  if (!MAIN.includes(target.kind)) return;
  await show(page, { width: 1280, media: { forcedColors: "active" } });
  await shot("1280-forced");
  await show(page, { width: 768, media: { media: "print" } });
  await shot("print", { fullPage: true });
}

/** Typical pages of the first site, the long and the short ones too, and of later sites only what no site before had. */
export function pagesToShow(chosenBySite) {
  const seen = new Set();
  return chosenBySite.flatMap((chosen) => {
    const fresh = chosen.filter((page) => !seen.has(page.kind));
    for (const page of chosen) seen.add(page.kind);
    return fresh;
  });
}
