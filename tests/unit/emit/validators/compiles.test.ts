import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compilers, tsc, type CompilerVersion } from "../../../support/tsc.ts";
import { ourFiles } from "../../../support/specwright.ts";
import { documentArbitrary } from "./schema-arbitrary.ts";

/** Another seed tries others: `SEED=1 node --import tsx --test …`. */
const seed = Number(process.env["SEED"] ?? 20_261_123);
const documentCount = Number(process.env["DOCUMENTS"] ?? 15);

test("validators of random schemas compile with every TypeScript, and need no any, no `as` and no `!`", async (context) => {
  context.diagnostic(`seed ${seed}`);
  const files = new Map<string, string>();
  for (const [index, document] of fc.sample(documentArbitrary(), { seed, numRuns: documentCount }).entries()) {
    const generated = await ourFiles(JSON.stringify(document), ["validators"]);
    for (const [path, text] of generated.files) {
      // One runtime is enough for all of them.
      if (path.startsWith("runtime/")) files.set(path, text);
      else files.set(`${index}/${path}`, text.replaceAll(/from "((?:\.\.?\/)+)runtime\//g, (_, up: string) => `from "../${up === "./" ? "" : up}runtime/`));
    }
  }
  const emitted = [...files].filter(([path]) => path.includes("/validators/schemas/"));
  assert.ok(emitted.length >= 3 * documentCount);
  for (const [path, text] of emitted) assert.doesNotMatch(text, /\bany\b|\bas (?!const\b)|\w!(?=[.[;,)])|@ts-/, path);
  const versions: CompilerVersion[] = ["5.4", "5.9", "7"];
  assert.deepEqual(versions, Object.keys(compilers).sort());
  for (const version of versions) {
    const { errors, crash } = await tsc(version, files);
    assert.deepEqual({ version, crash, errors: errors.slice(0, 5) }, { version, crash: undefined, errors: [] });
  }
});
