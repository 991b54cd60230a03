// Lighthouse's categories that do not depend on the machine: accessibility, best practices, search engines, each 100 on a phone.
// Speed is measured by our own limits in speed.mjs. It drives a browser of its own through a debugging port.
import { createServer } from "node:net";
import lighthouse from "lighthouse";
import { typical } from "./choose.mjs";
import { STEP_LIMIT } from "./report.mjs";

const CATEGORIES = ["accessibility", "best-practices", "seo"];
/** The main kinds of the real site in its first language, two of them in the second, and of the sample what only it has. */
const PAGES = {
  real: [["home", "municipality", "document", "section", "commitment", "term", "glossary", "search"], ["home", "commitment"]],
  sample: [["commitment", "status-list"], ["indicator"]],
};
/** Pages of ours do nothing after they are there, so a moment of quiet tells as much as a second of it. */
const QUIET = { pauseAfterFcpMs: 0, pauseAfterLoadMs: 0, networkQuietThresholdMs: 100, cpuQuietThresholdMs: 100 };

/** The pages of a site to be judged. */
export function pagesToJudge(site, chosen) {
  return PAGES[site.name].flatMap((kinds, at) => kinds.map((kind) => typical(chosen, kind, site.languages[at])));
}

/** A port that was free a moment ago, for the browser to listen on. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Lighthouse gives the browser 30 seconds for each answer, which it cannot be talked out of; a busy machine may need another try. */
const TRIES = 4;

/** Every audit that keeps a page from 100, as sentences. Pages marked noindex are not judged by search engines. */
export async function lighthouseProblems(address, port, target) {
  const { categories, audits, runtimeError } = await judged(address, port, TRIES);
  if (runtimeError) return [`Lighthouse could not judge the page: ${runtimeError.message}`];
  return Object.values(categories).filter((category) => !(category.id === "seo" && target.noindex) && category.score !== 1).flatMap((category) => {
    const failing = category.auditRefs.filter((ref) => ref.weight > 0 && audits[ref.id].score !== null && audits[ref.id].score < 1);
    const reasons = failing.map((ref) => `${ref.id} (${audits[ref.id].title}; ${firstDetail(audits[ref.id])})`);
    return [`${category.title} is ${category.score === null ? "not known" : Math.round(category.score * 100)}: ${reasons.join("; ")}.`];
  });
}

async function judged(address, port, tries) {
  try {
    const { lhr } = await lighthouse(address, { port, logLevel: "silent", output: "json", onlyCategories: CATEGORIES }, {
      extends: "lighthouse:default",
      // The network stays as it is while “simulate” is set; any other method would wait ten seconds a page for a slow line to fall quiet.
      settings: { throttlingMethod: "simulate", formFactor: "mobile", ...QUIET, maxWaitForLoad: STEP_LIMIT, maxWaitForFcp: STEP_LIMIT, disableFullPageScreenshot: true },
    });
    if (!lhr.runtimeError || tries === 1) return lhr;
  } catch (error) {
    if (tries === 1) throw error;
  }
  return judged(address, port, tries - 1);
}

function firstDetail(audit) {
  const [item] = audit.details?.items ?? [];
  return item ? (item.node?.selector ?? item.description ?? item.url ?? item.source?.url ?? JSON.stringify(item)).slice(0, 160) : (audit.explanation ?? "no detail");
}
