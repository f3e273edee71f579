import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isOfKind, knownFindings } from "./known-findings.ts";
import { page } from "./page.ts";
import type { ServerResult } from "./server-result.ts";
import { type IndependentServer, seeds, servers } from "./servers.ts";
import { type ServerRun, testServer } from "./test-server.ts";

/**
 * Tests servers that are not ours with several seeds. A finding of no known kind is told, and ends the command with 1. `only` are names of
 * servers; `write` keeps the table, where it has all.
 */
export async function benchIndependent(tool: string, { write, only }: { write: boolean; only: readonly string[] }): Promise<void> {
  const unknown = only.find((name) => servers.every((server) => server.name !== name));
  if (unknown !== undefined) throw new Error(`No server ${JSON.stringify(unknown)}. There are ${servers.map(({ name }) => name).join(", ")}.`);
  const results = await inLanes(servers.filter(({ name }) => only.length === 0 || only.includes(name)), (server) => resultOf(tool, server));
  for (const { server, unexpected, known } of results) {
    for (const { code, severity, operation, message, curl } of unexpected) console.error(`${server.name}: unexpected ${severity} ${code} ${operation}: ${message}\n  ${curl}`);
    for (const { kind, findings } of known) if (findings.length === 0) console.error(`${server.name}: not found any more: ${kind.code} "${kind.says}"`);
  }
  const text = page(results);
  console.log(text);
  if (write && only.length === 0) writeFileSync(fileURLToPath(new URL("../INDEPENDENT.md", import.meta.url)), text);
  if (results.some(({ unexpected }) => unexpected.length > 0)) process.exitCode = 1;
}

async function resultOf(tool: string, server: IndependentServer): Promise<ServerResult> {
  const runs: ServerRun[] = [];
  for (const seed of server.seeds ?? seeds) {
    const run = await testServer(tool, server, seed);
    console.error(`${server.name}, seed ${seed}: ${run.requests} requests, ${run.findings.length} findings, ${run.cpuSeconds.toFixed(1)} s`);
    runs.push(run);
  }
  const findings = [...new Map(runs.flatMap((run) => run.findings).map((each) => [`${each.code} ${each.operation} ${each.message}`, each])).values()];
  const kinds = knownFindings(server.name);
  return {
    server,
    runs,
    known: kinds.map((kind) => ({ kind, findings: findings.filter((each) => kinds.find((other) => isOfKind(each, other)) === kind) })),
    unexpected: findings.filter((each) => !kinds.some((kind) => isOfKind(each, kind))),
  };
}

/** Two at a time, for much of a run is waiting; the results are in the order of what they are of. */
async function inLanes<Item, Result>(items: readonly Item[], run: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results = new Map<Item, Result>();
  const waiting = [...items];
  const lane = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) results.set(item, await run(item));
  };
  await Promise.all([lane(), lane()]);
  return items.flatMap((item) => results.get(item) ?? []);
}
