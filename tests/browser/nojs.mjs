// Everything that can be read with JavaScript can be read without it, and nothing stands there that needs a script. What a script
// alone reveals (the answers of the search, the field that filters a list), and what is said in its place, is taken away on both sides before texts are compared.
import { open } from "./modes.mjs";

const REVEALED = "form.search, form.filter, #_results, #_kinds, .scripted, .unscripted";

/** Compares the visible text of main in a page with scripts and one without, both at the same address; sentences as answer. */
export async function scriptProblems(withScripts, without) {
  // The controls come first, since comparing the texts takes the forms away.
  const problems = [...(await without.evaluate(deadControls)), ...(await withScripts.evaluate(wrongWords, ".unscripted")), ...(await without.evaluate(wrongWords, ".scripted"))];
  const [rich, plain] = [await mainText(withScripts), await mainText(without)];
  if (plain.length === 0) return problems.concat("Without JavaScript there is no text in main.");
  const at = rich.findIndex((line, index) => line !== plain[index]);
  if (at < 0 && rich.length === plain.length) return problems;
  const place = at < 0 ? rich.length : at;
  return problems.concat(`Line ${place + 1} of main reads “${(rich[place] ?? "(nothing)").slice(0, 60)}” with JavaScript and “${(plain[place] ?? "(nothing)").slice(0, 60)}” without.`);
}

/** From the field on the home page to the search, without JavaScript: what opens must answer, with the directory and no field. */
export async function searchWithoutScript(page, origin, home) {
  await open(page, origin, home);
  const field = page.locator("main form [type=search]");
  if ((await field.count()) !== 1) return [`There are ${await field.count()} search fields on the home page.`];
  if (await field.isVisible()) {
    await field.fill(home.lang === "ja" ? "防災" : "safety");
    await Promise.all([page.waitForEvent("load"), field.press("Enter")]);
  } else {
    await Promise.all([page.waitForEvent("load"), page.locator(".to-search a").click()]);
  }
  return page.evaluate((lang) => {
    const problems = [];
    const html = document.documentElement;
    if (html.lang !== lang || document.body.className !== "search") return [`The field leads to ${location.pathname}, which is no search page in “${lang}”.`];
    if (document.querySelector("form[data-search]").checkVisibility()) problems.push("The search page shows a field that answers nothing without JavaScript.");
    for (const hidden of ["#_kinds", "#_results button"]) {
      if (document.querySelector(hidden).checkVisibility()) problems.push(`The search page shows ${hidden} without JavaScript.`);
    }
    if (!document.querySelector("#_directory").checkVisibility()) problems.push("The search page does not show the directory.");
    return problems;
  }, home.lang);
}

// Runs in the page. A control does something without a script when its form leads to another page.
function deadControls() {
  return [...document.querySelectorAll("main button, main input, main select, main textarea, main [onclick]")].filter((each) => {
    if (!each.checkVisibility() || each.closest(".prose")) return false;
    const leads = each.form?.hasAttribute("action") && new URL(each.form.action).pathname !== location.pathname;
    return !leads;
  }).map((each) => `The control ${each.tagName.toLowerCase()} “${(each.textContent.trim() || each.value || each.id).slice(0, 24)}” stands there without JavaScript and can do nothing.`);
}

// Runs in the page: words that are meant for the other case.
function wrongWords(selector) {
  return [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility()).map((each) => `“${each.textContent.trim().slice(0, 40)}” (${selector}) is shown.`);
}

function mainText(page) {
  return page.evaluate((revealed) => {
    const main = document.querySelector("main").cloneNode(true);
    for (const each of main.querySelectorAll(revealed)) each.remove();
    document.querySelector("main").replaceWith(main);
    return main.innerText.split("\n").map((line) => line.trim()).filter(Boolean);
  }, REVEALED);
}
