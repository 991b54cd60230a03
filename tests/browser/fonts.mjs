// The fonts that the browser sees: those of tests/package-lock.json and no other, so that a line breaks on every machine where it
// breaks here. Readers have Latin fonts of every width. Pages are shown in a wide one, DejaVu Sans, which is all that many a Linux
// has; layouts are tried in a narrow one as well. Why these fonts: docs/decisions/0011-fonts-of-the-proof.md.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PACKAGES = fileURLToPath(new URL("../node_modules/", import.meta.url));
const FOLDERS = [
  "@expo-google-fonts/noto-sans-jp/400Regular", "@expo-google-fonts/noto-sans-jp/700Bold",
  "@expo-google-fonts/noto-serif-jp/400Regular", "@expo-google-fonts/noto-serif-jp/700Bold",
  "@expo-google-fonts/pt-sans-narrow/400Regular", "@expo-google-fonts/pt-sans-narrow/700Bold",
  "dejavu-fonts-ttf/ttf",
];
/** What the package of DejaVu holds besides: where nothing else fits, any of these would be taken. */
const LEFT_OUT = ["*/DejaVuMath*", "*/DejaVuSerif*", "*Condensed*", "*ExtraLight*"];

const GENERIC = { "sans-serif": ["DejaVu Sans", "Noto Sans JP"], "system-ui": ["DejaVu Sans", "Noto Sans JP"], serif: ["Noto Serif JP"], monospace: ["DejaVu Sans Mono", "Noto Sans JP"] };

/** The theme's own token for Latin text, set as a reader's system would that has a narrow font. */
const NARROW = ':root { --latin: "PT Sans Narrow", "Noto Sans JP", sans-serif !important; }';

/** The families of which at least one must be met on a page of a language, and the only ones that may be. */
const EXPECTED = { ja: ["Noto Sans JP", "Noto Serif JP"], en: ["DejaVu Sans"], narrow: ["PT Sans Narrow"] };
const ALLOWED = ["Noto Sans JP", "Noto Serif JP", "DejaVu Sans", "DejaVu Sans Mono"];

/** Writes a configuration of fontconfig that knows these fonts alone; answers the environment of the browser and how to clean up. */
export function ownFonts() {
  const missing = FOLDERS.filter((folder) => !existsSync(join(PACKAGES, folder)));
  if (missing.length > 0) throw new Error(`there are no fonts in tests/node_modules/${missing.join(", ")}; run npm ci --prefix tests`);
  const folder = mkdtempSync(join(tmpdir(), "koyaku-fonts-"));
  const file = join(folder, "fonts.conf");
  const aliases = Object.entries(GENERIC).map(([name, families]) => `<alias binding="same"><family>${name}</family><prefer>${families.map((family) => `<family>${family}</family>`).join("")}</prefer></alias>`);
  writeFileSync(file, [
    '<?xml version="1.0"?>', '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">', "<fontconfig>",
    ...FOLDERS.map((each) => `<dir>${join(PACKAGES, each)}</dir>`),
    `<selectfont><rejectfont>${LEFT_OUT.map((glob) => `<glob>${glob}</glob>`).join("")}</rejectfont></selectfont>`,
    `<cachedir>${join(folder, "cache")}</cachedir>`, ...aliases, "</fontconfig>", "",
  ].join("\n"));
  return { env: { ...process.env, FONTCONFIG_FILE: file }, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Does `work` while Latin text is narrow. A constructed stylesheet is not bound by the page's content security policy. */
export async function inNarrowLatin(page, work) {
  await page.evaluate((text) => {
    window.narrowLatin = new CSSStyleSheet();
    window.narrowLatin.replaceSync(text);
    document.adoptedStyleSheets.push(window.narrowLatin);
  }, NARROW);
  try {
    return await work();
  } finally {
    await page.evaluate(() => { document.adoptedStyleSheets = [...document.adoptedStyleSheets].filter((sheet) => sheet !== window.narrowLatin); });
  }
}

/** Fonts of an open page that are none of these, or that no text is set in although it should be, as sentences. */
export async function fontProblems(page, lang) {
  const wide = await familiesOf(page);
  const problems = wide.filter((family) => !ALLOWED.includes(family)).map((family) => `Text is set in “${family}”, which is not among the fonts of the proof.`);
  const lacking = (wanted, seen) => wanted.filter((family) => !seen.includes(family)).map((family) => `No text is set in ${family}, but in ${seen.join(", ") || "nothing"}.`);
  problems.push(...lacking(EXPECTED[lang], wide));
  if (lang !== "ja") problems.push(...lacking(EXPECTED.narrow, await inNarrowLatin(page, () => familiesOf(page))));
  return problems;
}

/** The families in which the texts of a page are set, as the browser found them. */
async function familiesOf(page) {
  const devtools = await page.context().newCDPSession(page);
  try {
    await devtools.send("DOM.enable");
    await devtools.send("CSS.enable");
    const { root } = await devtools.send("DOM.getDocument");
    const { nodeId } = await devtools.send("DOM.querySelector", { nodeId: root.nodeId, selector: "body" });
    const { nodeIds } = await devtools.send("DOM.querySelectorAll", { nodeId, selector: "*" });
    const all = new Set();
    for (const each of nodeIds) {
      const { fonts } = await devtools.send("CSS.getPlatformFontsForNode", { nodeId: each });
      for (const { familyName } of fonts) all.add(familyName);
    }
    return [...all];
  } finally {
    await devtools.detach();
  }
}
