import { execFile } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { buildSync } from "esbuild";
import { corpusFolder } from "../../support/corpus.ts";
import { repository } from "../../support/typecheck.ts";
import type { Driven, Load } from "./driven.ts";
import { type IdleServer, startIdleServer } from "./idle-server.ts";
import { type Subject, subjects } from "./subjects.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const driver = join(repository, ".cache/bench/tester/drive.mjs");

/** Measures what the tester itself costs, against a server that does nothing: beside loops that do nothing either, and with large documents. */
export async function benchTester(tool: string, { write, once }: { write: boolean; once: boolean }): Promise<void> {
  bundleDriver();
  const server = await startIdleServer();
  try {
    const all = (await subjects()).map((subject) => ({ ...subject, rounds: once ? 1 : subject.rounds }));
    const [first] = all;
    if (first === undefined) throw new Error("there is nothing to measure with");
    const { rows: loops, sockets } = await loopRows(first, server, once ? 1 : rounds);
    const text = report({ loops, runs: await runRows(all, server, sockets), start: await startRow(tool, server), once });
    console.log(text);
    if (write) writeFileSync(here("../TESTER.md"), text);
  } finally {
    server.close();
  }
}

/** As the command line is built, so that it starts as fast. */
function bundleDriver(): void {
  const alias = { yaml: join(repository, "node_modules/yaml/browser/dist/index.js") };
  buildSync({ entryPoints: [here("./drive.ts")], bundle: true, platform: "node", format: "esm", target: "node20.19", outfile: driver, external: ["ajv", "ajv/*", "ajv-formats", "fast-check", "@marcbachmann/cel-js"], alias, allowOverwrite: true, logLevel: "error" });
}

const contestants = ["the tester", "sockets", "http.request", "fetch"] as const;

/** The tester and the loops take turns, so that what else the machine does meets them alike. */
async function loopRows(subject: Subject, server: IdleServer, times: number): Promise<{ readonly rows: string[]; readonly sockets: number }> {
  const rows: string[] = [];
  let sockets = Number.NaN;
  await server.answerAs({ answer: subject.answer });
  for (const connections of [1, 8]) {
    const taken = new Map<string, Load[]>(contestants.map((name) => [name, []]));
    for (let round = 0; round < times; round++) {
      for (const name of contestants) taken.get(name)?.push(name === "the tester" ? await drive(subject, server, connections) : await runLoop(name, server, connections));
    }
    const own = middleOf(taken.get("the tester") ?? []);
    if (connections === 1) sockets = microsecondsOf(middleOf(taken.get("sockets") ?? []));
    for (const [name, loads] of taken) {
      const load = middleOf(loads);
      rows.push(`| ${name} | ${connections} | ${rateOf(load)} | ${perRequest(load)} | ${(microsecondsOf(load) / microsecondsOf(own)).toFixed(2)} |`);
    }
  }
  return { rows, sockets };
}

const rounds = 5;
const loopRequests = 10_000;

/** One of the tester's own requests to the first contract. */
const request = { method: "POST", target: "/_security/api_key/value/_clear_cache", headers: { accept: "application/json" } };

async function runLoop(kind: string, { port }: IdleServer, connections: number): Promise<Load> {
  return parsed(await promisify(execFile)(process.execPath, [here("./loops.mjs"), kind, String(port), String(loopRequests), String(connections), JSON.stringify(request)]));
}

async function drive(subject: Subject, { port }: IdleServer, concurrency: number): Promise<Driven> {
  const { document, operations, seeds, phases } = subject;
  const flags = { document, url: `http://127.0.0.1:${port}`, operations: String(operations), seeds: String(seeds), concurrency: String(concurrency), ...(phases !== undefined && { phases: phases.join(",") }) };
  return parsed(await promisify(execFile)(process.execPath, [driver, ...Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value])]));
}

function parsed<Told>({ stdout }: { readonly stdout: string }): Told {
  return JSON.parse(stdout);
}

