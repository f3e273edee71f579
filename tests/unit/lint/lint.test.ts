import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { Diagnostic } from "../../../generator/diagnostics.ts";
import { lint } from "../../../generator/lint/lint.ts";

const quiet = "rules: {}\n";
const head = "openapi: 3.1.1\ninfo: { title: T, version: '1' }\n";
const withExample = `${head}paths:\n  /a:\n    get:\n      responses:\n        '200':\n          description: ok\n          content:\n            application/json:\n              schema: { type: integer }\n              example: one\n`;

describe("lint", () => {
  test("without a redocly.yaml Redocly's recommended rules count", async () => {
    const found = await report({ "api.yaml": `${head}paths:\n  /a:\n    get:\n      responses:\n        '200': { description: ok }\n` });
    assert.ok(codes(found).includes("operation-4xx-response"), codes(found).join());
  });

  test("the redocly.yaml of the folder decides which of Redocly's rules count", async () => {
    const found = await report({ "redocly.yaml": "rules:\n  info-license: error\n", "api.yaml": `${head}paths: {}\n` });
    assert.deepEqual(codes(found), ["info-license"]);
    assert.equal(found[0]?.severity, "error");
  });

  test("a reference that leads nowhere is told once", async () => {
    const schema = "components:\n  schemas:\n    A: { properties: { b: { $ref: '#/components/schemas/B' } } }\n";
    const found = await report({ "redocly.yaml": "rules:\n  no-unresolved-refs: error\n", "api.yaml": `${head}${schema}` });
    assert.equal(found.length, 1, JSON.stringify(found));
  });

  test("an example that does not fit is a warning, and an error where the configuration says so of Redocly's rule", async () => {
    const relaxed = await report({ "redocly.yaml": quiet, "api.yaml": withExample });
    assert.deepEqual(relaxed.map(({ code, severity }) => `${severity} ${code}`), ["warning example-mismatch"]);
    const strict = await report({ "redocly.yaml": "rules:\n  no-invalid-media-type-examples: error\n", "api.yaml": withExample });
    assert.deepEqual(strict.map(({ code, severity }) => `${severity} ${code}`), ["error example-mismatch"]);
  });

  test("the example of a schema is reported where it is written", async () => {
    const text = `${head}components:\n  schemas:\n    A: { type: integer, example: one }\n`;
    const [found] = await report({ "redocly.yaml": quiet, "api.yaml": text });
    assert.ok(found && "pointer" in found.at);
    assert.equal(found.at.pointer, "/components/schemas/A/example");
  });

  test("examples of Swagger 2.0 are reported where they are written", async () => {
    const body = "{ in: body, name: b, schema: { type: integer }, x-example: one }";
    const text = [
      "swagger: '2.0'",
      "info: { title: T, version: '1' }",
      "produces: [application/json]",
      "paths:",
      "  /a:",
      "    post:",
      `      parameters: [${body}]`,
      "      responses: { '200': { description: ok, schema: { type: integer }, examples: { application/json: one } } }",
      "definitions: { A: { type: integer, example: one } }",
    ].join("\n");
    const found = await report({ "redocly.yaml": quiet, "api.yaml": text });
    assert.deepEqual(found.map(({ code, at }) => `${code} ${"pointer" in at ? at.pointer : ""}`).sort(), [
      "example-mismatch /definitions/A/example",
      "example-mismatch /paths/~1a/post/parameters/0/x-example",
      "example-mismatch /paths/~1a/post/responses/200/examples/application~1json",
    ]);
  });

  test("the text of a body in Swagger 2.0's x-example is taken for the body", async () => {
    const body = `{ in: body, name: b, schema: { type: object, required: [c] }, x-example: '{ "c": 1 }' }`;
    const paths = `paths:\n  /a: { post: { parameters: [${body}], responses: { '200': { description: ok } } } }\n`;
    assert.deepEqual(await report({ "redocly.yaml": quiet, "api.yaml": `swagger: '2.0'\ninfo: { title: T, version: '1' }\n${paths}` }), []);
  });

  test("a document that we understand and that stops Redocly gets a warning", async () => {
    const schemas = "components:\n  schemas:\n    A: { $ref: '#/components/schemas/B' }\n    B: { $ref: '#/components/schemas/A' }\n";
    const found = await report({ "api.yaml": `${head}paths: {}\n${schemas}` });
    assert.deepEqual(found.filter(({ severity }) => severity === "error"), []);
    assert.ok(codes(found).includes("linter-failed"), codes(found).join());
  });

  test("a type that does not exist is said once, with what was meant, in another file too", async () => {
    const found = await report({
      "redocly.yaml": "rules:\n  struct: error\n",
      "api.yaml": `${head}components:\n  schemas:\n    A: { $ref: a.yaml }\n`,
      "a.yaml": "type: intger\n",
    });
    assert.deepEqual(found.map(({ severity, code, help }) => [severity, code, help]), [["error", "ignored", 'Did you mean "integer"?']]);
  });

  test("what is unusual to Redocly but allowed by the specification is no error", async () => {
    const text = `${head}components:\n  schemas:\n    A: { type: string, optional: true }\n`;
    const found = await report({ "redocly.yaml": "rules:\n  struct: error\n", "api.yaml": text });
    assert.deepEqual(found.filter(({ severity }) => severity === "error"), []);
  });

  test("a fault in another file is reported in that file", async () => {
    const found = await report({
      "redocly.yaml": "rules:\n  struct: error\n",
      "api.yaml": `${head}paths:\n  /a: { $ref: path.yaml }\n`,
      "path.yaml": "get: { summary: 1, responses: { '200': { description: ok } } }\n",
    });
    const errors = found.filter(({ severity }) => severity === "error");
    assert.ok(errors.some(({ at }) => at.uri.endsWith("path.yaml")), JSON.stringify(found));
  });

  test("a broken configuration is a finding at the configuration", async () => {
    const found = await report({ "redocly.yaml": "rules: [\n", "api.yaml": `${head}paths: {}\n` });
    assert.deepEqual(codes(found), ["linter-failed"]);
    assert.ok(found[0]?.at.uri.endsWith("redocly.yaml"));
  });

  test("a text that does not parse is reported with line and column, and nothing else is said", async () => {
    const found = await report({ "api.yaml": "openapi: 3.1.1\ninfo: [\n" });
    assert.ok(found.length > 0 && found.every(({ code, at }) => code === "syntax" && "line" in at), JSON.stringify(found));
  });

  test("the network is left alone unless asked for", async () => {
    let requests = 0;
    const server = createServer((_, response) => response.end(String(++requests))).listen(0);
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const text = `${head}paths:\n  /a: { $ref: 'http://localhost:${port}/path.yaml' }\n`;
    const found = await report({ "api.yaml": text });
    server.close();
    assert.equal(requests, 0);
    assert.ok(found.some(({ severity }) => severity === "error"));
  });
});

async function report(files: Record<string, string>): Promise<Diagnostic[]> {
  const cwd = await mkdtemp(join(tmpdir(), "specwright-lint-"));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(cwd, name), text);
    return (await lint("api.yaml", { cwd })).diagnostics;
  } finally {
    await rm(cwd, { recursive: true });
  }
}

function codes(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code }) => code);
}
