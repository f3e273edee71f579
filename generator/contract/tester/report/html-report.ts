import type { TestReport } from "../test-report.ts";
import type { Secrets } from "./curl-line.ts";
import { escapeHtml } from "./escape-html.ts";
import { findingRow } from "./finding-row.ts";
import { htmlCoverage } from "./html-coverage.ts";
import { htmlExchanges } from "./html-exchanges.ts";
import { htmlFinding } from "./html-finding.ts";
import { reportStyle } from "./report-style.ts";
import type { PlacedFinding } from "./placed-finding.ts";
import { testSummary } from "./test-summary.ts";

/**
 * A run as one page that needs nothing else, neither network nor script: what was found, what of each operation was covered, and an exchange
 * for each status that came. Nothing of document or server is markup in it.
 */
export function htmlReport(report: TestReport, findings: readonly PlacedFinding[], { secrets, title }: { secrets: Secrets; title: string }): string {
  const rows = findings.map((finding) => findingRow(finding, report.baseUrl, secrets));
  const errors = rows.filter(({ severity }) => severity === "error").length;
  const verdict = rows.length === 0 ? "Nothing was found." : `${count(errors, "error")}, ${count(rows.length - errors, "warning")}`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}: contract test</title>
<style>${reportStyle}</style>
<main>
<h1>${escapeHtml(title)}</h1>
<p class="${errors > 0 ? "bad" : "good"}">${verdict}</p>
<p>${escapeHtml(testSummary(report))}. ${escapeHtml(report.baseUrl)}</p>
${report.skipped.map(({ operation, reason }) => `<p>${escapeHtml(operation)} was left out: ${escapeHtml(reason)}</p>`).join("\n")}
<h2>Findings</h2>
${rows.length === 0 ? "<p>None.</p>" : rows.map(htmlFinding).join("\n")}
<h2>Coverage</h2>
${htmlCoverage(report.coverage)}
<h2>Exchanges</h2>
${htmlExchanges(report.samples, report.baseUrl, secrets)}
</main>
</html>
`;
}

function count(number: number, name: string): string {
  return `${number} ${name}${number === 1 ? "" : "s"}`;
}
