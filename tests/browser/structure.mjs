// The bones of a page: language, one first heading, no skipped level, landmarks, names of tables. What stands in the cells of
// tables and which passages are in the other language is judged in cells.mjs and voices.mjs. Titles and descriptions are compared
// over all pages, since two pages of the same name are one page for whoever reads a list of them.

/** What is wrong with the bones of an open page, as sentences. */
export function structureProblems(page, target) {
  return page.evaluate((lang) => {
    const problems = [];
    const html = document.documentElement;
    if (html.lang !== lang || !lang) problems.push(`html[lang] is “${html.lang}”.`);
    const headings = [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].filter((each) => each.checkVisibility());
    const first = headings.filter((each) => each.tagName === "H1");
    if (first.length !== 1) problems.push(`There are ${first.length} headings of the first level.`);
    let level = 0;
    for (const heading of headings) {
      const own = Number(heading.tagName[1]);
      if (own > level + 1) problems.push(`The heading “${heading.textContent.trim().slice(0, 40)}” jumps from level ${level} to ${own}.`);
      if (heading.textContent.trim() === "") problems.push(`A heading of level ${own} is empty.`);
      level = own;
    }
    for (const [selector, name] of [["main", "main"], ["body > header", "header"], ["body > footer", "footer"]]) {
      const many = document.querySelectorAll(selector).length;
      if (many !== 1) problems.push(`There are ${many} ${name} landmarks.`);
    }
    if (document.querySelectorAll("nav").length === 0) problems.push("There is no navigation landmark.");
    const ids = [...document.querySelectorAll("[id]")].map((each) => each.id);
    const twice = ids.find((id, at) => ids.indexOf(id) !== at);
    if (twice !== undefined) problems.push(`The id “${twice}” is used twice.`);
    for (const table of document.querySelectorAll("table")) {
      // A table of a Markdown text is named by the region around it.
      const named = table.closest(".prose [role=region][aria-label]");
      if (!named && (!table.caption || table.caption.textContent.trim() === "")) problems.push("A table has no caption.");
    }
    return problems;
  }, target.lang);
}

/** Titles and descriptions over all pages of a site, as sentences. Pages that only lead on are not listed anywhere. */
export function nameProblems(site) {
  const problems = [];
  const seen = { title: new Map(), description: new Map() };
  for (const page of site.pages.filter((each) => !each.redirect && each.kind !== "not-found")) {
    for (const part of ["title", "description"]) {
      if (!page[part]) {
        problems.push(`${page.address} has no ${part}.`);
        continue;
      }
      const key = `${page.lang} ${part === "description" ? page.kind : ""} ${page[part]}`;
      if (!seen[part].has(key)) seen[part].set(key, []);
      seen[part].get(key).push(page.address);
    }
  }
  for (const part of ["title", "description"]) {
    for (const [key, addresses] of seen[part]) {
      if (addresses.length > 1) problems.push(`${addresses.length} pages share the ${part} “${key.slice(0, 60)}”: ${addresses.slice(0, 3).join(", ")}.`);
    }
  }
  return problems;
}