/** One row for each document, one operation after the other. `sockets`: what a request of theirs takes, which tells how fast the machine is. */
async function runRows(all: readonly Subject[], server: IdleServer, sockets: number): Promise<string[]> {
  const rows: string[] = [];
  for (const subject of all) {
    await server.answerAs(subject);
    const runs: Driven[] = [];
    for (let round = 0; round < subject.rounds; round++) runs.push(await drive(subject, server, 1));
    const run = middleOf(runs);
    const first = (figure: (run: Driven) => number | undefined) => middle(runs.flatMap((each) => figure(each) ?? [])).toFixed(0);
    rows.push(`| ${[
      subject.name, run.requests.toLocaleString("en"), run.findings, (run.milliseconds / 1000).toFixed(1), (run.cpuMilliseconds / 1000).toFixed(1), rateOf(run), perRequest(run), (microsecondsOf(run) / sockets).toFixed(0), (run.cpuMilliseconds / run.operations / subject.seeds).toFixed(0),
      first(({ firstExchange }) => firstExchange), subject.fault === undefined ? "" : first(({ firstFinding }) => firstFinding), run.peakMegabytes.toFixed(0),
    ].join(" | ")} |`);
  }
  return rows;
}

/** From the start of the command line to its first request, and to its end, for one operation of GitHub's. */
async function startRow(tool: string, server: IdleServer): Promise<string | undefined> {
  const document = join(corpusFolder, "real/github.json");
  if (!existsSync(document)) return undefined;
  const [firsts, ends]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    await server.answerAs({ answer: { status: 200, body: "{}" } });
    const began = performance.timeOrigin + performance.now();
    const argv = [tool, "test", document, "--url", `http://127.0.0.1:${server.port}`, "--operation", "PATCH /orgs/{org}", "--phase", "examples", "--max-requests", "1"];
    // It exits with 1: an empty object is not what the document has.
    await promisify(execFile)(process.execPath, argv).catch(() => undefined);
    ends.push(performance.timeOrigin + performance.now() - began);
    firsts.push((server.first() ?? Number.NaN) - began);
  }
  return `\`specwright test github.json --operation "PATCH /orgs/{org}" --max-requests 1\`: ${(middle(firsts) / 1000).toFixed(2)} s to the first request, ${(middle(ends) / 1000).toFixed(2)} s to the end (goal: 1 s).`;
}

/** The run in the middle by its processor time. */
function middleOf<Taken extends Load>(all: readonly Taken[]): Taken {
  const found = all.toSorted((one, other) => one.cpuMilliseconds - other.cpuMilliseconds)[all.length >> 1];
  if (found === undefined) throw new Error("nothing was measured");
  return found;
}

function middle(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[numbers.length >> 1] ?? Number.NaN;
}

function rateOf({ requests, milliseconds }: Load): string {
  return Math.round((requests / milliseconds) * 1000).toLocaleString("en");
}

function perRequest(load: Load): string {
  return microsecondsOf(load).toFixed(0);
}

function microsecondsOf({ requests, cpuMilliseconds }: Load): number {
  return (cpuMilliseconds * 1000) / requests;
}

function report({ loops, runs, start, once }: { loops: readonly string[]; runs: readonly string[]; start: string | undefined; once: boolean }): string {
  return [
    "# Benchmark: the contract tests themselves", "",
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, which tester and server share, Node ${process.versions.node}. The server does nothing, in a process of its own.`,
    `What else the machine did meanwhile: a load of ${loadavg()[2]?.toFixed(1)} in the last quarter of an hour. How fast it was is in what \`sockets\` take, and so \`× sockets\` is what to compare.`,
    `${once ? "Each figure is of one run, but for the last line" : "Medians"}; processor time is that of the tester alone. \`npm run bench -- tester --write${once ? " --once" : ""}\` writes this file.`, "",
    "What it costs to think up, prove, send and judge a request: 20 seeds of valid requests to the first contract, each run from its beginning,",
    "beside loops that send one request of it again and again and look at nothing (`sockets`: bytes made once, as load generators do). The",
    "ratio is of processor time, to the tester's.", "",
    "| | connections | requests/s | CPU µs per request | ratio |", "|---|---:|---:|---:|---:|", ...loops, "",
    "Whole runs, one connection. One operation is at fault: what the first contract is sent beyond the first plane of Unicode, and all that the",
    "150th of the others is sent, is answered with 500. First exchange and first finding are counted from the start of the process; what else",
    "is found is the server's doing, which takes what is wrong.", "",
    "| document | requests | findings | s | CPU s | requests/s | CPU µs per request | × sockets | CPU ms per operation | first exchange, ms | first finding, ms | peak MB |", "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|", ...runs, "",
    ...(start === undefined ? [] : [start, ""]),
  ].join("\n");
}
