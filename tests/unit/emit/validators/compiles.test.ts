import assert from "node:assert/strict";
import { test } from "node:test";
import { oneProgram } from "../../../support/one-program.ts";
import { typecheck } from "../../../support/typecheck.ts";
import { randomValidators } from "./random-validators.ts";

/** Another seed tries others, and more: `SEED=1 DOCUMENTS=100 node --import tsx --test …`. */
const seed = Number(process.env["SEED"] ?? 20_261_123);
const count = Number(process.env["DOCUMENTS"] ?? 15);

// With other compilers: tests/types/types.test.ts.
test("validators of random schemas compile, and need no any, no `as` and no `!`", async (context) => {
  context.diagnostic(`seed ${seed}`);
  const { files, rootDirs } = oneProgram(await randomValidators({ seed, count }));
  const emitted = [...files].filter(([path]) => path.includes("/validators/schemas/"));
  assert.ok(emitted.length >= 3 * count);
  for (const [path, text] of emitted) assert.doesNotMatch(text, /\bany\b|\bas (?!const\b)|\w!(?=[.[;,)])|@ts-/, path);
  assert.deepEqual((await typecheck(files, { rootDirs })).slice(0, 5), []);
});
