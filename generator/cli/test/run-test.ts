import { resolve } from "node:path";
import { HookFailure } from "../../contract/tester/hook-failure.ts";
import type { Hooks } from "../../contract/tester/hooks.ts";
import { testSummary } from "../../contract/tester/report/test-summary.ts";
import { testContract } from "../../contract/tester/test-contract.ts";
import type { TestOptions } from "../../contract/tester/test-options.ts";
import type { TestReport } from "../../contract/tester/test-report.ts";
import type { Document } from "../../load/document.ts";
import type { Api } from "../../model/api.ts";
import { methodAndPath } from "../../model/sent-method.ts";
import { exitCodeOf } from "../exit-code.ts";
import { printable } from "../format/printable.ts";
import type { ExitCode, Io } from "../io.ts";
import { tell } from "../report.ts";
import { UsageError } from "../usage-error.ts";
import { type Credentials, credentialsOf } from "./credentials.ts";
import { loadHooks } from "./load-hooks.ts";
import { isNeverLetIn } from "./never-let-in.ts";
import { loadTested } from "./load-tested.ts";
import { nothingThere } from "./nothing-there.ts";
import { openTarget, type Target } from "./open-target.ts";
import { printReport } from "./print-report.ts";
import { progressLine } from "./progress-line.ts";
import { headersOf, numberOf, operationsOf, phasesOf, reportsOf } from "./read-flags.ts";
import { refuseChanges } from "./refuse-changes.ts";
import { readSavedCases, writeSavedCases } from "./saved-cases.ts";
import { servedElsewhere } from "./served-elsewhere.ts";
import type { TestFlags } from "./test-flags.ts";
import { writeReports } from "./write-reports.ts";

/** Tests a server against a document, and says what was found. */
export async function runTest(input: string, flags: TestFlags, io: Io): Promise<ExitCode> {
  const reports = reportsOf(flags);
  const { api, document, diagnostics, sources } = await loadTested(input, flags, io);
  if (api === undefined || document === undefined) {
    await tell({ diagnostics, sources }, { format: flags.format ?? "stylish", io });
    return exitCodeOf(diagnostics, [{ input }]) || 1;
  }
  const credentials = credentialsOf(flags.auth, api, io.env, { mock: flags.mock });
  const options = await optionsOf(flags, { api, credentials, io });
  const target = await openTarget(flags, api, io);
  try {
    if (!target.isOwn && !flags["yes-change-data"]) refuseChanges(api, { phases: options.phases, operations: options.operations, url: target.transport.baseUrl });
    const report = await testWithin({ document, api, target, options }, io);
    io.out(await printReport(report, { sources, secrets: credentials.inLines, format: flags.format ?? "stylish", io }));
    await writeReports(reports, report, { sources, secrets: credentials.inFiles, title: api.info.title, io });
    if (flags.save !== undefined) await writeSavedCases(resolve(io.cwd, flags.save), report.findings, credentials.inFiles);
    return conclude(report, api, credentials, io);
  } finally {
    await target.close();
  }
}

async function optionsOf(flags: TestFlags, { api, credentials, io }: { api: Api; credentials: Credentials; io: Io }): Promise<TestOptions> {
  const phases = phasesOf(flags);
  const operations = operationsOf(flags, api);
  const hooks = await hooksOf(flags, api, io);
  const saved = flags.save === undefined ? undefined : await readSavedCases(resolve(io.cwd, flags.save), credentials.inFiles);
  const [maxRequests, seconds, rate, concurrency] = [numberOf("max-requests", flags), numberOf("timeout", flags), numberOf("rate", flags), numberOf("concurrency", flags)];
  return {
    seed: numberOf("seed", flags) ?? 1,
    headers: headersOf(flags),
    credentials: credentials.given,
    anyCredentials: flags.mock,
    isForgetful: flags.mock,
    ...(phases !== undefined && { phases }),
    ...(operations !== undefined && { operations }),
    hooks,
    ...(saved !== undefined && { saved }),
    ...(maxRequests !== undefined && { maxRequests }),
    ...(seconds !== undefined && { seconds }),
    ...(rate !== undefined && { rate }),
    ...(concurrency !== undefined && { concurrency }),
  };
}

