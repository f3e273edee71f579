import assert from "node:assert/strict";
import test from "node:test";
import { ourFiles } from "../support/specwright.ts";
import { hostileDocuments } from "./hostile-documents.ts";

/** Of CPU, so that what else the machine does has no say: to read a document and write its types takes no longer, nor do its validators. */
const mostSeconds = 5;

for (const { name, text, refused } of hostileDocuments) {
  test(`${name}: ${refused === undefined ? "types and validators" : "a refusal with a place"}, soon`, async () => {
    const document = text();
    const start = process.cpuUsage();
    const { files, diagnostics } = await ourFiles(document, refused === undefined ? ["types", "validators"] : ["types"]);
    const { user, system } = process.cpuUsage(start);
    assert.ok(user + system < (refused === undefined ? 2 : 1) * mostSeconds * 1e6, `It took ${((user + system) / 1e6).toFixed(1)} s.`);
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    assert.deepEqual([...new Set(errors.map(({ code }) => code))], refused === undefined ? [] : [refused]);
    assert.deepEqual(["types.ts", "validators/validate-response.ts"].map((path) => files.has(path)), refused === undefined ? [true, true] : [false, false]);
    for (const { at } of errors) assert.ok("pointer" in at ? at.pointer !== "" : at.line > 1 || at.column > 1);
  });
}
