import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json, JsonObject } from "../../../../generator/json.ts";
import { isObject, valueAt } from "../../../../generator/json.ts";
import type { Finding } from "../../../../generator/contract/tester/finding.ts";
import { testContract } from "../../../../generator/contract/tester/test-contract.ts";
import type { TestOptions } from "../../../../generator/contract/tester/test-options.ts";
import { readByHand } from "./independent-reading.ts";
import { richPaths, richSchemas } from "./rich-document.ts";
import { testedApi } from "./tested-api.ts";
import { seeds } from "../../../support/seeds.ts";
import { untilFirstFinding } from "../../../support/until-first-finding.ts";

const { api } = await testedApi(richPaths, richSchemas);
const document = { at: (pointer: string) => ({ uri: "rich.json", pointer }) };

/** Tests a server that takes what a person would, by a document that may not be the one that it is tested with. */
async function findings(change: (document: Json) => void, options: TestOptions = {}): Promise<readonly Finding[]> {
  const own: JsonObject = structuredClone({ paths: richPaths, components: { schemas: richSchemas } });
  change(own);
  const { paths, components } = own;
  assert.ok(isObject(paths) && isObject(components) && isObject(components["schemas"]));
  const isValid = readByHand(paths, components["schemas"]);
  const report = await testContract(document, api, {
    baseUrl: "http://127.0.0.1:1",
    send: async (request) => {
      const accepted = await isValid(request).catch(() => false);
      const answer = { status: accepted ? 200 : 400, headers: accepted ? [["content-type", "application/json"]] as const : [], body: new TextEncoder().encode(accepted ? "null" : ""), milliseconds: 1 };
      return { kind: "response", response: answer };
    },
    close: async () => undefined,
  }, { phases: ["examples", "coverage", "fuzz", "negative"], ...options });
  return report.findings;
}

const shown = ({ code, operation, message }: Finding): string => `${code} ${operation}: ${message}`;

test("of a server that reads by hand and judges by ajv, nothing is said, whatever the seed", async () => {
  for (const seed of seeds) assert.deepEqual((await findings(() => undefined, { seed })).map(shown), []);
});

const query = (index: number) => `/paths/~1orders/get/parameters/${index}/schema`;
const property = (name: string) => `/components/schemas/Order/properties/${name}`;
const form = "/paths/~1forms/post/requestBody/content/application~1x-www-form-urlencoded/schema";

