/**
 * `npm run corpus -- FOLDER… [--only types,client,server,validators] [--jobs 2] [--limit N] [--peer] [--write]` generates code for every OpenAPI
 * document under the folders, compiles it, and prints what became of them. `--limit` takes a sample, `--peer` has openapi-typescript
 * do it, and `--write` keeps the table in RESULTS.md.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { targets } from "../../generator/targets.ts";
import { corpusFolder } from "../support/corpus.ts";
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

const only = targets.filter((target) => (values.peer ? target === "types" : values.only.split(",").includes(target)));
/** What a compiler is given; the rest is imported from there. */
const entries = only.map((target) => ({ types: "types.ts", client: "client.ts", server: "server.ts", validators: "validators/validate-response.ts" })[target]);
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
    const generated = tasks.flatMap(({ output }, index) => (attempts[index]?.verdict === "generated" ? entries.map((entry) => `${basename(output)}/${entry}`) : []));
    progress("compiling with TypeScript 5.9");
    const classic = await compileAll("5.9", folder, generated, jobs);
    progress("compiling with TypeScript 7");
    const native = await compileAll("7", folder, generated, 1);
    progress("");
    return chosen.flatMap((document, index) => {
      const attempt = attempts[index];
      return attempt ? [{ document, attempt, classic: classic.get(String(index)), native: native.get(String(index)) }] : [];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}
