import assert from "node:assert/strict";
import { test } from "node:test";
import { negative } from "../../../../generator/contract/tester/phases/negative.ts";
import { requestRules, ruleKey } from "../../../../generator/contract/tester/request-rules.ts";
import { schemaById } from "../../../../generator/model/lookup.ts";
import { richPaths, richSchemas } from "./rich-document.ts";
import { casesOf, testedApi } from "./tested-api.ts";

const pet = {
  type: "object", required: ["name"], additionalProperties: false,
  properties: { id: { type: "integer", readOnly: true }, name: { type: "string", minLength: 1 }, age: { type: "integer", maximum: 30, format: "int64" }, kind: { $ref: "#/components/schemas/Kind" }, tags: { type: "array", minItems: 0, uniqueItems: true, items: { type: "string" } }, mother: { $ref: "#/components/schemas/Pet" } },
};

test("rules have the names of their places and keywords; what no request can break is none", async () => {
  const { api, operations: [tested] } = await testedApi({
    "/pets/{id}": {
      put: {
        parameters: [
          { name: "id", in: "path", required: true, schema: { type: "string" } },
          { name: "limit", in: "query", required: true, schema: { type: "integer", maximum: 9 } },
          { name: "sort", in: "query", schema: { type: "array", minItems: 1, items: { enum: ["name", "-name"] } } },
        ],
        requestBody: { required: true, content: { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } } },
        responses: { "200": { description: "" } },
      },
    },
  }, { Pet: pet, Kind: { enum: ["cat", "dog"] } });
  assert.ok(tested);
  const rules = requestRules(tested, schemaById(api));
  assert.deepEqual([...rules.keys()], [
    "query limit: given", "query limit: type", "query limit: maximum", "query sort /*: enum",
    "body: given", "body: type", "body: required", "body: additionalProperties",
    "body /name: type", "body /name: minLength", "body /age: type", "body /age: maximum", "body /kind: enum", "body /tags: type", "body /tags: uniqueItems", "body /tags/*: type",
  ]);
  assert.deepEqual(rules.get("body /age: maximum"), ["/components/schemas/Pet/properties/age maximum"]);
});

test("of a document with a bit of everything, each rule that a request can break is broken by one that breaks nothing else", async () => {
  const tested = await testedApi(richPaths, richSchemas);
  const cases = await casesOf(negative, tested);
  for (const each of tested.operations) {
    const broken = new Set(cases.flatMap(({ operation, expectation }) => (operation === each.operation && expectation.kind === "invalid" ? [ruleKey(expectation.rule)] : [])));
    const unbroken = [...requestRules(each, schemaById(tested.api))].filter(([, keys]) => !keys.some((key) => broken.has(key)));
    assert.deepEqual(unbroken.map(([name]) => `${each.name}: ${name}`), []);
  }
});
