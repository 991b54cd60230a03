// The cells of tables: every head says what it is the head of, and figures stand under each other, right-aligned and all digits
// equally wide, so that a column can be read down. What the figures are is tested where they are worked out.

/** What is wrong with the cells of an open page, as sentences. It must be wide enough that tables stand as tables. */
export function cellProblems(page) {
  return page.evaluate(() => {
    const problems = new Set();
    for (const table of document.querySelectorAll("main table")) {
      const name = `“${(table.caption?.textContent ?? table.closest("[aria-label]")?.ariaLabel ?? "").trim().replace(/\s+/g, " ").slice(0, 30)}”`;
      for (const head of table.querySelectorAll("th")) {
        // The property is empty for a value that HTML does not know.
        if (!head.scope) problems.add(`The table ${name} has a head “${head.textContent.trim().slice(0, 20)}” with the scope “${head.getAttribute("scope")}”.`);
        else if (head.closest("thead") && !head.scope.startsWith("col")) problems.add(`The table ${name} has a head of a column with the scope “${head.scope}”.`);
        else if (!head.closest("thead") && !head.scope.startsWith("row")) problems.add(`The table ${name} has a head of a row with the scope “${head.scope}”.`);
      }
      for (const cell of table.querySelectorAll("td")) {
        if (!isFigure(cell) || !cell.checkVisibility()) continue;
        const style = getComputedStyle(cell);
        if (!["end", "right"].includes(style.textAlign)) problems.add(`The table ${name} has the figure “${ownText(cell)}” aligned to “${style.textAlign}”.`);
        if (!style.fontVariantNumeric.includes("tabular-nums")) problems.add(`The table ${name} has the figure “${ownText(cell)}” with digits of unequal width.`);
      }
    }
    return [...problems].slice(0, 8);

    // What stands small below a figure, and what only a screen reader says, is no part of it.
    function ownText(cell) {
      const copy = cell.cloneNode(true);
      for (const each of copy.querySelectorAll("small, .visually-hidden")) each.remove();
      return copy.textContent.trim();
    }
    function isFigure(cell) {
      return /^[+＋−△▲-]?[\d０-９][\d０-９,，.．]*\s*[%％]?$/.test(ownText(cell));
    }
  });
}
