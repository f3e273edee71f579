import assert from "node:assert/strict";
import test from "node:test";
import { loadDocument } from "../../../generator/load/load-document.ts";
import { loadFiles, openapi } from "./loaded.ts";

async function load(text: string) {
  return loadDocument("-", { cwd: "/", stdin: async () => text });
}

for (const [version, written] of [["3.0.3", "3.1.1"], ["3.1.0", "3.1.1"], ["3.2.0", "3.2.0"], ["3.2.0-rc1", "3.2.0"], ["3.1", "3.1.1"]]) {
  test(`OpenAPI ${version} is read, and is ${written} afterwards`, async () => {
    const { document, diagnostics } = await load(`openapi: "${version}"\ninfo: { title: a, version: "1" }\n`);
    assert.deepEqual(diagnostics, []);
    assert.equal(document?.root["openapi"], written);
  });
}

test("a version that YAML takes for a number is read", async () => {
  const { document } = await load("openapi: 3.0\ninfo: {}\n");
  assert.equal(document?.root["openapi"], "3.1.1");
});

for (const [text, code] of [
  ["openapi: 4.0.0", "unknown-version"], ["openapi: 3.3.0", "unknown-version"], ["openapi: true", "unknown-version"], ["swagger: '1.2'", "unknown-version"],
  ["info: {}", "not-openapi"], ["[]", "not-openapi"], ["null", "not-openapi"], ["just text", "not-openapi"],
] as const) {
  test(`${JSON.stringify(text)} is refused: ${code}`, async () => {
    const { document, diagnostics } = await load(text);
    assert.equal(document, undefined);
    assert.deepEqual(diagnostics.map((diagnostic) => diagnostic.code), [code]);
  });
}

test("a file that is not there is refused with its path", async () => {
  const { document, diagnostics } = await loadDocument("gone.yaml", { cwd: "/nowhere" });
  assert.equal(document, undefined);
  assert.deepEqual(diagnostics.map(({ code, at }) => [code, at.uri]), [["unreadable", "/nowhere/gone.yaml"]]);
});

test("$self is what references are relative to, and the file's neighbours are found all the same", async () => {
  const { at, codes } = await loadFiles({
    "openapi.yaml": openapi({ $self: "https://example.com/api/openapi.yaml", components: { schemas: {
      A: { $ref: "https://example.com/api/openapi.yaml#/components/schemas/B" }, B: { type: "string" }, C: { $ref: "c.yaml" },
    } } }, "3.2.0"),
    "c.yaml": { type: "number" },
  });
  assert.deepEqual(codes, []);
  assert.deepEqual(at("/components/schemas"), { A: { $ref: "#/components/schemas/B" }, B: { type: "string" }, C: { type: "number" } });
});

test("a document may not have a device read", { skip: process.platform === "win32" }, async () => {
  const { codes } = await loadFiles({ "openapi.yaml": openapi({ components: { schemas: { A: { $ref: "/dev/zero" } } } }) });
  assert.deepEqual(codes, ["dangling-ref openapi.yaml#/components/schemas/A/$ref"]);
});
