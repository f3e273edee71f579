import type { Diagnostic } from "../../diagnostics.ts";
import type { Finding } from "../../contract/tester/finding.ts";
import { curlLine, type Secrets } from "../../contract/tester/report/curl-line.ts";
import { jsonReport } from "../../contract/tester/report/json-report.ts";
import { shownResponse } from "../../contract/tester/report/shown-response.ts";
import type { TestReport } from "../../contract/tester/test-report.ts";
import type { Source } from "../../load/document.ts";
import type { Io } from "../io.ts";
import { type Format, printFindings } from "../report.ts";
import { alikeFindings, toldOfOthers } from "./alike-findings.ts";
import { placeFindings } from "./place-findings.ts";

/** The findings of a run as text in a format; `json` is the whole run. For people, what is said of several operations is said once. */
export async function printReport(report: TestReport, { sources, secrets, format, io }: { sources: ReadonlyMap<string, Source>; secrets: Secrets; format: Format; io: Io }): Promise<string> {
  if (format === "json") return jsonReport(report, await placeFindings(report.findings, { sources, folder: io.cwd }), secrets);
  const alike = alikeFindings(report.findings);
  const diagnostics = alike.map((group) => {
    const diagnostic = diagnosticOf(group.finding, report.baseUrl, secrets);
    return { ...diagnostic, message: [diagnostic.message, ...toldOfOthers(group)].join("\n") };
  });
  const text = await printFindings({ diagnostics, sources }, { format, colour: format === "stylish" && io.colour.out, io });
  const isShort = format === "stylish" && alike.length < report.findings.length;
  return isShort ? `${text}${report.findings.length} with those that say the same elsewhere (--format json has each)\n` : text;
}

/** A finding of a run as a diagnostic: what is wrong and why, the request as a line for a shell, and what came. */
export function diagnosticOf({ code, severity, operation, message, because, at, evidence, once, count }: Finding, baseUrl: string, secrets: Secrets): Diagnostic {
  const { case: one, outcome, before = [] } = evidence;
  const lines = [
    `${operation}: ${message}`,
    because,
    ...(once ? ["The same request, sent again, did not show it."] : []),
    ...before.map((each) => `first: ${curlLine(baseUrl, each.case.request, secrets)}`),
    `found by ${one.phase}: ${one.title}`,
    curlLine(baseUrl, one.request, secrets),
    `came: ${shownResponse(outcome).replaceAll("\n", " ")}`,
    ...(count > 1 ? [`${count} exchanges show it.`] : []),
  ];
  return { code, severity, message: lines.join("\n"), at };
}
