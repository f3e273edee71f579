import assert from "node:assert/strict";
import { statSync } from "node:fs";
import test from "node:test";
import { corpusFolder, withoutCorpus } from "../support/corpus.ts";
import { oneProgram, type Output } from "../support/one-program.ts";
import { ourFiles, ourTypes } from "../support/specwright.ts";
import { typecheck } from "../support/typecheck.ts";
import { expectedRefusals } from "./expected-refusals.ts";
import { findDocuments, isFaulty, sample } from "./find-documents.ts";

// A sample that is quick. All of it: `npm run corpus`.
const skip = withoutCorpus("manifest.json");
const small = skip ? [] : findDocuments([corpusFolder]).filter(({ path }) => statSync(path).size < 60_000);

test("documents that validators accept become types and clients that compile", { skip }, async () => {
  const accepted = small.filter((document) => !isFaulty(document) && !Object.hasOwn(expectedRefusals, document.name));
  const outputs = new Map<string, Output>();
  for (const { name, path } of sample(accepted, 80)) {
    const { files: generated, diagnostics } = await ourFiles({ path }, ["client"]);
    assert.ok(generated.size > 0, `${name} is refused: ${diagnostics[0]?.message}`);
    outputs.set(name, generated);
  }
  const { files, rootDirs } = oneProgram(outputs);
  assert.deepEqual((await typecheck(files, { rootDirs })).map(({ file, line, message }) => `${file}:${line}: ${message}`), []);
});

test("documents that are broken are never a reason to throw, and who refuses one says why", { skip }, async () => {
  for (const { name, path } of sample(small.filter(({ kind }) => kind === "broken"), 60)) {
    const { types, diagnostics } = await ourTypes({ path });
    const problem = diagnostics.find(({ severity }) => severity === "error");
    assert.ok(types !== undefined || problem?.message, `${name} is refused without a word`);
  }
});
