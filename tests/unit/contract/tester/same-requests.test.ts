import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "../../../../generator/json.ts";
import { coverage } from "../../../../generator/contract/tester/phases/coverage.ts";
import { examples } from "../../../../generator/contract/tester/phases/examples.ts";
import { fuzz } from "../../../../generator/contract/tester/phases/fuzz.ts";
import { negative } from "../../../../generator/contract/tester/phases/negative.ts";
import { richPaths, richSchemas } from "./rich-document.ts";
import { casesOf, shown, testedApi } from "./tested-api.ts";

const json = (described: JsonObject) => ({ "application/json": described });
const named = (values: JsonObject): JsonObject => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));

const paths: JsonObject = {
  "/pets/{id}": {
    put: {
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer" }, examples: named({ cat: 1, gone: 404 }) }],
      requestBody: { required: true, content: json({ schema: { type: "object", required: ["name"], properties: { name: { type: "string" } } }, examples: named({ cat: { name: "Tom" }, broken: { name: 5 } }) }) },
      responses: {
        "200": { description: "", content: json({ examples: named({ cat: { name: "Tom" } }) }) },
        "404": { description: "", content: json({ examples: named({ gone: { error: "gone" } }) }) },
      },
    },
  },
};

test("examples of one name are sent together, one that is named as an error's is expected to be anything, and one that is not valid is left out", async () => {
  const cases = await casesOf(examples, await testedApi(paths));
  assert.deepEqual(cases.map((one) => `${one.expectation.kind} ${shown(one)}`), [
    'valid PUT /pets/1 {"name":"Tom"}',
    'any PUT /pets/404 {"name":"Tom"}',
  ]);
});

test("the same seed sends the same requests, byte for byte, and another seed sends others", async () => {
  const phases = { examples, coverage, fuzz, negative };
  const requests = async (name: keyof typeof phases, seed: number) => {
    const cases = await casesOf(phases[name], await testedApi(richPaths, richSchemas), seed);
    return JSON.stringify(cases.map(({ request: { body, ...request }, title }) => ({ ...request, title, body: body && [...body] })));
  };
  for (const name of ["examples", "coverage", "fuzz", "negative"] as const) assert.equal(await requests(name, 3), await requests(name, 3), name);
  assert.notEqual(await requests("fuzz", 4), await requests("fuzz", 3));
});

test("what correct servers may read in two ways is not sent", async () => {
  const tested = await testedApi({ "/a": { get: { parameters: [
    { name: "q", in: "query", schema: { type: "string" } }, { name: "n", in: "query", schema: { type: "number" } }, { name: "long", in: "query", schema: { type: "string", maxLength: 9000 } },
  ], responses: { "200": { description: "" } } } } });
  const targets = (await casesOf(coverage, tested)).map(({ request: { target } }) => target);
  assert.ok(targets.length > 20);
  assert.deepEqual(targets.filter((target) => /=(&|$)|n=[\d.]*e/.test(target) || target.length > 8000), []);
});
