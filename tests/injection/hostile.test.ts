import assert from "node:assert/strict";
import test from "node:test";
import { ourFiles, ourTypes } from "../support/specwright.ts";
import { hostileDocuments } from "./hostile-documents.ts";

/** Of CPU, so that what else the machine does has no say. */
const mostSeconds = 5;

for (const { name, text, refused } of hostileDocuments) {
  test(`${name}: ${refused === undefined ? "types" : "a refusal with a place"}, soon`, async () => {
    const document = text();
    const start = process.cpuUsage();
    const { types, diagnostics } = await ourTypes(document);
    const { user, system } = process.cpuUsage(start);
    assert.ok(user + system < mostSeconds * 1e6, `It took ${((user + system) / 1e6).toFixed(1)} s.`);
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    assert.deepEqual([...new Set(errors.map(({ code }) => code))], refused === undefined ? [] : [refused]);
    assert.equal(types === undefined, refused !== undefined);
    for (const { at } of errors) assert.ok("pointer" in at ? at.pointer !== "" : at.line > 1 || at.column > 1);
  });
}

for (const { name, text, refused } of hostileDocuments) {
  if (refused !== undefined) continue;
  test(`${name}: validators, soon`, async () => {
    const document = text();
    const start = process.cpuUsage();
    const { files } = await ourFiles(document, ["validators"]);
    const { user, system } = process.cpuUsage(start);
    assert.ok(user + system < 2 * mostSeconds * 1e6, `It took ${((user + system) / 1e6).toFixed(1)} s.`);
    assert.ok(files.has("validators/validate-response.ts"));
  });
}
