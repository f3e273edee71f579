import type { Finding } from "./finding.ts";

/** Findings for a program: one JSON array. */
export function formatJson(findings: readonly Finding[]): string {
  const rows = findings.map(({ text: _text, ...row }) => row);
  return `${JSON.stringify(rows, null, 2)}\n`;
}
