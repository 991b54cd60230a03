// Runs axe-core over an open page in every mode. Its rules for WCAG 2.0 to 2.2 A and AA and its best practices must find nothing.
import axe from "axe-core";
import { MODES, show } from "./modes.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The violations in the given modes as sentences. The same one in a later mode is not said again. */
export async function axeProblems(page, modes = MODES) {
  const said = new Map();
  await page.evaluate(axe.source);
  for (const mode of modes) {
    await show(page, mode);
    const violations = await page.evaluate(async (tags) => {
      const result = await window.axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
      return result.violations.flatMap((rule) => rule.nodes.slice(0, 3).map((node) => ({
        rule: rule.id,
        many: rule.nodes.length,
        where: node.target.join(" "),
        why: node.failureSummary.replace(/\s*\n\s*/g, " ").replace(/^Fix (any|all) of the following: /, ""),
      })));
    }, TAGS);
    for (const { rule, many, where, why } of violations) {
      const key = `${rule} ${where}`;
      if (said.has(key)) said.get(key).modes.push(mode.name);
      else said.set(key, { modes: [mode.name], text: `${rule} at ${where} (${many} on the page): ${why}` });
    }
  }
  return [...said.values()].map(({ modes: seen, text }) => `${text} Seen in: ${seen.join(", ")}.`);
}
