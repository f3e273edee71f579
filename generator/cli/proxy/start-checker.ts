import { Worker } from "node:worker_threads";
import type { TrafficReport } from "../../contract/proxy/exchange-judge.ts";
import type { Observed } from "../../contract/proxy/observed.ts";
import type { Finding } from "../../contract/tester/finding.ts";
import { checkWorker } from "./check-worker.ts";
import type { CheckWork, FromChecker, ToChecker } from "./check-messages.ts";

/** Judges exchanges in a thread of its own. */
export type Checker = {
  readonly check: (observed: Observed) => void;
  /** How many exchanges were not judged, because too many waited for it. */
  readonly missed: () => number;
  /** What came of all exchanges so far. */
  readonly report: () => Promise<TrafficReport>;
  readonly stop: () => Promise<void>;
  /** Rejects where the thread fails. */
  readonly failed: Promise<never>;
};

/** Starts a thread that judges exchanges, and hands on what it finds. What waits for it is bounded: what is too much is only counted. */
export function startChecker(work: CheckWork, found: (findings: readonly Finding[]) => void): Checker {
  const worker = startThread(work);
  const waiting: number[] = [];
  const counts = { bytes: 0, missed: 0 };
  const reports = new Set<(report: TrafficReport) => void>();
  worker.on("message", (message: FromChecker) => {
    if (message.kind === "report") return reports.forEach((resolve) => resolve(message.report));
    for (const bytes of waiting.splice(0, message.exchanges)) counts.bytes -= bytes;
    if (message.findings.length > 0) found(message.findings);
  });
  const failed = new Promise<never>((_, reject) => worker.on("error", reject));
  failed.catch(() => undefined);
  const send = (message: ToChecker, transfer: readonly ArrayBuffer[] = []) => worker.postMessage(message, transfer);
  let gathered: Observed[] = [];
  /** A message costs more than what is in it: those of a moment go together. */
  const flush = () => {
    if (gathered.length > 0) send({ kind: "exchanges", observed: gathered }, gathered.flatMap(buffersOf));
    gathered = [];
  };
  return {
    check: (observed) => {
      const buffers = buffersOf(observed);
      const bytes = buffers.reduce((sum, { byteLength }) => sum + byteLength, 0);
      if (waiting.length >= most || counts.bytes + bytes > mostBytes) return void counts.missed++;
      waiting.push(bytes);
      counts.bytes += bytes;
      if (gathered.length === 0) setTimeout(flush, 5);
      gathered.push(observed);
    },
    missed: () => counts.missed,
    report: async () => {
      const report = new Promise<TrafficReport>((resolve) => reports.add(resolve));
      flush();
      send({ kind: "report" });
      return Promise.race([report, failed]);
    },
    stop: async () => void (await worker.terminate()),
    failed,
  };
}

/** The build is JavaScript. Its sources are run by tsx, which has no part in threads unless it is asked to. */
function startThread(workerData: CheckWork): Worker {
  if (!checkWorker.pathname.endsWith(".ts")) return new Worker(checkWorker, { workerData });
  const code = `import(${JSON.stringify(import.meta.resolve("tsx/esm/api"))}).then(({ register }) => (register(), import(${JSON.stringify(checkWorker.href)})))`;
  return new Worker(code, { eval: true, workerData });
}

const most = 10_000;
const mostBytes = 128 * 1024 * 1024;

/** The memory of bodies, which is handed over and not copied. */
function buffersOf({ request, outcome }: Observed): ArrayBuffer[] {
  const bodies = [request.body, outcome.kind === "response" ? outcome.response.body : undefined];
  return bodies.flatMap((body) => (body !== undefined && body.buffer instanceof ArrayBuffer ? [body.buffer] : []));
}
