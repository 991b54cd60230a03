// The weight of every page and asset in bytes after gzip, against the budgets of the design. Read from the folder: no browser.
import { attribute, tags } from "./pages.mjs";

const KB = 1024;
const PAGE = 14 * KB;
const LIST = 40 * KB;
const LISTS = new Set(["document", "section", "departments", "department", "area", "subjects", "subject", "glossary", "search",
  "updates", "month", "deadlines", "deadline-list", "amendments", "translations", "status-list", "data"]);

/** Pages, stylesheets, scripts and fonts that are too heavy or too many, as sentences by the name of the budget. */
export function weightProblems(site) {
  const problems = { pages: [], stylesheet: [], script: [], fonts: [] };
  for (const page of site.pages) {
    const limit = LISTS.has(page.kind) ? LIST : PAGE;
    const { gzip } = site.files.get(page.file);
    if (gzip > limit) problems.pages.push(`${page.address} (${page.kind}) weighs ${(gzip / KB).toFixed(1)} KB of ${limit / KB}.`);
    if (page.redirect) continue;
    const sheets = tags(page.html, "link").filter((tag) => attribute(tag, "rel") === "stylesheet");
    if (sheets.length !== 1) problems.stylesheet.push(`${page.address} links ${sheets.length} stylesheets.`);
    if (/<style\b|\sstyle=/i.test(page.html.replace(/>[^<]*</g, "><"))) problems.stylesheet.push(`${page.address} has styles of its own.`);
    const scripts = tags(page.html, "script").filter((tag) => attribute(tag, "type") !== "application/ld+json");
    if (scripts.length > 1) problems.script.push(`${page.address} has ${scripts.length} scripts.`);
    if (scripts.some((tag) => !attribute(tag, "src"))) problems.script.push(`${page.address} has an inline script.`);
  }
  for (const [address, { gzip }] of site.files) {
    if (address.endsWith(".css") && gzip > 10 * KB) problems.stylesheet.push(`${address} weighs ${(gzip / KB).toFixed(1)} KB of 10.`);
    if (address.endsWith(".js") && gzip > 8 * KB) problems.script.push(`${address} weighs ${(gzip / KB).toFixed(1)} KB of 8.`);
    if (/\.(woff2?|ttf|otf|eot)$/.test(address)) problems.fonts.push(`${address} is a font.`);
  }
  const sheets = [...site.files.keys()].filter((address) => address.endsWith(".css"));
  if (sheets.length !== 1) problems.stylesheet.push(`The site has ${sheets.length} stylesheets.`);
  return problems;
}

/** The heaviest pages and the assets in a line that can be printed. */
export function weightLine(site) {
  const kilobytes = (bytes) => `${(bytes / KB).toFixed(1)} KB`;
  const heaviest = (lists) => site.pages.filter((page) => LISTS.has(page.kind) === lists)
    .map((page) => ({ page, gzip: site.files.get(page.file).gzip })).sort((a, b) => b.gzip - a.gzip)[0];
  const assets = [...site.files].filter(([address]) => /\.(css|js)$/.test(address)).map(([address, { gzip }]) => `${address.split("/").at(-1)} ${kilobytes(gzip)}`);
  const [page, list] = [heaviest(false), heaviest(true)];
  return `${site.name}: heaviest page ${page.page.address} ${kilobytes(page.gzip)}, heaviest list ${list.page.address} ${kilobytes(list.gzip)}, ${assets.join(", ")}`;
}
