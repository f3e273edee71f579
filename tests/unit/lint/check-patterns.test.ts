import assert from "node:assert/strict";
import { test } from "node:test";
import { lint } from "../../../generator/lint/lint.ts";

test("lint warns of patterns that can blow up, wherever they stand", async () => {
  const document = {
    openapi: "3.1.1", info: { title: "t", version: "1" },
    paths: { "/a": { get: { operationId: "a", parameters: [{ name: "q", in: "query", schema: { type: "string", pattern: "^(a+)+$" } }], responses: { 204: { description: "" } } } } },
    components: { schemas: { Names: { patternProperties: { "\\s+$": { pattern: "^[a-z]+(-[a-z]+)*$" } } } } },
  };
  const { diagnostics } = await lint("-", { cwd: import.meta.dirname, stdin: async () => JSON.stringify(document) });
  const found = diagnostics.filter(({ code }) => code === "slow-pattern").map(({ at, severity }) => [severity, "pointer" in at ? at.pointer : ""]);
  assert.deepEqual(found.sort(), [
    ["warning", "/components/schemas/Names/patternProperties/\\s+$"],
    ["warning", "/paths/~1a/get/parameters/0/schema/pattern"],
  ]);
});
