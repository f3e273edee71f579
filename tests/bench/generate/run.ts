import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { corpusFolder } from "../../support/corpus.ts";
import { repository } from "../../support/typecheck.ts";
import { versionsOf } from "../../support/versions.ts";
import { measureInTurns, type Usage } from "../measure.ts";

/** A document; `ratio` is the least of processor time for types, theirs to ours, that we want to keep, and `seconds` the most for all targets. */
type Subject = { name: string; path: string; rounds: number; ratio?: number; seconds?: number };

const subjects: readonly Subject[] = [
  { name: "first contract", path: "spec/openapi.yaml", rounds: 7, ratio: 4, seconds: 0.15 },
  { name: "mountain huts", path: "tests/bench/documents/mountain-huts.yaml", rounds: 7 },
  { name: "Stripe", path: join(corpusFolder, "real/stripe-2023-09.yaml"), rounds: 3 },
  { name: "GitHub", path: join(corpusFolder, "real/github.json"), rounds: 3, ratio: 8, seconds: 0.8 },
  { name: "Elasticsearch", path: join(corpusFolder, "real/elasticsearch-2025-03.json"), rounds: 3 },
];

/** Measures `specwright generate`: types beside openapi-typescript, and all targets. `write` keeps the tables; `only` names documents. */
export function benchGenerate(tool: string, { write, only }: { write: boolean; only: readonly string[] }): void {
  const chosen = subjects.filter(({ name }) => only.length === 0 || only.includes(name));
  const load = loadavg()[0]?.toFixed(1) ?? "";
  const text = [
    "# Benchmark: generate",
    "",
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, whose load was ${load}, ${versionsOf(["openapi-typescript"])}. A process each, from start`,
    "to end; the least of several rounds. `npm run bench -- --write` writes this file.",
    "",
    "## Types alone",
    "",
    "| document | kB | specwright: CPU s | openapi-typescript: CPU s | ratio | goal | specwright: peak MB | openapi-typescript: peak MB | ratio |",
    "|---|---:|---:|---:|---:|---:|---:|---:|---:|",
    ...chosen.map((subject) => typesRow(tool, subject)),
    "",
    "## Everything",
    "",
    "Types, operations, client, server, validators, the runtime and the bundled document, into a folder that is empty; and once more, when",
    "nothing has changed. No ratio, as the other makes types only.",
    "",
    "| document | kB | files | MB written | CPU s | goal | CPU s, nothing changed | peak MB |",
    "|---|---:|---:|---:|---:|---:|---:|---:|",
    ...chosen.map((subject) => everythingRow(tool, subject)),
    "",
  ].join("\n");
  console.log(text);
  if (write) writeFileSync(fileURLToPath(new URL("../RESULTS.md", import.meta.url)), text);
}

function typesRow(tool: string, { name, path, rounds, ratio }: Subject): string {
  const document = documentAt(path);
  if (!existsSync(document)) return `| ${name} | not there | | | | ${ratio ?? ""} | | | |`;
  const peer = join(repository, "node_modules", "openapi-typescript", "bin", "cli.js");
  const usage = measureInTurns({
    ours: (folder: string) => [tool, "generate", document, "--only", "types", "--out", join(folder, "out")],
    theirs: (folder: string) => [peer, document, "-o", join(folder, "types.ts")],
  }, rounds);
  const [ours, theirs] = [usageOf("ours", usage), usageOf("theirs", usage)];
  return row([
    name, kilobytes(document), seconds(ours), seconds(theirs), (theirs.cpuSeconds / ours.cpuSeconds).toFixed(1), ratio ?? "",
    megabytes(ours), megabytes(theirs), (theirs.peakMegabytes / ours.peakMegabytes).toFixed(1),
  ]);
}

function everythingRow(tool: string, { name, path, rounds, seconds: goal }: Subject): string {
  const document = documentAt(path);
  if (!existsSync(document)) return `| ${name} | not there | | | | ${goal ?? ""} | | |`;
  const kept = join(repository, ".cache", "bench", "generate");
  rmSync(kept, { recursive: true, force: true });
  const usage = measureInTurns({
    fresh: (folder: string) => [tool, "generate", document, "--out", join(folder, "out")],
    // The first round writes, the others do not; and the least of them counts.
    again: () => [tool, "generate", document, "--out", kept],
  }, rounds);
  const [fresh, again] = [usageOf("fresh", usage), usageOf("again", usage)];
  const files = readdirSync(kept, { recursive: true, encoding: "utf8" }).map((file) => statSync(join(kept, file))).filter((stats) => stats.isFile());
  const written = files.reduce((sum, { size }) => sum + size, 0) / 1e6;
  rmSync(kept, { recursive: true });
  return row([name, kilobytes(document), files.length, written.toFixed(1), seconds(fresh), goal ?? "", seconds(again), megabytes(fresh)]);
}

function documentAt(path: string): string {
  return join(path.startsWith("/") ? "" : repository, path);
}

function usageOf(name: string, usages: ReadonlyMap<string, Usage>): Usage {
  const usage = usages.get(name);
  if (usage === undefined) throw new Error(`${name} was not measured`);
  return usage;
}

function kilobytes(document: string): string {
  return (statSync(document).size / 1000).toFixed(0);
}

function seconds({ cpuSeconds }: Usage): string {
  return cpuSeconds.toFixed(2);
}

function megabytes({ peakMegabytes }: Usage): string {
  return peakMegabytes.toFixed(0);
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.join(" | ")} |`;
}
