// An address that does not exist, deep in the site, in every language: the page that a host shows there must find its stylesheet
// and a way home, although its own address is another one, and speak the language of the address where the host knows it.
import { open } from "./modes.mjs";

/** What is wrong with the page for a missing address in a language, as sentences. */
export async function missingProblems(page, { site, origin, lang }) {
  const home = lang === site.languages[0] ? "/" : `/${lang}/`;
  await open(page, origin, { kind: "not-found", address: `${home}there/is/nothing/here/` });
  return page.evaluate(async ({ base, home, lang }) => {
    const problems = [];
    const sheet = document.querySelector("link[rel=stylesheet]")?.href ?? "";
    const links = [...document.querySelectorAll("a[href]")];
    const local = (href) => (base && href.startsWith(base) ? location.origin + href.slice(base.length) : href);
    if (document.documentElement.lang !== lang) problems.push(`It is in “${document.documentElement.lang}”.`);
    if (!(await fetch(local(sheet)).then((answer) => answer.ok, () => false))) problems.push(`Its stylesheet ${sheet} does not exist.`);
    if (!links.some((each) => new URL(local(each.href)).pathname === home)) problems.push(`No link leads to ${home}.`);
    const lost = await Promise.all(links.filter((each) => local(each.href).startsWith(location.origin) && !each.hash).map(async (each) => {
      const answer = await fetch(local(each.href), { method: "HEAD" });
      return answer.ok ? null : `“${each.textContent.trim()}” leads to ${local(each.href)}, which does not exist.`;
    }));
    // A host that knows only one such page shows it for every address, so it must lead to the other languages itself.
    if (!document.querySelector("header a[hreflang]")) problems.push("No link leads to another language.");
    return problems.concat(lost.filter(Boolean));
  }, { base: site.base, home, lang });
}
