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

/**
 * Far more than any check needs even on a machine that has ten other things to do, since a browser that hangs never says so by
 * itself. A single step of a check is given up before the check as a whole, so that it can be named.
 */
export const LIMIT = 600_000;
export const STEP_LIMIT = LIMIT / 2;

/**
 * A broken check is a failure of its own and must not hide the checks after it. Answers false when the work was still under way at
 * the limit, so that what it worked with is not used again.
 */
export async function guarded(report, name, work, limit = LIMIT) {
  const start = Date.now();
  let timer;
  const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(`it was not done after ${limit / 1000} s`)), limit); });
  let done = true;
  try {
    report.check(name, await Promise.race([work(), late]));
  } catch (error) {
    done = Date.now() - start < limit;
    report.check(name, [`the check itself broke: ${String(error.message ?? error).split("\n").slice(0, 3).join(" / ")}`]);
  } finally {
    clearTimeout(timer);
    report.spend(name, Date.now() - start);
  }
  return done;
}
