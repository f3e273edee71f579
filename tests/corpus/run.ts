/**
 * `npm run corpus -- FOLDER… [--only types,client,server,validators] [--jobs 2] [--limit N] [--peer] [--write]` generates code for every OpenAPI
 * document under the folders, loads its validators, compiles all of it, and prints what became of them. `--limit` takes a sample, `--peer`
 * has openapi-typescript do it, and `--write` keeps the table in RESULTS.md.
 */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { targets } from "../../generator/targets.ts";
import { corpusFolder } from "../support/corpus.ts";
import type { CompilerVersion } from "../support/typecheck.ts";
import { compileAll } from "./compile-all.ts";
import { findDocuments, isFaulty, sample, type CorpusDocument } from "./find-documents.ts";
import { generateAll } from "./generate-all.ts";
import { failures, report, type Row } from "./report.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    jobs: { type: "string", default: "2" },
    only: { type: "string", default: targets.join(",") },
    limit: { type: "string", default: "100000" },
    peer: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});

/** TypeScript 5.4 compiles one document of so many. */
const oldestOf = 10;

const only = targets.filter((target) => (values.peer ? target === "types" : values.only.split(",").includes(target)));
const documents = findDocuments(positionals.length > 0 ? positionals : [corpusFolder]);
const rows = await tryAll(sample(documents, Number(values.limit)), Number(values.jobs));
const text = report(rows, values.peer ? "openapi-typescript" : `specwright, ${only.join(", ")}`);
console.log(text);
if (failures(rows).length > 0) process.exitCode = 1;
if (values.write) writeFileSync(fileURLToPath(new URL("./RESULTS.md", import.meta.url)), text);

async function tryAll(chosen: CorpusDocument[], jobs: number): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "specwright-corpus-"));
  try {
    const tasks = chosen.map((document, index) => ({
      path: document.path,
      output: join(folder, String(index)),
      only,
      lint: isFaulty(document),
      peer: values.peer,
    }));
    const attempts = await generateAll(tasks, { jobs, onProgress: (done) => progress(`${done} of ${tasks.length}`) });
    const generated = tasks.filter((_, index) => attempts[index]?.verdict === "generated").map(({ output }) => basename(output));
    const errors = await compile(folder, generated, jobs);
    return chosen.flatMap((document, index) => {
      const attempt = attempts[index];
      const own = errors.map(([version, found]) => [version, found.get(String(index)) ?? found.get("runtime")] as const);
      return attempt ? [{ document, attempt, errors: new Map(own) }] : [];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Errors = [version: CompilerVersion, found: ReadonlyMap<string, string>];

/** What each compiler says of each output. The oldest is asked about some of them: it differs from the next one in little. */
async function compile(folder: string, generated: readonly string[], jobs: number): Promise<Errors[]> {
  const plan = [["5.4", sample(generated, Math.ceil(generated.length / oldestOf)), jobs], ["5.9", generated, jobs], ["7", generated, 1]] as const;
  const errors: Errors[] = [];
  for (const [version, documents, processes] of plan) {
    progress(`compiling with TypeScript ${version}`);
    const names = documents.flatMap((document) => sourcesIn(join(folder, document)).map((name) => `${document}/${name}`));
    errors.push([version, await compileAll(version, folder, names, processes)]);
  }
  progress("");
  return errors;
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
}

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}
