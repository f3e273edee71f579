import { type ChildProcess, fork, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { corpusFolder } from "../../support/corpus.ts";
import { repository } from "../../support/typecheck.ts";
import { versionsOf } from "../../support/versions.ts";

type Subject = { name: string; document: string; method: string; path: string; headers: Record<string, string> };

/** One request of each document that both mocks answer with a 200. */
const subjects: Subject[] = [
  { name: "first contract", document: join(repository, "spec/openapi.yaml"), method: "POST", path: "/_security/api_key/a/_clear_cache", headers: { authorization: "ApiKey aWQ6a2V5" } },
  { name: "GitHub", document: join(corpusFolder, "real/github.json"), method: "GET", path: "/repos/a/b", headers: {} },
];

type Started = { process: ChildProcess; port: number; firstAnswer: number };

/** Measures `specwright mock` beside bare Prism: start, memory, and answers in a second. */
export async function benchMock(tool: string, { write }: { write: boolean }): Promise<void> {
  const rows: string[] = [];
  for (const subject of subjects.filter(({ document }) => existsSync(document))) {
    for (const name of ["specwright mock", "Prism alone"] as const) {
      rows.push(await measured(subject, name, (port) => (name === "Prism alone" ? prism(subject.document, port) : [tool, "mock", subject.document, "--port", String(port)])));
    }
  }
  const text = [
    "# Benchmark: the mock beside Prism alone", "",
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, which client and mock share, ${versionsOf(["@stoplight/prism-cli"])}. 32 connections.`,
    "`Prism ready` is when bodies are Prism's; before it, answers are made without it. Memory is that of all processes, after the load.",
    "Dynamic answers are refused by nobody; what Prism alone gives is not checked. `npm run bench -- mock --write` writes this file.", "",
    "| document | mock | first answer, ms | Prism ready, ms | static/s | dynamic/s | MB |", "|---|---|---:|---:|---:|---:|---:|", ...rows, "",
  ].join("\n");
  console.log(text);
  if (write) writeFileSync(fileURLToPath(new URL("../MOCK.md", import.meta.url)), text);
}

function prism(document: string, port: number): string[] {
  return [join(repository, "node_modules/@stoplight/prism-cli/dist/index.js"), "mock", document, "--port", String(port), "--multiprocess", "false", "--verboseLevel", "error"];
}

async function measured(subject: Subject, name: string, command: (port: number) => string[]): Promise<string> {
  const began = performance.now();
  const { process: child, port, firstAnswer } = await start(command, subject);
  try {
    const ready = name === "Prism alone" ? firstAnswer : await untilPrismRuns(port).then(() => performance.now() - began);
    const fixed = await rate(port, subject, "dynamic=false", name === "Prism alone" ? 2_000 : 20_000);
    const varying = await rate(port, subject, "dynamic=true", 1_500);
    const cells = [subject.name, name, Math.round(firstAnswer), Math.round(ready), Math.round(fixed), Math.round(varying), Math.round(memoryOf(child.pid ?? 0) / 1024)];
    return `| ${cells.join(" | ")} |`;
  } finally {
    child.kill("SIGTERM");
  }
}

async function start(command: (port: number) => string[], subject: Subject): Promise<Started> {
  const port = 20_000 + Math.floor(Math.random() * 12_000);
  const began = performance.now();
  const child = spawn(process.execPath, command(port), { stdio: "ignore" });
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}${subject.path}`, { method: subject.method, headers: subject.headers }).catch(() => undefined);
    if (answer?.status === 200) return { process: child, port, firstAnswer: performance.now() - began };
    if (child.exitCode !== null || performance.now() - began > 120_000) throw new Error(`${command(port).join(" ")} does not answer: ${answer?.status}`);
    await setTimeout(10);
  }
}

async function untilPrismRuns(port: number): Promise<void> {
  for (let state = ""; state !== "running"; await setTimeout(20)) {
    const told = await fetch(`http://127.0.0.1:${port}/_specwright/state`).then((answer) => answer.json());
    state = typeof told === "object" && told !== null && "prism" in told ? String(told.prism) : "";
  }
}

/** Answers in a second, once warm. */
async function rate(port: number, { method, path, headers }: Subject, prefer: string, count: number): Promise<number> {
  const lines = Object.entries({ host: "127.0.0.1", ...headers, prefer }).map(([name, value]) => `${name}: ${value}\r\n`);
  const request = `${method} ${path} HTTP/1.1\r\n${lines.join("")}\r\n`;
  const load = fork(fileURLToPath(new URL("../server/load.mjs", import.meta.url)));
  const turn = (many: number) => new Promise<{ seconds: number; others: number }>((resolve) => {
    load.once("message", (message: { seconds: number; others: number }) => resolve(message));
    load.send({ port, request, status: 200, count: many });
  });
  await turn(Math.ceil(count / 4));
  const { seconds, others } = await turn(count);
  load.kill();
  if (others > 0) throw new Error(`${others} of ${count} answers were no 200: ${method} ${path}, ${prefer}`);
  return count / seconds;
}

/** Kilobytes that a process and its children have in memory. */
function memoryOf(pid: number): number {
  const status = (id: string | number) => (existsSync(`/proc/${id}/status`) ? readFileSync(`/proc/${id}/status`, "utf8") : "");
  const own = Number(/^VmRSS:\s+(\d+)/m.exec(status(pid))?.[1] ?? 0);
  const children = existsSync("/proc") ? readdirSync("/proc").filter((id) => /^\d+$/.test(id) && new RegExp(`^PPid:\\s+${pid}$`, "m").test(status(id))) : [];
  return children.reduce((sum, id) => sum + memoryOf(Number(id)), own);
}
