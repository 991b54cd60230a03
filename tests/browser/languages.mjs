// The two languages belong together: every page leads to its sister and back, and search engines are told the same thing by
// hreflang. The links are followed in the browser; hreflang is read from every page of the built folder.
import { attribute, tags } from "./pages.mjs";

/** Follows the link to every other language and back from an open page; sentences say where one ended elsewhere. */
export async function roundTripProblems(page, site, target) {
  const problems = [];
  const home = await page.evaluate(() => location.href);
  for (const lang of site.languages.filter((each) => each !== target.lang)) {
    const link = (wanted) => page.locator(`header a[hreflang="${wanted}"]`);
    if ((await link(lang).count()) !== 1) {
      problems.push(`There are ${await link(lang).count()} links to the language ${lang} in the header.`);
      continue;
    }
    await Promise.all([page.waitForEvent("load"), link(lang).click()]);
    const there = await page.evaluate(() => ({ lang: document.documentElement.lang, path: location.pathname, kind: document.body.className.split(" ")[0] }));
    if (there.lang !== lang) problems.push(`The link to ${lang} leads to ${there.path} in “${there.lang}”.`);
    if (there.kind !== target.kind) problems.push(`The link to ${lang} leads to ${there.path}, a page of the kind “${there.kind}”.`);
    if ((await link(target.lang).count()) !== 1) {
      problems.push(`${there.path} has no single link back.`);
      continue;
    }
    await Promise.all([page.waitForEvent("load"), link(target.lang).click()]);
    const back = await page.evaluate(() => location.href);
    if (back !== home) problems.push(`The way to ${lang} and back ends at ${back}.`);
  }
  return problems;
}

/** What is wrong with the hreflang of all pages of a site, as sentences. */
export function hreflangProblems(site) {
  const problems = [];
  const alternates = new Map();
  if (!site.base) return [`The site ${site.name} has no canonical address: it was built without a base URL.`];
  for (const page of site.pages.filter((each) => !each.redirect && each.kind !== "not-found")) {
    const links = tags(page.html, "link").filter((tag) => attribute(tag, "rel") === "alternate" && attribute(tag, "hreflang"));
    const own = new Map(links.map((tag) => [attribute(tag, "hreflang"), attribute(tag, "href")]));
    alternates.set(site.base + page.address, own);
    const wanted = [...site.languages, "x-default"];
    if (links.length !== wanted.length || wanted.some((lang) => !own.has(lang))) problems.push(`${page.address} lists ${[...own.keys()].join(", ") || "no language"}.`);
    if (own.get(page.lang) !== site.base + page.address) problems.push(`${page.address} does not list itself but ${own.get(page.lang)}.`);
    // The ways to the same page have a language of their own as well; evidence elsewhere only says what it is written in.
    for (const link of tags(page.html, "a").filter((tag) => attribute(tag, "hreflang") && attribute(tag, "lang"))) {
      const leadsTo = new URL(attribute(link, "href"), site.base + page.address).href;
      // A paper in the other language, here or on another site, says its language as well and is nobody's sister.
      if (!leadsTo.startsWith(`${site.base}/`) || !site.byAddress.has(leadsTo.slice(site.base.length))) continue;
      const told = own.get(attribute(link, "hreflang"));
      if (leadsTo !== told) problems.push(`${page.address} links to ${leadsTo} in “${attribute(link, "hreflang")}” and tells search engines ${told}.`);
    }
    const canonical = tags(page.html, "link").filter((tag) => attribute(tag, "rel") === "canonical").map((tag) => attribute(tag, "href"));
    if (canonical.length !== 1 || canonical[0] !== site.base + page.address) problems.push(`${page.address} names ${canonical.join(", ") || "no address"} as canonical.`);
  }
  for (const [address, own] of alternates) {
    for (const [lang, href] of own) {
      const other = alternates.get(href);
      if (!other) problems.push(`${address} names ${href} for ${lang}, which does not exist.`);
      else if (![...other.values()].includes(address)) problems.push(`${href} does not name ${address} in return.`);
    }
  }
  return problems;
}
