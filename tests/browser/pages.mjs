// Reads a built site from its folder, and reads tags and attributes out of HTML, minified or not. A page says its kind in the
// class of its body. Which pages are looked at is decided in choose.mjs.
import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { gzipSync } from "node:zlib";

/** Everything about one built site: its pages by address, its files with their gzip size, its base URL and its languages. */
export function readSite(name, folder) {
  const pages = [];
  const files = new Map();
  for (const file of walk(folder)) {
    const bytes = readFileSync(file);
    const address = `/${relative(folder, file).split(sep).join("/")}`;
    files.set(address, { size: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length });
    if (file.endsWith(".html")) pages.push(readPage(name, address, bytes.toString("utf8")));
  }
  const byAddress = new Map(pages.map((page) => [page.address, page]));
  const home = byAddress.get("/");
  if (!home) throw new Error(`there is no index.html in ${folder}`);
  const canonical = attribute(tags(home.html, "link").find((tag) => attribute(tag, "rel") === "canonical") ?? "", "href");
  const languages = [...new Set([home.lang, ...pages.map((page) => page.lang)])];
  return { name, folder, pages, byAddress, files, base: canonical?.replace(/\/$/, ""), languages };
}

/** How a page is called in the output: site, kind, address, and its role where it is not the typical one. */
export function nameOf(page) {
  return `${page.site} ${page.kind}${page.role && page.role !== "typical" ? ` (${page.role})` : ""} ${page.address}`;
}

/** The address of the same page in another language: the first language has no part of its own in an address. */
export function addressIn(site, page, lang) {
  const [first] = site.languages;
  const plain = page.lang === first ? page.address : page.address.slice(page.lang.length + 1);
  return lang === first ? plain : `/${lang}${plain}`;
}

/** All start tags of one element in a text of HTML, minified or not. */
export function tags(html, element) {
  return html.match(new RegExp(`<${element}\\b(?:[^>"']|"[^"]*"|'[^']*')*>`, "gi")) ?? [];
}

/** The value of an attribute of a start tag, with character references resolved, or null. */
export function attribute(tag, name) {
  const match = tag.match(new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i"));
  return match ? unescape(match[1] ?? match[2] ?? match[3]) : null;
}

/** Character references as the generator writes them, resolved. */
export function unescape(text) {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, hex) => String.fromCodePoint(parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, decimal) => String.fromCodePoint(Number(decimal)))
    .replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&amp;/g, "&");
}

function readPage(site, file, html) {
  const metas = tags(html, "meta");
  const named = (name) => metas.find((tag) => attribute(tag, "name") === name);
  return {
    site,
    address: file.replace(/index\.html$/, ""),
    file,
    html,
    kind: attribute(tags(html, "body")[0] ?? "", "class")?.split(/\s+/)[0] ?? null,
    lang: attribute(tags(html, "html")[0] ?? "", "lang"),
    title: unescape(html.match(/<title[^>]*>([^<]*)/i)?.[1] ?? "").trim(),
    description: attribute(named("description") ?? "", "content"),
    noindex: /noindex/.test(attribute(named("robots") ?? "", "content") ?? ""),
    redirect: metas.some((tag) => attribute(tag, "http-equiv")?.toLowerCase() === "refresh"),
  };
}

function* walk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else yield path;
  }
}
