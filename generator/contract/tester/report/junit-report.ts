import type { TestReport } from "../test-report.ts";
import type { Secrets } from "./curl-line.ts";
import { findingRow, type FindingRow } from "./finding-row.ts";
import type { PlacedFinding } from "./placed-finding.ts";

/** A run in the XML that CI systems read: a suite for each operation, a failure for each error; warnings are said beside them. */
export function junitReport(report: TestReport, findings: readonly PlacedFinding[], secrets: Secrets): string {
  const rows = findings.map((finding) => findingRow(finding, report.baseUrl, secrets));
  const names = [...new Set([...report.coverage.operations.map(({ operation }) => operation), ...rows.map(({ operation }) => operation)])];
  const suites = names.map((name) => suite(name, rows.filter(({ operation }) => operation === name)));
  const skipped = report.skipped.map(({ operation, reason }) => `  <testsuite name="${escaped(operation)}" tests="1" failures="0" skipped="1">\n    <testcase classname="${escaped(operation)}" name="contract"><skipped message="${escaped(reason)}"/></testcase>\n  </testsuite>`);
  const failures = rows.filter(({ severity }) => severity === "error").length;
  const tests = suites.reduce((sum, { tests: each }) => sum + each, 0) + skipped.length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="specwright test" tests="${tests}" failures="${failures}" time="${(report.milliseconds / 1000).toFixed(3)}">`,
    ...suites.map(({ text }) => text),
    ...skipped,
    "</testsuites>",
    "",
  ].join("\n");
}

function suite(name: string, rows: readonly FindingRow[]): { text: string; tests: number } {
  const errors = rows.filter(({ severity }) => severity === "error");
  const warnings = rows.filter(({ severity }) => severity === "warning").map(described);
  const cases = errors.map((row) => `    <testcase classname="${escaped(name)}" name="${escaped(`${row.code}: ${row.message}`)}" file="${escaped(row.file)}" line="${row.line}">\n      <failure type="${escaped(row.code)}" message="${escaped(row.message)}">${escaped(described(row))}</failure>\n    </testcase>`);
  const passed = errors.length === 0 ? [`    <testcase classname="${escaped(name)}" name="contract"/>`] : [];
  const said = warnings.length === 0 ? [] : [`    <system-out>${escaped(warnings.join("\n\n"))}</system-out>`];
  const tests = Math.max(cases.length, 1);
  return { tests, text: [`  <testsuite name="${escaped(name)}" tests="${tests}" failures="${errors.length}">`, ...cases, ...passed, ...said, "  </testsuite>"].join("\n") };
}

function described({ severity, code, message, because, file, line, column, sends, curl, response }: FindingRow): string {
  const came = "status" in response ? `${response.status} ${response.body}` : `${response.failure}: ${response.message}`;
  return `${severity} ${code}: ${message}\n${because}\n${file}:${line}:${column}\nsends: ${sends}\n${curl}\ncame: ${came}`;
}

/** Text that XML can hold: characters that it cannot are spelled out (XML 1.0 §2.2). */
function escaped(text: string): string {
  return text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\r", "&#13;");
}
