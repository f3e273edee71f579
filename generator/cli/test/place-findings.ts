import type { Finding } from "../../contract/tester/finding.ts";
import type { PlacedFinding } from "../../contract/tester/report/placed-finding.ts";
import type { Source } from "../../load/document.ts";
import { findingsOf } from "../format/finding.ts";

/** Findings with file, line and column of what the document says, in the order in which they come. */
export async function placeFindings(findings: readonly Finding[], { sources, folder }: { sources: ReadonlyMap<string, Source>; folder: string }): Promise<PlacedFinding[]> {
  const placed = await findingsOf(findings.map(({ at, severity }, index) => ({ code: "", severity, message: String(index), at })), { sources, folder });
  const byIndex = new Map(placed.map((each) => [Number(each.message), each]));
  return findings.map((finding, index) => {
    const { file = "", line = 1, column = 1 } = byIndex.get(index) ?? {};
    return { ...finding, file, line, column };
  });
}
