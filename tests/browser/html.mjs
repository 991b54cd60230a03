// html-validate over every page of a site, with its recommended, document and accessibility rules (tests/html-validate.json).
// JSON has no comments, so the reasons for rules that are switched off stand here, and a rule without a reason is an error.
// Run by itself (node tests/browser/html.mjs FOLDER…) it prints one line of JSON per site: run.mjs starts it beside the browser.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { readSite } from "./pages.mjs";

const REASONS = {
  "long-title": "the name of a commitment is the title of its page; cut at 70 characters, pages could no longer be told apart",
  "require-sri": "asks for a hash on every file; ours come from the same host and carry the hash of their content in their name",
  "wcag/h32": "a list is filtered while one types, so that form has nothing to submit; the two search forms have their button",
  "prefer-button": "the minifier takes the type off a submit button, without which another rule fails; the input says the same",
  "no-trailing-whitespace": "Readers never see it, and the parts of a page are put together from templates that end their lines alike.",
  "doctype-style": "style only: the minifier may write the doctype in lower case",
  "attr-quotes": "style only: the minifier drops quotes where HTML allows it",
  // Not switched off, but given less to say:
  "valid-id": "relaxed, since ids made by templates begin with _ and can never meet an id that stands for something in the record",
  "aria-label-misuse": "a list may have a name (ARIA 1.2 allows it), and the lists of the header and the footer need one",
  "prefer-native-element": "role=region is left alone: on a scroller that takes the focus it is the pattern that every guide shows",
};

/** Options of a rule that make it ask for less. */
const EASED = /relaxed|allowAnyNamable|exclude/;

/** Errors by rule with the first places where they occur, as sentences. */
export function htmlProblems(site) {
  const config = JSON.parse(readFileSync(new URL("../html-validate.json", import.meta.url), "utf8"));
  const problems = Object.entries(config.rules)
    .filter(([rule, value]) => (value === "off" || EASED.test(JSON.stringify(value))) && !REASONS[rule])
    .map(([rule]) => `The rule ${rule} is eased without a reason in tests/browser/html.mjs.`);
  const validator = new HtmlValidate(new StaticConfigLoader(config));
  const byRule = new Map();
  for (const page of site.pages.filter((each) => !each.redirect)) {
    const report = validator.validateStringSync(page.html, page.address);
    for (const message of report.results.flatMap((result) => result.messages)) {
      if (!byRule.has(message.ruleId)) byRule.set(message.ruleId, { many: 0, pages: new Set(), first: `${page.address}:${message.line}:${message.column}: ${message.message} (${message.selector ?? ""})` });
      const entry = byRule.get(message.ruleId);
      entry.many += 1;
      entry.pages.add(page.address);
    }
  }
  for (const [rule, { many, pages, first }] of byRule) problems.push(`${rule}: ${many} times on ${pages.size} pages, first ${first}.`);
  return problems;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const folder of process.argv.slice(2)) console.log(JSON.stringify(htmlProblems(readSite(folder, folder))));
}
