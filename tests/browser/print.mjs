// A page on paper: no navigation, black on white even where the reader's screen is dark, details open, and the address after every
// link that leads out of the site from running text, since paper cannot be clicked.

/** What is wrong with the printed page, as sentences. */
export async function printProblems(page) {
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.emulateMedia({ media: "print", colorScheme: "dark", forcedColors: "none", contrast: "no-preference" });
  // The emulation reaches the page a moment after the call returns.
  await page.waitForFunction(() => matchMedia("print").matches);
  return page.evaluate(() => {
    const found = [];
    const hidden = "header nav, nav, .skip, .tongues, .crumbs, .turn, form.search, form.filter";
    for (const each of document.querySelectorAll(hidden)) {
      if (each.checkVisibility()) found.push(`${each.tagName.toLowerCase()}.${each.className} “${each.textContent.trim().slice(0, 20)}” is printed.`);
    }
    const paper = [document.documentElement, document.body].map((each) => getComputedStyle(each).backgroundColor);
    if (paper.some((colour) => !["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"].includes(colour))) found.push(`The paper is ${paper.join(" / ")}.`);
    const ink = getComputedStyle(document.querySelector("main")).color;
    if (ink !== "rgb(0, 0, 0)") found.push(`The text is ${ink}.`);
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const pale = new Set();
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const parent = text.parentElement;
      if (text.data.trim() === "" || parent.closest("svg, script, style, .visually-hidden") || !parent.checkVisibility()) continue;
      if (contrastWithWhite(getComputedStyle(parent).color) < 4.5) pale.add(text.data.trim().slice(0, 20));
    }
    if (pale.size > 0) found.push(`Printed too pale: ${[...pale].slice(0, 4).map((each) => `“${each}”`).join(", ")}.`);
    for (const each of document.querySelectorAll("main details")) {
      const inside = [...each.children].find((child) => child.tagName !== "SUMMARY");
      if (inside && !inside.checkVisibility({ contentVisibilityAuto: true })) found.push(`The details “${each.textContent.trim().slice(0, 20)}” stay closed.`);
    }
    for (const link of document.querySelectorAll(":is(.prose, .side dd, .rows) a[href^='http']")) {
      const said = link.textContent.includes("://") || getComputedStyle(link, "::after").content.includes(link.getAttribute("href"));
      if (link.checkVisibility() && !said) found.push(`The link “${link.textContent.trim().slice(0, 24)}” prints no address.`);
    }
    return found;

    function contrastWithWhite(colour) {
      const [red, green, blue] = colour.match(/[\d.]+/g).map(Number).map((value) => value / 255)
        .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
      return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
    }
  });
}

/** Whether the page can be made into a PDF with at least one page. */
export async function pdfProblems(page) {
  const paper = await page.pdf({ format: "A4" });
  const made = paper.subarray(0, 5).toString() === "%PDF-" && /\/Type\s*\/Page\b/.test(paper.toString("latin1"));
  return made ? [] : ["No PDF with a page could be made."];
}
