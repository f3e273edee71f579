import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { buildSync } from "esbuild";
import { corpusFolder } from "../../support/corpus.ts";
import { versionsOf } from "../../support/versions.ts";
import { bare, peers, versionOf, workshop, type Peer } from "./peers.ts";

type Cost = Record<"get" | "query" | "post", { bare: number; client: number }>;

const here = fileURLToPath(new URL(".", import.meta.url));
const github = join(corpusFolder, "real/github.json");

/** Measures the generated client beside others: what a call costs over bare fetch, and what it weighs. `write` keeps the table. */
export function benchClient({ write }: { write: boolean }): void {
  install();
  const rows = peers.map((peer) => `| ${[title(peer), ...costs(peer), ...sizes(peer)].join(" | ")} |`);
  const text = [
    "# Benchmark: the client",
    "",
    `${new Date().toISOString().slice(0, 10)}, ${versionsOf(["esbuild"])}. \`npm run bench -- client --write\` writes this file.`,
    "",
    "Processor time per call over that of bare `fetch` with the same arguments, in one process, where `fetch` gives a fresh `Response` at",
    "once: a GET with two path parameters, a GET with four query parameters, a POST with a JSON body. The goal is 1.5.",
    "Then bytes, minified and gzipped: one operation of GitHub's API, and all of it. The goals are 1.2 kB and 20 kB.",
    "",
    "| client | path: µs | ratio | query: µs | ratio | body: µs | ratio | one operation: B | all of GitHub: B |",
    "|---|---:|---:|---:|---:|---:|---:|---:|---:|",
    ...rows,
    "",
    `GitHub's ids are int64, and ours reads them exactly, beyond 2^53 too; where there are none, one operation takes ${plainSize()} B.`,
    "openapi-fetch and hey-api make a `Request`, too. orval and kubb encode no path parameter, and kubb does not look at the status.",
    "",
  ].join("\n");
  console.log(text);
  if (write) writeFileSync(join(here, "..", "CLIENT.md"), text);
}

function install(): void {
  mkdirSync(workshop, { recursive: true });
  for (const file of ["package.json", "kubb.config.mjs"]) copyFileSync(join(here, file), join(workshop, file));
  if (existsSync(join(workshop, "node_modules"))) return;
  run("npm", ["install", "--no-package-lock", "--no-audit", "--no-fund"]);
}

function title(peer: Peer): string {
  return peer.package ? `${peer.name} ${versionOf(peer.package)}` : peer.name;
}

function costs(peer: Peer): string[] {
  const folder = generated(peer, join(here, "api.yaml"), "api");
  const [fetched, client] = [bundle(bare, folder, "bare"), bundle(peer.calls, folder, "calls")];
  const cost: Cost = JSON.parse(run(process.execPath, [join(here, "cost.mjs"), fetched, client]));
  return [cost.get, cost.query, cost.post].flatMap((one) => [one.client.toFixed(1), (one.client / one.bare).toFixed(2)]);
}

function sizes(peer: Peer): string[] {
  if (!existsSync(github)) return ["", ""];
  const folder = generated(peer, github, "github");
  return [peer.one, peer.all].map((entry) => size(entry, folder));
}

/** One operation of api.yaml, of our client. */
function plainSize(): string {
  const [ours] = peers;
  return ours ? size(ours.one.replaceAll("reposGet", "reposGetRepo"), generated(ours, join(here, "api.yaml"), "api")) : "";
}

function size(entry: string, folder: string): string {
  const [file] = buildSync(options(entry, folder, true)).outputFiles ?? [];
  return gzipSync(file?.contents ?? "", { level: 9 }).length.toLocaleString("en");
}

/** The folder with the client of a document. Those of peers are kept, for some take minutes. */
function generated(peer: Peer, document: string, name: string): string {
  const folder = join(workshop, peer.package ? `${peer.package.replace("/", "-")}-${versionOf(peer.package)}` : "ours", name);
  if (!peer.generate || (peer.package && existsSync(folder))) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { tool, args, env } = peer.generate(document, folder);
  // Some peers need a newer Node than the toolkit does.
  run(peer.package ? join(workshop, "node_modules/.bin/node") : process.execPath, [tool, ...args], env);
  return folder;
}

function bundle(entry: string, folder: string, name: string): string {
  const outfile = join(workshop, `${name}.mjs`);
  buildSync({ ...options(entry, folder, false), outfile, write: true });
  return outfile;
}

function options(contents: string, generated: string, minify: boolean) {
  const stdin = { contents, resolveDir: workshop, loader: "js" } as const;
  return { stdin, alias: { generated }, bundle: true, minify, format: "esm", target: "es2022", write: false, logLevel: "error" } as const;
}

function run(command: string, args: string[], env: Record<string, string> = {}): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: workshop, env: { ...process.env, ...env }, encoding: "utf8", maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}:\n${stdout}\n${stderr}`);
  return stdout;
}
