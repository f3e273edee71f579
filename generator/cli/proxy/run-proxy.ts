import { performance } from "node:perf_hooks";
import { testSummary } from "../../contract/tester/report/test-summary.ts";
import type { Finding } from "../../contract/tester/finding.ts";
import type { TestReport } from "../../contract/tester/test-report.ts";
import { type Proxy, type ProxyEvents, startProxy } from "../../contract/proxy/start-proxy.ts";
import { placeholders } from "../../contract/proxy/without-credentials.ts";
import { exitCodeOf } from "../exit-code.ts";
import { displayName } from "../format/display-name.ts";
import { findingsOf } from "../format/finding.ts";
import { formatGithub } from "../format/github.ts";
import { printable } from "../format/printable.ts";
import { formatStylish } from "../format/stylish.ts";
import type { ExitCode, Io } from "../io.ts";
import { type Format, tell } from "../report.ts";
import { diagnosticOf, printReport } from "../test/print-report.ts";
import type { ReportKind } from "../test/read-flags.ts";
import { writeReports } from "../test/write-reports.ts";
import { UsageError } from "../usage-error.ts";
import { coverageLines } from "./coverage-lines.ts";
import { loadApi, type LoadedApi } from "./load-api.ts";
import { type Checker, startChecker } from "./start-checker.ts";

/** What a person asks of `specwright proxy`. */
export type ProxyRequest = { readonly input: string; readonly upstream: URL; readonly port: number; readonly remote: boolean; readonly format: Format; readonly reports: readonly { readonly kind: ReportKind; readonly file: string }[] };

/** Passes traffic on until Ctrl-C, and says what is wrong with it. */
export async function runProxy(request: ProxyRequest, io: Io): Promise<ExitCode> {
  const interrupted = io.interrupted();
  const { loaded, diagnostics, sources } = await loadApi(request.input, { cwd: io.cwd, remote: request.remote, stdin: io.stdin });
  if (loaded === undefined) {
    await tell({ diagnostics, sources }, { format: request.format, io });
    return exitCodeOf(diagnostics, [request]) || 1;
  }
  const start = performance.now();
  const printer = findingsPrinter(request, sources, io);
  const basePath = request.upstream.pathname.replace(/\/+$/, "");
  const stdin = sources.get("-")?.text;
  const checker = startChecker({ kind: "check exchanges", input: request.input, cwd: io.cwd, remote: request.remote, basePath, ...(stdin !== undefined && { stdin }) }, printer.print);
  const passed = { unread: 0 };
  try {
    const proxy = await startAt(request, { exchange: checker.check, unread: () => void passed.unread++, unreachable: unreachableTeller(request, io) });
    const url = `${proxy.url}${basePath}`;
    if (request.format !== "json") io.out(`${url}\n`);
    io.err(`${printable(`What goes to ${url} goes on to ${request.upstream.href}, and is held against ${displayName(request.input, io.cwd)}`)}. Ctrl-C ends it.\n`);
    await Promise.race([interrupted, checker.failed]).finally(proxy.close);
    return await conclude({ request, sources, checker, unreadConnections: passed.unread, milliseconds: performance.now() - start, printed: printer.printed }, io);
  } finally {
    await checker.stop();
  }
}

async function startAt({ upstream, port }: ProxyRequest, events: ProxyEvents): Promise<Proxy> {
  try {
    return await startProxy({ upstream, port }, events);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EADDRINUSE") throw new UsageError(`Port ${port} is in use.`, "Take another, or 0 for any that is free: specwright proxy --port 0");
    if (code === "EACCES") throw new UsageError(`Port ${port} may not be used by you.`, "Ports below 1024 are for the system: specwright proxy --port 4011");
    throw error;
  }
}

/** Says once that nobody answers, until somebody does not in another way. */
function unreachableTeller({ upstream }: ProxyRequest, io: Io): (message: string) => void {
  let last: string | undefined;
  return (message) => {
    if (message === last) return;
    last = message;
    io.err(`${printable(`${upstream.origin} cannot be reached: ${message}. The connection was closed.`)}\n`);
  };
}

/** Prints findings one after the other, as they come; as JSON there is only the whole. */
function findingsPrinter({ format, upstream }: ProxyRequest, sources: LoadedApi["sources"], io: Io): { readonly print: (findings: readonly Finding[]) => void; readonly printed: () => Promise<void> } {
  let printing = Promise.resolve();
  const print = async (findings: readonly Finding[]) => {
    const diagnostics = findings.map((finding) => diagnosticOf(finding, upstream.href, placeholders));
    const folder = format === "github" ? (io.env["GITHUB_WORKSPACE"] ?? io.cwd) : io.cwd;
    const placed = await findingsOf(diagnostics, { sources, folder });
    io.out(format === "github" ? formatGithub(placed) : formatStylish(placed, { colour: io.colour.out }));
  };
  return {
    print: (findings) => {
      if (format !== "json") printing = printing.then(() => print(findings));
    },
    printed: () => printing,
  };
}

type Run = { readonly request: ProxyRequest; readonly sources: LoadedApi["sources"]; readonly checker: Checker; readonly unreadConnections: number; readonly milliseconds: number; readonly printed: () => Promise<void> };

/** What there is to know at the end: what was covered, and what was not looked at. */
async function conclude({ request, sources, checker, unreadConnections, milliseconds, printed }: Run, io: Io): Promise<ExitCode> {
  const traffic = await checker.report();
  await printed();
  const report: TestReport = { ...traffic, baseUrl: request.upstream.href, phases: [], skipped: [], requests: traffic.exchanges, milliseconds };
  if (request.format === "json") io.out(await printReport(report, { sources, secrets: placeholders, format: "json", io }));
  await writeReports(request.reports, report, { sources, secrets: placeholders, title: displayName(request.input, io.cwd), io });
  const say = (line: string) => io.err(`${printable(line)}\n`);
  coverageLines(report.coverage).forEach(say);
  if (traffic.unread > 0) say(`${traffic.unread} exchanges were checked without their bodies: too large, in a coding that is not known here, or a part only.`);
  if (checker.missed() > 0) say(`${checker.missed()} exchanges were not checked: more passed by than could be.`);
  if (unreadConnections > 0) say(`${unreadConnections} connections were not read to their end: no HTTP/1.1, or upgraded to another protocol.`);
  say(testSummary(report));
  if (traffic.exchanges + checker.missed() + unreadConnections === 0) throw new UsageError("Nothing was checked: nothing has passed by.", `Send requests to the proxy in place of ${request.upstream.origin}.`);
  return traffic.findings.some(({ severity }) => severity === "error") ? 1 : 0;
}
