import type { TestReport } from "../test-report.ts";
import { type Secrets } from "./curl-line.ts";
import { findingRow } from "./finding-row.ts";
import type { PlacedFinding } from "./placed-finding.ts";

/** A run for programs: findings, coverage, and what was left out. */
export function jsonReport(report: TestReport, findings: readonly PlacedFinding[], secrets: Secrets): string {
  const { seed, baseUrl, coverage, phases, skipped, stopped, requests, milliseconds } = report;
  const rows = findings.map((finding) => findingRow(finding, baseUrl, secrets));
  return `${JSON.stringify({ seed, baseUrl, requests, milliseconds: Math.round(milliseconds), stopped, phases, skipped, findings: rows, coverage }, null, 2)}\n`;
}
