import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { corpusFolder } from "../../support/corpus.ts";
import { repository } from "../../support/typecheck.ts";
import { versionsOf } from "../../support/versions.ts";
import { measureInTurns, type Command } from "../measure.ts";
import { documentWith, handlersOf } from "./handlers.ts";

const github = join(corpusFolder, "real/github.json");
const workshop = join(repository, ".cache/bench-stubs");

/** Measures `specwright stubs` from the start of the command to its end: a new file, one that lacks some handlers, one in step. `write` keeps the table. */
export function benchStubs(tool: string, { write }: { write: boolean }): void {
  mkdirSync(workshop, { recursive: true });
  const document = join(workshop, "openapi.json");
  writeFileSync(document, JSON.stringify(documentWith(1050)));
  const stubs = (path: string, before?: string): Command => (folder) => {
    if (before !== undefined && folder !== "") writeFileSync(join(folder, "handlers.ts"), before);
    return [tool, "stubs", path, "--file", "handlers.ts"];
  };
  const some = handlersOf(1050, (index) => index % 21 !== 0);
  const rows = [
    ...measured("1,000 handlers, and 50 that are missing", { ours: stubs(document, some) }, { size: some.length, goal: "1.0" }),
    ...measured("1,050 handlers, in step", { ours: stubs(document, handlersOf(1050, () => true)) }, { size: some.length }),
    ...measured("a new file for 1,050 operations", { ours: stubs(document) }, {}),
    ...(existsSync(github) ? measured("a new file for GitHub's 1,223 operations", { ours: stubs(github) }, {}) : ["| a new file for GitHub's 1,223 operations | not there | | | |"]),
    ...measured("to compare: `specwright --version`", { ours: () => [tool, "--version"] }, {}),
  ];
  const text = [
    "# Benchmark: stubs",
    "",
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, ${versionsOf(["ts-morph"])}. A process each, from start to end, the document read and the`,
    "result parsed once more to prove it; the least of five. `npm run bench -- stubs --write` writes this file.",
    "",
    "| what | file before: kB | CPU s | goal | peak MB |",
    "|---|---:|---:|---:|---:|",
    ...rows,
    "",
  ].join("\n");
  console.log(text);
  if (write) writeFileSync(fileURLToPath(new URL("../STUBS.md", import.meta.url)), text);
}

function measured(what: string, commands: { ours: Command }, { size, goal }: { size?: number; goal?: string }): string[] {
  const usage = measureInTurns(commands, 5).get("ours");
  if (!usage) throw new Error(`${what} was not measured`);
  const kilobytes = size === undefined ? "" : (size / 1000).toFixed(0);
  return [`| ${what} | ${kilobytes} | ${usage.cpuSeconds.toFixed(2)} | ${goal ?? ""} | ${usage.peakMegabytes.toFixed(0)} |`];
}
