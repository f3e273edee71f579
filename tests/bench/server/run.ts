import type { ChildProcess } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { versionsOf } from "../../support/versions.ts";
import { comparePairs, measurePair, memoryAfter, startLoad, startServer, type Running, type TurnPair } from "./pair.ts";
import { peers, workshop, type Peer } from "./peers.ts";
import { prepare } from "./prepare.ts";
import { routes, type RouteName } from "./requests.ts";

const goal = 1.05;
/**
 * Short turns, and many: what else the machine does then meets both servers of a pair alike. Both are started several times, for one and
 * the same program is now 4 % quicker, now 4 % slower, as long as its process lives.
 */
const [starts, turns, count, warmUp] = [7, 31, 500, 12_000];

/** Measures the generated server and others beside a hand-written one: processor time per request, start, memory. `write` keeps the table. */
export async function benchServer({ write }: { write: boolean }): Promise<void> {
  await prepare();
  const load = startLoad();
  try {
    const rows: string[] = [];
    for (const peer of peers) rows.push(await row(load, peer));
    const text = page(rows);
    console.log(text);
    if (write) writeFileSync(fileURLToPath(new URL("../SERVER.md", import.meta.url)), text);
  } finally {
    load.kill();
  }
}

async function row(load: ChildProcess, peer: Peer): Promise<string> {
  const [a, b] = [await cells(load, peer, "A"), await cells(load, peer, "B")];
  const versions = peer.packages ? ` (${peer.packages.map((name) => `${name} ${versionOf(name)}`).join(", ")})` : "";
  return `| ${[`${peer.title}${versions}`, peer.note, ...a.figures, ...b.figures, a.start, a.memory, b.memory].join(" | ")} |`;
}

/** What one server does on one route. A server that cannot do it says why instead. */
async function cells(load: ChildProcess, peer: Peer, route: RouteName): Promise<{ figures: string[]; start: string; memory: string }> {
  try {
    const started = await startPairs(load, peer, route);
    const { ratio, least, most, microseconds, speed } = comparePairs(started.flatMap(({ pairs }) => pairs));
    console.error(`${peer.title} ${route}: ${ratio.toFixed(3)} (${least.toFixed(2)}–${most.toFixed(2)}), ${microseconds.toFixed(1)} µs`);
    return {
      figures: [`${ratio.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`, microseconds.toFixed(0), `${Math.round(speed / 1000)}k`],
      start: Math.min(...started.map(({ startSeconds }) => startSeconds)).toFixed(2),
      memory: started.at(-1)?.memory ?? "",
    };
  } catch (error) {
    console.error(`${peer.title} ${route}: ${error instanceof Error ? error.message : error}`);
    return { figures: [error instanceof Error ? error.message : String(error), "", ""], start: "", memory: "" };
  }
}

/** What is measured from one start of both servers to their end. Memory is asked for when they are there for the last time. */
type Start = { readonly pairs: readonly TurnPair[]; readonly startSeconds: number; readonly memory: string };

async function startPairs(load: ChildProcess, peer: Peer, route: RouteName): Promise<Start[]> {
  const measured: Start[] = [];
  for (let start = 1; start <= starts; start++) {
    const [server, reference] = [await startServer(moduleOf(peer.module), route), await startServer(moduleOf("hand-written"), route)];
    try {
      const pairs = await measurePair(load, server, reference, route, { turns, count, warmUp, isChecked: !peer.bare });
      const memory = start === starts ? await memoryOf(load, server, route) : "";
      measured.push({ pairs, startSeconds: server.startSeconds, memory });
    } finally {
      for (const { child } of [server, reference]) child.kill();
    }
  }
  return measured;
}

async function memoryOf(load: ChildProcess, server: Running, route: RouteName): Promise<string> {
  const { megabytes, heap } = await memoryAfter(load, server, route, 100_000);
  return `${megabytes.toFixed(0)} / ${heap.toFixed(0)}`;
}

function moduleOf(name: string): string {
  return join(workshop, `${name}.mjs`);
}

function versionOf(name: string): string {
  const manifest: { version: string } = JSON.parse(readFileSync(join(workshop, "node_modules", name, "package.json"), "utf8"));
  return manifest.version;
}

function page(rows: readonly string[]): string {
  return [
    "# Benchmark: the server",
    "",
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, ${versionsOf(["esbuild"])}. \`npm run bench -- server --write\` writes this file.`,
    "",
    "Processor time per request over that of a `node:http` server written by hand with the same checks (`tests/bench/server/hand-written.ts`).",
    `Each server is a process of its own; the two of a pair take turns of ${count} requests over 32 connections, and are started anew ${starts}`,
    `times. The ratio is the median of all ${starts * turns} turns, with its quartiles; the goal is ${goal}. µs and requests per second are those of the`,
    "best turn.",
    "",
    `- Route A: ${routes.A.title}.`,
    `- Route B: ${routes.B.title}.`,
    "",
    "| server | validated | A: ratio | µs | per s | B: ratio | µs | per s | start: CPU s | A: MB / heap | B: MB / heap |",
    "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ...rows,
    "",
    "Start is the processor time until the server listens. Memory is that after 100,000 requests more, its heap after garbage collection.",
    "What the others leave out is theirs: none looks at `Accept` or refuses a body on route A, and Fastify and Hono ask for credentials by a line",
    "of ours.",
    "",
  ].join("\n");
}
