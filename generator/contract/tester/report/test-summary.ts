import type { Coverage, Seen } from "../coverage.ts";
import type { PhaseReport, TestReport } from "../test-report.ts";

/** What a run comes to, in a line: `1,240 requests to 16 operations in 3.2 s, seed 1: 38 of 41 documented statuses seen, 52 of 52 parameters and their values sent, 97 of 98 rules of requests broken`. */
export function testSummary({ coverage, requests, milliseconds, seed, stopped, phases }: TestReport): string {
  const { operations, statuses, parameters, rules } = coverageCounts(coverage);
  const early = stopped === undefined ? "" : ` (ended early: ${endings[stopped]}${howFar(phases, operations.all)})`;
  const tested = `${requests.toLocaleString("en")} requests to ${operations.seen} of ${operations.all} operations in ${(milliseconds / 1000).toFixed(1)} s${seed === undefined ? "" : `, seed ${seed}`}${early}`;
  return `${tested}: ${statuses.seen} of ${statuses.all} documented statuses seen, ${parameters.seen} of ${parameters.all} parameters and their values sent, ${rules.seen} of ${rules.all} rules of requests broken${leftOut(coverage)}`;
}

/** The phases that did not come to their end: `; coverage came to 231 of 1,223 operations; fuzz and negative were not tried`. */
function howFar(phases: readonly PhaseReport[], all: number): string {
  const cut = phases.filter(({ stopped }) => stopped !== undefined);
  const begun = cut.filter(({ requests }) => requests > 0).map(({ name, operations }) => `; ${name} came to ${operations.toLocaleString("en")} of ${all.toLocaleString("en")} operations`);
  const others = cut.filter(({ requests }) => requests === 0).map(({ name }) => name);
  return `${begun.join("")}${others.length === 0 ? "" : `; not tried: ${others.join(", ")}`}`;
}

function leftOut({ operations }: Coverage): string {
  const some = operations.filter(({ untried }) => untried.length > 0);
  const count = some.flatMap(({ untried }) => untried).reduce((sum, each) => sum + each.count, 0);
  return count === 0 ? "" : `; ${count.toLocaleString("en")} more requests to ${some.length.toLocaleString("en")} of the operations were thought up and not tried`;
}

const endings = { "hook-failed": "a hook has failed", interrupted: "interrupted", "max-requests": "all requests that were allowed are sent", timeout: "the time is up", unreachable: "the server cannot be reached" } as const;

export type Count = { readonly seen: number; readonly all: number };

/** How much of an API was seen. */
function coverageCounts({ operations }: Coverage): { readonly operations: Count; readonly statuses: Count; readonly parameters: Count; readonly contentTypes: Count; readonly rules: Count } {
  const count = (rows: readonly Seen[]): Count => ({ seen: rows.filter((row) => row.count > 0).length, all: rows.length });
  return {
    operations: count(operations.map(({ operation, requests }) => ({ name: operation, count: requests }))),
    statuses: count(operations.flatMap(({ statuses }) => statuses)),
    parameters: count(operations.flatMap(({ parameters }) => parameters)),
    contentTypes: count(operations.flatMap(({ contentTypes }) => contentTypes)),
    rules: count(operations.flatMap(({ rules }) => rules)),
  };
}
