/**
 * `npm run bench -- [NAME…] [--write]` measures `generate --only types` against openapi-typescript, in one run and as
 * ratios, for processor time is comparable within a run and between machines only as a ratio. `--write` keeps the table
 * in RESULTS.md. `npm run bench -- client` measures the generated client beside others instead; its table is CLIENT.md.
 * `npm run bench -- server` does so for the generated server; its table is SERVER.md. `npm run bench -- stubs` measures
 * `specwright stubs`; its table is STUBS.md. `npm run bench -- mock` measures `specwright mock` beside Prism; its table is MOCK.md.
 * `npm run bench -- router` measures the generated router, and a start with many routes; its table is ROUTER.md.
 * `npm run bench -- dev` measures `specwright dev` from save to code; its table is DEV.md.
 * `npm run bench -- validators` measures the generated predicates beside others; its table is VALIDATORS.md.
 * `npm run bench -- kill-rate` counts the faulty servers that `specwright test` finds, beside Prism's proxy; its table is KILL_RATE.md.
 * `npm run bench -- independent [NAME…]` tests servers that are not ours; its table is INDEPENDENT.md.
 */
import { existsSync, statSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { corpusFolder } from "../support/corpus.ts";
import { repository } from "../support/typecheck.ts";
import { versionsOf } from "../support/versions.ts";
import { benchClient } from "./client/run.ts";
import { measureInTurns, type Command } from "./measure.ts";
import { benchDev } from "./dev/run.ts";
import { benchIndependent } from "./independent/run.ts";
import { benchKillRate } from "./kill-rate/run.ts";
import { benchMock } from "./mock/run.ts";
import { benchRouter } from "./router/run.ts";
import { benchServer } from "./server/run.ts";
import { benchStubs } from "./stubs/run.ts";
import { benchValidators } from "./validators/run.ts";

/** Documents by name, with the least ratio of processor time (theirs to ours) that we want to keep. */
const documents: { name: string; path: string; rounds: number; goal?: number }[] = [
  { name: "first contract", path: "spec/openapi.yaml", rounds: 7, goal: 4 },
  { name: "mountain huts", path: "tests/bench/documents/mountain-huts.yaml", rounds: 7 },
  { name: "Stripe", path: join(corpusFolder, "real/stripe-2023-09.yaml"), rounds: 3 },
  { name: "GitHub", path: join(corpusFolder, "real/github.json"), rounds: 3, goal: 8 },
  { name: "Elasticsearch", path: join(corpusFolder, "real/elasticsearch-2025-03.json"), rounds: 3 },
];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { write: { type: "boolean", default: false } } });
const peer = join(repository, "node_modules", "openapi-typescript", "bin", "cli.js");
const tool = join(repository, "dist", "specwright.js");
if (!existsSync(tool)) throw new Error("dist/specwright.js is not there. Run `npm run build`.");
if (positionals.includes("client")) benchClient(values);
else if (positionals.includes("server")) await benchServer(values);
else if (positionals.includes("router")) await benchRouter(values);
else if (positionals.includes("stubs")) benchStubs(tool, values);
else if (positionals.includes("dev")) await benchDev(tool, values);
else if (positionals.includes("kill-rate")) await benchKillRate(values);
else if (positionals[0] === "independent") await benchIndependent(tool, { ...values, only: positionals.slice(1) });
else if (positionals.includes("mock")) await benchMock(tool, values);
else if (positionals.includes("validators")) await benchValidators(tool, values);
else benchTypes(values);

function benchTypes({ write }: { write: boolean }): void {
  const table = [
    "| document | kB | specwright: CPU s | openapi-typescript: CPU s | ratio | goal | specwright: peak MB | openapi-typescript: peak MB | ratio |",
    "|---|---:|---:|---:|---:|---:|---:|---:|---:|",
    ...documents.filter(({ name }) => positionals.length === 0 || positionals.includes(name)).map(line),
  ];
  const text = [
    "# Benchmark: types of a document",
    "",
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, ${versionsOf(["openapi-typescript"])}. A process each, from start to end; the`,
    "least of several rounds. `npm run bench -- --write` writes this file.",
    "",
    ...table,
    "",
  ].join("\n");
  console.log(text);
  if (write) writeFileSync(fileURLToPath(new URL("./RESULTS.md", import.meta.url)), text);
}

function line({ name, path, rounds, goal }: (typeof documents)[number]): string {
  const document = join(path.startsWith("/") ? "" : repository, path);
  if (!existsSync(document)) return `| ${name} | not there | | | | ${goal ?? ""} | | | |`;
  const commands: Record<"ours" | "theirs", Command> = {
    ours: (folder) => [tool, "generate", document, "--only", "types", "--out", join(folder, "out")],
    theirs: (folder) => [peer, document, "-o", join(folder, "types.ts")],
  };
  const usage = measureInTurns(commands, rounds);
  const [ours, theirs] = [usage.get("ours"), usage.get("theirs")];
  if (!ours || !theirs) throw new Error(`${name} was not measured`);
  const cells = [
    name,
    (statSync(document).size / 1000).toFixed(0),
    ours.cpuSeconds.toFixed(2),
    theirs.cpuSeconds.toFixed(2),
    (theirs.cpuSeconds / ours.cpuSeconds).toFixed(1),
    goal ?? "",
    ours.peakMegabytes.toFixed(0),
    theirs.peakMegabytes.toFixed(0),
    (theirs.peakMegabytes / ours.peakMegabytes).toFixed(1),
  ];
  return `| ${cells.join(" | ")} |`;
}
