import type { Coverage, Seen } from "../coverage.ts";
import type { TestReport } from "../test-report.ts";

/** What a run comes to, in a line: `1,240 requests to 16 operations in 3.2 s, seed 1: 38 of 41 statuses, 52 of 52 parameters`. */
export function testSummary({ coverage, requests, milliseconds, seed, stopped }: TestReport): string {
  const { operations, statuses, parameters } = coverageCounts(coverage);
  const early = stopped === undefined ? "" : ` (ended early: ${endings[stopped]})`;
  const tested = `${requests.toLocaleString("en")} requests to ${operations.seen} of ${operations.all} operations in ${(milliseconds / 1000).toFixed(1)} s${seed === undefined ? "" : `, seed ${seed}`}${early}`;
  return `${tested}: ${statuses.seen} of ${statuses.all} documented statuses seen, ${parameters.seen} of ${parameters.all} parameters and their values sent`;
}

const endings = { interrupted: "interrupted", "max-requests": "all requests that were allowed are sent", timeout: "the time is up", unreachable: "the server cannot be reached" } as const;

export type Count = { readonly seen: number; readonly all: number };

/** How much of an API was seen. */
function coverageCounts({ operations }: Coverage): { readonly operations: Count; readonly statuses: Count; readonly parameters: Count; readonly contentTypes: Count } {
  const count = (rows: readonly Seen[]): Count => ({ seen: rows.filter((row) => row.count > 0).length, all: rows.length });
  return {
    operations: count(operations.map(({ operation, requests }) => ({ name: operation, count: requests }))),
    statuses: count(operations.flatMap(({ statuses }) => statuses)),
    parameters: count(operations.flatMap(({ parameters }) => parameters)),
    contentTypes: count(operations.flatMap(({ contentTypes }) => contentTypes)),
  };
}
