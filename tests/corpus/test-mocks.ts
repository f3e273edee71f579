/**
 * `npm run corpus:mocks -- FOLDER… [--operations 8] [--requests 3000] [--seconds 60] [--limit N] [--write]` tests our own mock of every document
 * under the folders that we take, a few operations of each, and prints what is said of it. A mock answers as its document says: what is said of it
 * is a mistake of the tester or of the mock, or the document says two things. `--write` keeps the tables in MOCKS.md.
 */
import { type ChildProcess, fork } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { corpusFolder } from "../support/corpus.ts";
import { repository } from "../support/typecheck.ts";
import { findDocuments, isFaulty, sample } from "./find-documents.ts";
import { type MockRow, reportMocks } from "./report-mocks.ts";
import type { MockRun, MockTask } from "./mock-run.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    operations: { type: "string", default: "8" },
    requests: { type: "string", default: "3000" },
    seconds: { type: "string", default: "60" },
    limit: { type: "string", default: "100000" },
    write: { type: "boolean", default: false },
  },
});

const limits = { operations: Number(values.operations), requests: Number(values.requests), seconds: Number(values.seconds) };
const documents = sample(findDocuments(positionals.length > 0 ? positionals : [corpusFolder]).filter((document) => !isFaulty(document)), Number(values.limit));
const rows: MockRow[] = [];
let worker = startWorker();
for (const [index, document] of documents.entries()) {
  // A process that has had many documents has them in its memory.
  if (!worker.connected || index % 50 === 49) worker = restarted(worker);
  const run = await ask(worker, { path: document.path, ...limits });
  if (run.verdict === "hung") worker = restarted(worker);
  rows.push({ document, run });
  process.stderr.write(`${index + 1} of ${documents.length} ${document.name}: ${run.verdict}, ${run.findings.length} findings\n`);
}
worker.kill();
const text = reportMocks(rows, limits);
console.log(text);
if (rows.some(({ run }) => run.verdict === "crashed" || run.verdict === "hung")) process.exitCode = 1;
if (values.write) writeFileSync(fileURLToPath(new URL("./MOCKS.md", import.meta.url)), text);

function startWorker(): ChildProcess {
  return fork(fileURLToPath(new URL("./mock-worker.ts", import.meta.url)), { cwd: repository, execArgv: ["--import", "tsx"], stdio: ["ignore", "ignore", "ignore", "ipc"] });
}

function restarted(old: ChildProcess): ChildProcess {
  old.kill("SIGKILL");
  return startWorker();
}

function ask(worker: ChildProcess, task: MockTask): Promise<MockRun> {
  const ended = (verdict: "hung" | "crashed", message: string): MockRun => ({ verdict, message, operations: 0, requests: 0, milliseconds: 0, findings: [] });
  return new Promise((resolve) => {
    const timer = setTimeout(() => finish(ended("hung", `no end within ${3 * task.seconds} s`)), 3000 * task.seconds);
    worker.once("message", (run: MockRun) => finish(run));
    worker.once("close", (code, signal) => finish(ended("crashed", `process ended: ${signal ?? code}`)));
    worker.send(task);

    function finish(run: MockRun): void {
      clearTimeout(timer);
      worker.removeAllListeners("message").removeAllListeners("close");
      resolve(run);
    }
  });
}
