// The first screen of a phone, 390 by 844, answers the question that a page is opened with. What the answer is stands here by the
// kind of the page. Whether the answer is right is tested where it is worked out.
import { PHONE, show } from "./modes.mjs";

/** For each kind the answers that must be seen without scrolling: a name, and where one of them stands. */
const ANSWERS = {
  home: [["the choice of a city", ".choice a, .city h2 a"], ["the search", "form.search [type=search]"], ["what the site is", ".lead"], ["the day of the record", ".hero time"]],
  municipality: [["the name", "h1"], ["its first document", ".volume a"]],
  document: [["its kind", ".kicker b"]],
  section: [["its first item or statement", ".ledger a, .statement blockquote, .history .prose, table caption, svg.chart"]],
  commitment: [["its wording", ".quote blockquote, .quote .heading"]],
  indicator: [["the latest value, or that there is none", ".answer"]],
  term: [["its definition", ".lead"]],
  department: [["how much it is in charge of", ".head .meta"]],
  area: [["how many items concern it", ".counts"]],
  subject: [["how many items belong to it", ".counts"]],
  "status-list": [["how many items have it", ".lead"]],
  glossary: [["the way to a letter", ".jump a"]],
  search: [["the field", "form.search [type=search]"]],
  updates: [["the newest", ".log a"]],
  month: [["the first of the month", ".log a"]],
  amendments: [["the first change", "main h2 a, .empty"]],
  deadlines: [["the first deadlines", ".log a, .empty"]],
  "deadline-list": [["the first deadline", ".log a, .empty"]],
  departments: [["the first department", "main h2 a"]],
  subjects: [["the first subject", "main h2 a"]],
  data: [["the first file", ".files a"]],
  page: [["the beginning of its text", ".prose > *"]],
  translations: [["the first count", ".figures dd"]],
  "not-found": [["a way on", "main a"]],
};

/** The answers that are not on the first screen, as sentences. */
export async function firstScreenProblems(page, target) {
  await show(page, PHONE);
  await page.evaluate(() => scrollTo(0, 0));
  const wanted = ANSWERS[target.kind];
  if (!wanted) return [`Nobody has said what a page of the kind “${target.kind}” must answer first.`];
  const problems = await page.evaluate(missing, wanted);
  return target.kind === "document" ? problems.concat(await page.evaluate(factsOfDocument)) : problems;
}

// Runs in the page. Of a long text three lines are enough to be read on from there.
function missing(wanted) {
  return wanted.flatMap(([name, selector]) => {
    const [first] = [...document.querySelectorAll(`main :is(${selector})`)].filter((each) => each.checkVisibility());
    if (!first) return [`There is nothing that says ${name} (${selector}).`];
    const box = first.getBoundingClientRect();
    const lines = parseFloat(getComputedStyle(first).lineHeight) * 3 || 72;
    const bottom = Math.min(box.bottom, box.top + lines);
    return bottom <= innerHeight ? [] : [`What says ${name} begins at ${Math.round(box.top)} px and is read at ${Math.round(bottom)} px of ${innerHeight}.`];
  });
}

// Runs in the page. The aside says of what period the document is and where it comes from: the period must be said above as well,
// and of the source who published it, or that this is not stated, or a way down to where it stands.
function factsOfDocument() {
  const above = (element) => element.checkVisibility() && element.getBoundingClientRect().bottom <= innerHeight;
  const seen = [...document.querySelectorAll("main :is(p, dd, li, span, a)")].filter((each) => above(each) && !each.closest(".cover"));
  const says = (fact) => seen.some((each) => each.textContent.includes(fact));
  const [about, source] = document.querySelectorAll("aside.side section");
  const problems = [];
  const period = about.querySelectorAll("dd")[1].textContent.trim();
  if (/\d/.test(period) && !says(period)) problems.push(`The period (${period}) is not on the first screen.`);
  const title = document.querySelector("h1").textContent.trim();
  const facts = [...source.querySelectorAll("dd, .note")].map((each) => each.textContent.trim()).filter((text) => text !== "" && text !== title);
  const ways = [...document.querySelectorAll("main a[href*='#']")].filter((link) => link.hash.length > 1 && document.getElementById(link.hash.slice(1))?.closest("aside section") === source);
  // Where the source says nothing of itself, that has to be said: in the words for what is not stated.
  if (facts.length === 0) facts.push("記載なし", "Not stated");
  if (!facts.some(says) && !ways.some(above)) {
    problems.push(`Neither the source (${facts[0] ?? "nothing stated"}) nor a way to it is on the first screen; it stands at ${Math.round(source.getBoundingClientRect().top)} px.`);
  }
  return problems;
}
