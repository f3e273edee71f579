import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Secrets } from "../../contract/tester/report/curl-line.ts";
import { htmlReport } from "../../contract/tester/report/html-report.ts";
import { jsonReport } from "../../contract/tester/report/json-report.ts";
import { junitReport } from "../../contract/tester/report/junit-report.ts";
import type { TestReport } from "../../contract/tester/test-report.ts";
import type { Source } from "../../load/document.ts";
import type { Io } from "../io.ts";
import { UsageError } from "../usage-error.ts";
import { placeFindings } from "./place-findings.ts";
import type { ReportKind } from "./read-flags.ts";

/** Writes the reports that are asked for. No secret is in them. */
export async function writeReports(wanted: readonly { readonly kind: ReportKind; readonly file: string }[], report: TestReport, { sources, secrets, title, io }: { sources: ReadonlyMap<string, Source>; secrets: Secrets; title: string; io: Io }): Promise<void> {
  if (wanted.length === 0) return;
  const findings = await placeFindings(report.findings, { sources, folder: io.cwd });
  const texts = {
    junit: () => junitReport(report, findings, secrets),
    json: () => jsonReport(report, findings, secrets),
    html: () => htmlReport(report, findings, { secrets, title }),
  };
  for (const { kind, file } of wanted) {
    const path = resolve(io.cwd, file);
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, texts[kind]());
    } catch (error) {
      if (error instanceof Error && "code" in error) throw new UsageError(`${file} cannot be written: ${error.message}`);
      throw error;
    }
  }
}
