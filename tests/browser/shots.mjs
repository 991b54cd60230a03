// Pictures for people to look at, of the typical pages of both sites, of those chosen for a feature, and of the search with
// results: four widths in light, two in dark, more contrast, the whole page at 390 and 1280; forced colours and paper where a
// kind has drawings or tables. The second language differs in its words, so a phone and a desk are enough. Written only when a
// folder is given; nothing is judged here.
import { join } from "node:path";
import { mkdirSync } from "node:fs";
import { show } from "./modes.mjs";

const PRINTED = ["home", "document", "section", "commitment", "indicator", "status-list", "search"];

const LOOKS = [
  { name: "320-light", width: 320, media: {} },
  { name: "390-whole", width: 390, media: {}, options: { fullPage: true } },
  { name: "390-dark", width: 390, media: { colorScheme: "dark" } },
  { name: "390-contrast", width: 390, media: { contrast: "more" } },
  { name: "768-light", width: 768, media: {} },
  { name: "1280-whole", width: 1280, media: {}, options: { fullPage: true } },
  { name: "1280-dark", width: 1280, media: { colorScheme: "dark" } },
];

const MORE_LOOKS = [
  { name: "1280-forced", width: 1280, media: { forcedColors: "active" } },
  { name: "print", width: 768, media: { media: "print" }, options: { fullPage: true } },
];

/** Writes all pictures of one open page into `folder`, named by site, kind, language, role, width and look. */
export async function takeShots(page, target, folder) {
  mkdirSync(folder, { recursive: true });
  const role = target.role === "typical" ? null : target.role.replaceAll(" ", "-");
  const stem = [target.site, target.kind, role, target.lang].filter(Boolean).join("-");
  const looks = target.lang === "ja" ? (PRINTED.includes(target.kind) ? [...LOOKS, ...MORE_LOOKS] : LOOKS) : LOOKS.filter(({ options }) => options?.fullPage);
  for (const { name, width, media, options } of looks) {
    await show(page, { width, media });
    await page.evaluate(() => scrollTo(0, 0));
    await page.screenshot({ path: join(folder, `${stem}-${name}.png`), animations: "disabled", caret: "hide", ...options });
  }
}

/** The pages of a site to be shown: what is longest or shortest looks like the typical one. */
export function pagesToShow(chosen) {
  return chosen.filter((page) => !["longest", "shortest"].includes(page.role));
}
