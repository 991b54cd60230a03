// A page on paper: no navigation, black on white even where the reader's screen is dark, nothing wider than the sheet, and the
// address after every link that leads out of the site from running text, since paper cannot be clicked.
import { emulate } from "./modes.mjs";

/** A4 less the margins of 18 mm on both sides is 174 mm, and 20 mm above and below leave 257 mm; in CSS pixels. */
const SHEET = { width: Math.floor((174 / 25.4) * 96), height: Math.floor((257 / 25.4) * 96) };

const PRINTED = { media: "print", colorScheme: "dark", forcedColors: "none", contrast: "no-preference" };

/** What is wrong with the printed page, as sentences. It is laid out as wide as the sheet lets it be. */
export async function printProblems(page) {
  await page.setViewportSize(SHEET);
  await emulate(page, { width: SHEET.width, wanted: PRINTED });
  return page.evaluate((sheet) => {
    const found = [];
    for (const each of document.querySelectorAll("nav, .skip, .tongues, .foot ul, main form, .choice, button")) {
      if (each.checkVisibility()) found.push(`${each.tagName.toLowerCase()}.${each.className} “${each.textContent.trim().slice(0, 20)}” is printed.`);
    }
    const paper = [document.documentElement, document.body].map((each) => getComputedStyle(each).backgroundColor);
    if (paper.some((colour) => !["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"].includes(colour))) found.push(`The paper is ${paper.join(" / ")}.`);
    const ink = getComputedStyle(document.querySelector("main")).color;
    if (ink !== "rgb(0, 0, 0)") found.push(`The text is ${ink}.`);
    return found.concat(pale(), wide(), addresses());

    function pale() {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const all = new Set();
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const parent = text.parentElement;
        // The title slip on a drawn cover keeps its own paper and ink.
        if (text.data.trim() === "" || parent.closest("script, style, .visually-hidden, .slip") || !parent.checkVisibility()) continue;
        const style = getComputedStyle(parent);
        if (contrastWithWhite(parent.closest("svg") ? style.fill : style.color) < 4.5) all.add(text.data.trim().slice(0, 20));
      }
      return all.size > 0 ? [`Printed too pale: ${[...all].slice(0, 4).map((each) => `“${each}”`).join(", ")}.`] : [];
    }
    // What has ink is measured, since an empty margin may well reach over the edge.
    function wide() {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const outside = new Map();
      const measure = (element, boxes) => {
        const right = Math.max(...boxes.map((box) => box.right));
        const left = Math.min(...boxes.map((box) => box.left));
        if (right > sheet.width + 1 || left < -1) outside.set(element, [Math.round(left), Math.round(right)]);
      };
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        if (text.data.trim() === "" || text.parentElement.closest("script, style, .visually-hidden, .skip") || !text.parentElement.checkVisibility()) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        measure(text.parentElement, [...range.getClientRects()]);
      }
      for (const shape of document.querySelectorAll("main :is(img, svg, svg *)")) if (shape.checkVisibility()) measure(shape, [shape.getBoundingClientRect()]);
      return [...outside].slice(0, 3).map(([element, [left, right]]) => {
        const text = (element.closest("li, tr, figure, p")?.textContent ?? element.textContent).trim().replace(/\s+/g, " ").slice(0, 24);
        return `${element.tagName.toLowerCase()} in “${text}” is printed from ${left} to ${right} px on a sheet of ${sheet.width}.`;
      });
    }
    function addresses() {
      const links = [...document.querySelectorAll("main a[href^='http']")].filter((link) => link.checkVisibility());
      const silent = links.filter((link) => !link.textContent.includes("://") && !getComputedStyle(link, "::after").content.includes(link.getAttribute("href")));
      return silent.map((link) => `The link “${link.textContent.trim().slice(0, 24)}” prints no address.`);
    }
    function contrastWithWhite(colour) {
      const [red, green, blue] = (colour.match(/[\d.]+/g) ?? [0, 0, 0]).map(Number).map((value) => value / 255)
        .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
      return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
    }
  }, SHEET);
}

/** Whether the PDF is of A4 sheets, and of about as many as the text fills: a sheet that stays empty is a wrong break. */
export async function pdfProblems(page) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const sheets = (paper.match(/\/Type\s*\/Page\b/g) ?? []).length;
  const most = Math.ceil((height / SHEET.height) * 1.35) + 1;
  const sizes = [...new Set([...paper.matchAll(/\/MediaBox\s*\[([^\]]*)\]/g)].map(([, box]) => box.trim().split(/\s+/).slice(2).map((side) => Math.round(Number(side))).join("×")))];
  const problems = [];
  if (sheets === 0 || sheets > most) problems.push(`The PDF has ${sheets} sheets where ${most} would be many.`);
  if (sizes.some((size) => !/^59[45]×84[12]$/.test(size))) problems.push(`The PDF has sheets of ${sizes.join(", ")} points.`);
  return problems;
}
