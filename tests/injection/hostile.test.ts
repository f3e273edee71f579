import assert from "node:assert/strict";
import test from "node:test";
import { ourFiles } from "../support/specwright.ts";
import { stepsOf } from "../support/steps.ts";
import { hostileDocuments } from "./hostile-documents.ts";

/**
 * To read a document and write its types takes no more steps, nor do its validators. Where each of 10,000 schemas is compared with all that
 * came before, it takes more.
 */
const mostSteps = 40e6;

for (const { name, text, refused } of hostileDocuments) {
  test(`${name}: ${refused === undefined ? "types and validators" : "a refusal with a place"}, in few steps`, async () => {
    const document = text();
    const steps = await stepsOf(async () => {
      const { files, diagnostics } = await ourFiles(document, refused === undefined ? ["types", "validators"] : ["types"]);
      const errors = diagnostics.filter(({ severity }) => severity === "error");
      assert.deepEqual([...new Set(errors.map(({ code }) => code))], refused === undefined ? [] : [refused]);
      assert.deepEqual(["types.ts", "validators/validate-response.ts"].map((path) => files.has(path)), refused === undefined ? [true, true] : [false, false]);
      for (const { at } of errors) assert.ok("pointer" in at ? at.pointer !== "" : at.line > 1 || at.column > 1);
    });
    assert.ok(steps < mostSteps, `It took ${Math.round(steps / 1e6)} million steps.`);
  });
}
