import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { corpusFolder } from "../../support/corpus.ts";
import { versionsOf } from "../../support/versions.ts";
import type { Lookups } from "./lookups.ts";
import { prepare, workshop } from "./prepare.ts";
import { measureStart } from "./start.ts";

const github = join(corpusFolder, "real/github.json");

const peers: { name: string; package?: string }[] = [
  { name: "specwright" }, { name: "find-my-way", package: "find-my-way" }, { name: "hono, SmartRouter", package: "hono" },
  { name: "hono, TrieRouter", package: "hono" }, { name: "path-to-regexp", package: "path-to-regexp" },
];

const servers = [
  { name: "`node:http` that does nothing", module: "bare-server.mjs" },
  { name: "**GitHub, a file each**", module: "files/github-server.mjs" },
  { name: "**GitHub, bundled with splitting**", module: "bundle/github-server.mjs" },
];

/** What lookup.mjs prints. */
type Measured = { nanoseconds: number; milliseconds: number; wrong: Record<keyof Lookups, number>; first: Partial<Record<keyof Lookups, string>> };

/** Measures the generated router beside others over GitHub's routes, and the start of a server with all of them. `write` keeps the table. */
export async function benchRouter({ write }: { write: boolean }): Promise<void> {
  if (!existsSync(github)) return console.log(`There is no ${github}, whose routes are measured.`);
  const lookups = await prepare(github);
  const rows = peers.map((peer) => lookupRow(peer));
  const starts: string[] = [];
  for (const { name, module } of servers) starts.push(await startRow(name, module));
  const text = page(lookups, rows, starts);
  console.log(text);
  if (write) writeFileSync(fileURLToPath(new URL("../ROUTER.md", import.meta.url)), text);
}

function lookupRow({ name, package: peer }: (typeof peers)[number]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["lookup.mjs", name], { cwd: workshop, encoding: "utf8" });
  if (status !== 0) throw new Error(`${name} ended with ${status}:\n${stderr}`);
  const { nanoseconds, milliseconds, wrong, first }: Measured = JSON.parse(stdout);
  console.error(`${name}: ${nanoseconds.toFixed(0)} ns${Object.entries(first).map(([kind, lookup]) => `; ${kind}, wrong: ${lookup}`).join("")}`);
  const title = peer === undefined ? `**${name}**` : `${name} ${versionOf(peer)}`;
  return `| ${[title, nanoseconds.toFixed(0), milliseconds.toFixed(1), wrong.plain, wrong.escaped, wrong.misleading, wrong.absent].join(" | ")} |`;
}

async function startRow(name: string, module: string): Promise<string> {
  const { seconds, megabytes, first, later, megabytesLater } = await measureStart(join(workshop, module), "/orgs/octocat/repos", 5);
  return `| ${[name, seconds.toFixed(3), megabytes.toFixed(0), first.toFixed(1), later.toFixed(2), megabytesLater.toFixed(0)].join(" | ")} |`;
}

function versionOf(name: string): string {
  const manifest: { version: string } = JSON.parse(readFileSync(join(workshop, "node_modules", name, "package.json"), "utf8"));
  return manifest.version;
}

function page(lookups: Lookups, rows: readonly string[], starts: readonly string[]): string {
  const counts = Object.entries(lookups).map(([kind, all]) => `${all.length.toLocaleString("en")} ${kind}`).join(", ");
  return [
    "# Benchmark: the router, and a start with many routes",
    "",
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, ${versionsOf(["esbuild"])}. \`npm run bench -- router --write\` writes this file.`,
    "",
    `GitHub's ${lookups.plain.length.toLocaleString("en")} routes, each looked up in turn: the least of many rounds, a process for each router; the goal is 500 ns. Making one`,
    "is processor time from a list of the routes to the first answer. Then wrong answers, of the route or of the texts of its placeholders,",
    `of ${counts}: escapes in the texts (\`%2F\`), texts that other`,
    "paths have as words there, paths that are not there. What is right is found by trying all paths (`tests/support/route-finder.ts`).",
    "find-my-way lets a placeholder be nothing. Hono and the patterns take the first in the document's order that fits, so that",
    "`/compare/{basehead}` takes what is of `/compare/{base}...{head}`.",
    "",
    "| router | ns | making it: ms | wrong: plain | escaped | misleading | absent |",
    "|---|---:|---:|---:|---:|---:|---:|",
    ...rows,
    "",
    "A server with all of GitHub's operations, whose JavaScript is made by esbuild: processor time until it listens, Node's own start with",
    "it (goal: 0.2 s), its memory then (goal: 60 MB); how long a client waits for the first answer of an operation, which is loaded for",
    "it, and for one after 1,000 more (an answer of 5 kB, validated); memory after those. The least of five starts.",
    "",
    "| server | CPU s | MB | first answer: ms | later: ms | MB |",
    "|---|---:|---:|---:|---:|---:|",
    ...starts,
    "",
  ].join("\n");
}
