// Counts what was checked and says what failed. One line per check while the suite runs; the sentences of every failure once
// more at the end, where the reader of a long log looks first. It knows nothing of browsers or pages.

/** A report whose `check` takes the name of a check and the sentences that speak against it; no sentence means passed. */
export function newReport() {
  const failures = [];
  const spent = new Map();
  let passed = 0;
  return {
    check(name, problems) {
      if (problems.length === 0) {
        passed += 1;
        console.log(`ok      ${name}`);
      } else {
        failures.push({ name, problems });
        console.log(`FAILED  ${name}`);
      }
    },
    /** Adds milliseconds to the suite that a check's name begins with. */
    spend(name, milliseconds) {
      const suite = name.split(":")[0];
      spent.set(suite, (spent.get(suite) ?? 0) + milliseconds);
    },
    note(text) {
      console.log(`note    ${text}`);
    },
    /** Prints the failures and the last line; answers the exit code. */
    finish() {
      for (const { name, problems } of failures) {
        console.log(`\n${name}`);
        for (const problem of problems.slice(0, 12)) console.log(`  - ${problem}`);
        if (problems.length > 12) console.log(`  - and ${problems.length - 12} more of this kind.`);
      }
      const slowest = [...spent].sort((a, b) => b[1] - a[1]).map(([suite, time]) => `${suite} ${Math.round(time / 1000)} s`);
      console.log(`\nnote    time in each suite, over all lanes: ${slowest.join(", ")}`);
      console.log(`${passed} passed, ${failures.length} failed`);
      return failures.length === 0 ? 0 : 1;
    },
  };
}

/** Gives every item to `work` with the lane's own tool (a page), as many at a time as there are tools. */
export async function inLanes(tools, items, work) {
  const waiting = [...items];
  await Promise.all(tools.map(async (tool) => {
    while (waiting.length > 0) await work(tool, waiting.shift());
  }));
}

/** A broken check is a failure of its own and must not hide the checks after it. */
export async function guarded(report, name, work) {
  const start = Date.now();
  try {
    report.check(name, await work());
  } catch (error) {
    report.check(name, [`the check itself broke: ${String(error.message ?? error).split("\n").slice(0, 3).join(" / ")}`]);
  } finally {
    report.spend(name, Date.now() - start);
  }
}
