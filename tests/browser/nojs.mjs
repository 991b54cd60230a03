// Everything that can be read with JavaScript can be read without it. What a script alone reveals (the answers of the search, the
// field that filters a list) is taken away on both sides before the texts are compared.

const REVEALED = "form.search, form.filter, #_results, #_kinds, .scripted, .unscripted";

/** Compares the visible text of main in a page with scripts and one without, both at the same address; sentences as answer. */
export async function scriptProblems(withScripts, without) {
  const [rich, plain] = [await mainText(withScripts), await mainText(without)];
  if (plain.length === 0) return ["Without JavaScript there is no text in main."];
  const at = rich.findIndex((line, index) => line !== plain[index]);
  if (at >= 0 || rich.length !== plain.length) {
    const place = at < 0 ? rich.length : at;
    return [`Line ${place + 1} of main reads “${(rich[place] ?? "(nothing)").slice(0, 60)}” with JavaScript and “${(plain[place] ?? "(nothing)").slice(0, 60)}” without.`];
  }
  const dead = await without.evaluate(() => [...document.querySelectorAll("main button, main [onclick]")]
    .filter((each) => each.checkVisibility() && !each.form).map((each) => each.textContent.trim()));
  return dead.map((text) => `The button “${text}” stands there without JavaScript and can do nothing.`);
}

function mainText(page) {
  return page.evaluate((revealed) => {
    const main = document.querySelector("main").cloneNode(true);
    for (const each of main.querySelectorAll(revealed)) each.remove();
    document.querySelector("main").replaceWith(main);
    return main.innerText.split("\n").map((line) => line.trim()).filter(Boolean);
  }, REVEALED);
}