/** The servers differ from the document in one keyword: by `undefined`, they do not look at it. */
const faults: [at: string, keyword: string, value: Json | undefined, code: Finding["code"]][] = [
  [query(0), "minimum", undefined, "invalid-request-accepted"],
  [query(0), "maximum", undefined, "invalid-request-accepted"],
  [query(0), "type", undefined, "invalid-request-accepted"],
  [query(0), "maximum", 99, "valid-request-refused"],
  [query(0), "minimum", 2, "valid-request-refused"],
  ["/components/schemas/Status", "enum", ["open", "closed"], "valid-request-refused"],
  ["/components/schemas/Status", "enum", undefined, "invalid-request-accepted"],
  [query(2), "maxItems", undefined, "invalid-request-accepted"],
  [query(2), "maxItems", 2, "valid-request-refused"],
  [query(4), "maxItems", undefined, "invalid-request-accepted"],
  [query(5), "additionalProperties", undefined, "invalid-request-accepted"],
  [query(6), "format", undefined, "invalid-request-accepted"],
  [query(7), "minLength", undefined, "invalid-request-accepted"],
  [query(7), "maxLength", 19, "valid-request-refused"],
  ["/components/schemas/Id", "pattern", "^[a-z]{2}-[0-9]{3,6}$", "invalid-request-accepted"],
  ["/components/schemas/Id", "pattern", "^[a-z]{2}-[0-9]{3,4}$", "valid-request-refused"],
  ["/components/schemas/Order", "required", ["id", "items", "total"], "invalid-request-accepted"],
  ["/components/schemas/Order", "unevaluatedProperties", undefined, "invalid-request-accepted"],
  ["/components/schemas/Order", "dependentRequired", undefined, "invalid-request-accepted"],
  ["/components/schemas/Order", "then", undefined, "invalid-request-accepted"],
  [property("total"), "exclusiveMinimum", undefined, "invalid-request-accepted"],
  [property("total"), "maximum", undefined, "invalid-request-accepted"],
  [property("total"), "multipleOf", undefined, "invalid-request-accepted"],
  [property("total"), "multipleOf", 1, "valid-request-refused"],
  [property("items"), "minItems", undefined, "invalid-request-accepted"],
  [property("items"), "maxItems", 3, "valid-request-refused"],
  [property("items"), "maxItems", 5, "invalid-request-accepted"],
  [property("items"), "uniqueItems", undefined, "invalid-request-accepted"],
  [`${property("items")}/items`, "minLength", 3, "valid-request-refused"],
  [`${property("items")}/items`, "maxLength", undefined, "invalid-request-accepted"],
  [property("position"), "items", undefined, "invalid-request-accepted"],
  [property("position"), "minItems", undefined, "invalid-request-accepted"],
  [`${property("position")}/prefixItems/1`, "maximum", undefined, "invalid-request-accepted"],
  [property("labels"), "propertyNames", undefined, "invalid-request-accepted"],
  [property("labels"), "maxProperties", undefined, "invalid-request-accepted"],
  [property("labels"), "additionalProperties", undefined, "invalid-request-accepted"],
  [property("codes"), "contains", undefined, "invalid-request-accepted"],
  [property("note"), "type", ["string"], "valid-request-refused"],
  [property("gift"), "type", undefined, "invalid-request-accepted"],
  [property("placed"), "format", undefined, "invalid-request-accepted"],
  ["/components/schemas/Cat/properties/lives", "maximum", undefined, "invalid-request-accepted"],
  ["/components/schemas/Dog/properties/name", "maxLength", 11, "valid-request-refused"],
  ["/components/schemas/Pet", "oneOf", [{ $ref: "#/components/schemas/Cat" }], "valid-request-refused"],
  ["/components/schemas/Pet", "oneOf", undefined, "invalid-request-accepted"],
  ["/components/schemas/Tree", "additionalProperties", undefined, "invalid-request-accepted"],
  ["/components/schemas/Tree/properties/children", "maxItems", undefined, "invalid-request-accepted"],
  [form, "required", undefined, "invalid-request-accepted"],
  [`${form}/properties/age`, "minimum", undefined, "invalid-request-accepted"],
  [`${form}/properties/age`, "minimum", 1, "valid-request-refused"],
  ["/paths/~1forms/post/requestBody/content/multipart~1form-data/schema/properties/title", "maxLength", undefined, "invalid-request-accepted"],
];

function operationOf(at: string): string {
  if (at.includes("forms")) return "POST /forms";
  return at.includes("Id") || at.includes("Status") || at.includes("/get/") ? "GET /orders" : "POST /orders";
}

for (const [at, keyword, value, code] of faults) {
  test(`a server that ${value === undefined ? "does not look at" : `has another`} ${keyword} at ${at} is found: ${code}`, async () => {
    const change = (own: Json) => {
      const schema = valueAt(own, at);
      assert.ok(isObject(schema) && Object.hasOwn(schema, keyword));
      if (value === undefined) delete schema[keyword];
      else schema[keyword] = value;
    };
    const operations = [operationOf(at)];
    const isExpected = (each: Finding) => each.code === code;
    const first = await findings(change, { operations, ...untilFirstFinding() });
    const found = first.some(isExpected) ? first : await findings(change, { operations });
    assert.ok(found.some(isExpected), found.map(shown).join("\n") || "nothing was found");
  });
}
