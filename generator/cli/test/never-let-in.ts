import type { TestReport } from "../../contract/tester/test-report.ts";

/** Whether every request to a documented operation was refused for who asks, so that nothing of what the document says of it was seen. */
export function isNeverLetIn({ samples }: Pick<TestReport, "samples">): boolean {
  const statuses = samples.flatMap(({ case: { operation }, outcome }) => (operation === undefined ? [] : [outcome.kind === "response" ? outcome.response.status : 0]));
  return statuses.length > 0 && statuses.every((status) => ofWhoAsks.has(status));
}

/** RFC 9110 §15.5.2, §15.5.4, §15.5.8. */
const ofWhoAsks: ReadonlySet<number> = new Set([401, 403, 407]);