/** The mock and a router have all operations; of another server, what was not asked for by name is tested where it is. */
async function hooksOf({ hooks: path, url, operation }: TestFlags, api: Api, io: Io): Promise<Hooks> {
  const hooks = path === undefined ? {} : await loadHooks(path, io.cwd);
  if (url === undefined || operation.length > 0) return hooks;
  const isElsewhere = servedElsewhere(api);
  return { ...hooks, skip: (asked) => hooks.skip?.(asked) ?? isElsewhere(asked) };
}

/** Runs until it is through, or somebody presses Ctrl-C: then what was found so far is the report. */
async function testWithin({ document, api, target, options }: { document: Document; api: Api; target: Target; options: TestOptions }, io: Io): Promise<TestReport> {
  const stop = new AbortController();
  void io.interrupted().then(() => stop.abort());
  const progress = progressLine(io);
  try {
    return await testContract(document, api, target.transport, { ...options, signal: stop.signal, onProgress: progress.show });
  } catch (error) {
    throw error instanceof HookFailure ? new UsageError(error.message, "Nothing was tested.") : error;
  } finally {
    progress.clear();
  }
}

/** What there is to know beside the findings, and the exit code: a run that was broken off, or tested nothing, is not clean. */
function conclude(report: TestReport, api: Api, { given }: Credentials, io: Io): ExitCode {
  const say = (line: string) => io.err(`${printable(line)}\n`);
  if (report.stopped === "unreachable" && report.samples.length === 0) throw new UsageError(`Nobody answers at ${report.baseUrl}.`, "Start the server first, or check the URL.");
  if (report.requests === 0) throw new UsageError("Nothing was tested: no request could be made for what is asked for.", "Ask for more operations, or more phases.");
  for (const [reason, [first = "", ...others]] of leftOut(report)) say(`${first}${others.length === 0 ? " was" : ` and ${others.length} more were`} left out: ${reason}`);
  const names = new Set(report.coverage.operations.map(({ operation }) => operation));
  const lacking = api.operations.filter((operation) => names.has(methodAndPath(operation)))
    .filter(({ security }) => security.length > 0 && !security.some(({ schemes }) => schemes.every(({ scheme }) => given.has(scheme))));
  const [first] = lacking[0]?.security[0]?.schemes ?? [];
  if (first !== undefined) say(`${lacking.length} of ${names.size} operations need credentials that are not given, and were tested without: --auth ${first.scheme}=…`);
  say(testSummary(report));
  const nothing = nothingThere(report, api);
  if (nothing !== undefined) throw new UsageError(nothing, `Is ${report.baseUrl} where the API begins?`);
  if (isNeverLetIn(report)) throw new UsageError("Nothing was tested: every request was refused for its credentials.", `Give some that are good: ${credentialsFor(api).map((scheme) => `--auth ${scheme}=…`).join(" or ") || "--header 'Authorization: …'"}`);
  if (report.hookFailure !== undefined) throw new UsageError(report.hookFailure, "What was found before is above.");
  return report.stopped === "interrupted" || report.findings.some(({ severity }) => severity === "error") ? 1 : 0;
}

/** The schemes that operations ask for, each by itself. */
function credentialsFor({ operations }: Api): string[] {
  const alone = operations.flatMap(({ security }) => security.flatMap(({ schemes }) => (schemes.length === 1 ? schemes.map(({ scheme }) => scheme) : [])));
  return [...new Set(alone)].slice(0, 3);
}

/** The operations that were left out, by why. */
function leftOut({ skipped }: TestReport): Map<string, string[]> {
  const byReason = new Map<string, string[]>();
  for (const { operation, reason } of skipped) byReason.set(reason, [...(byReason.get(reason) ?? []), operation]);
  return byReason;
}
