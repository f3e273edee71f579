import assert from "node:assert/strict";
import { test } from "node:test";
import { isObject, type Json } from "../../../generator/json.ts";
import { schemaById } from "../../../generator/model/lookup.ts";
import { schemaDataOf } from "../../../generator/model/schema-data.ts";
import { fits } from "../../../generator/runtime/validate/fits.ts";
import { violations } from "../../../generator/runtime/validate/violations.ts";
import { withoutCorpus } from "../../support/corpus.ts";
import { isOtherwise } from "./otherwise.ts";
import { suiteCases, type SuiteCase, suiteFolder } from "./suite.ts";

const skip = withoutCorpus(suiteFolder);

/** The tests that come out otherwise than they say: `file: group: test`. Both ways of judging have to agree. */
function mistaken(cases: readonly SuiteCase[]): string[] {
  return cases.flatMap(({ file, description, schemaId, api, tests }) => {
    const schemas = schemaById(api);
    const schema = schemas.get(schemaId);
    assert.ok(schema);
    const data = schemaDataOf(schemas, "any")(schema);
    return tests.flatMap((each) => {
      const verdict = fits(data, each.data);
      assert.equal(violations(data, each.data).length === 0, verdict, `${file}: ${description}: ${each.description}`);
      return verdict === each.valid ? [] : [`${file}: ${description}: ${each.description}`];
    });
  });
}

function count(cases: readonly SuiteCase[]): number {
  return cases.reduce((sum, { tests }) => sum + tests.length, 0);
}

test("JSON Schema 2020-12, all that is mandatory: only what is said of formats and dialects is otherwise", { skip }, async () => {
  const cases = await suiteCases({ draft: "draft2020-12", openapi: "3.1.1" });
  assert.equal(count(cases), 1299);
  const wrong = mistaken(cases);
  assert.deepEqual(wrong.filter((name) => !isOtherwise(name)), []);
  assert.equal(wrong.length, 20);
});

test("a dialect that is not known is reported", { skip }, async () => {
  const cases = await suiteCases({ draft: "draft2020-12", openapi: "3.1.1", only: (schema) => isObject(schema) && /no-validation/.test(String(schema["$schema"])) });
  assert.deepEqual(cases.map(({ diagnostics }) => diagnostics.map(({ code }) => code)), [["unknown-dialect"]]);
});

test("optional tests of JSON Schema 2020-12: formats, all of them", { skip }, async () => {
  const cases = await suiteCases({ draft: "draft2020-12", openapi: "3.1.1", folder: "optional/format" });
  assert.equal(count(cases), 764);
  assert.deepEqual(mistaken(cases), []);
});

test("optional tests of JSON Schema 2020-12: all but a schema of another draft inside", { skip }, async () => {
  const cases = await suiteCases({ draft: "draft2020-12", openapi: "3.1.1", folder: "optional" });
  assert.deepEqual(mistaken(cases), [
    "cross-draft.json: refs to historic drafts are processed as historic drafts: first item not a string is valid",
  ]);
});

test("draft 4 through OpenAPI 3.0, as far as it has the keywords", { skip }, async () => {
  const cases = await suiteCases({ draft: "draft4", openapi: "3.0.3", only: isOf30 });
  assert.deepEqual({ groups: cases.length, tests: count(cases) }, { groups: 96, tests: 401 });
  assert.deepEqual(mistaken(cases), []);
});

/** OAS 3.0 "Schema Object": the keywords that it takes from draft 4, without `id`, `definitions`, lists of `type` or of `items`. */
const keywordsOf30 = new Set([
  "title", "multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength", "minLength", "pattern", "maxItems", "minItems",
  "uniqueItems", "maxProperties", "minProperties", "required", "enum", "type", "allOf", "oneOf", "anyOf", "not", "items", "properties",
  "additionalProperties", "description", "format", "default", "$ref", "$schema",
]);

function isOf30(schema: Json): boolean {
  if (!isObject(schema)) return false;
  return Object.entries(schema).every(([keyword, value]) => {
    if (!keywordsOf30.has(keyword)) return false;
    // What that leads to is known by its `id`.
    if (keyword === "$ref") return !/locationIndependentIdentifier/.test(String(value));
    if (keyword === "type") return typeof value === "string" && value !== "null";
    if (keyword === "not" || keyword === "items") return isOf30(value);
    if (keyword === "properties") return isObject(value) && Object.values(value).every(isOf30);
    if (keyword === "additionalProperties") return typeof value === "boolean" || isOf30(value);
    return !/^(?:all|any|one)Of$/.test(keyword) || (Array.isArray(value) && value.every(isOf30));
  });
}
