import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { isObject, type Json, type JsonObject } from "../../../../generator/json.ts";
import type { Api } from "../../../../generator/model/api.ts";
import type { Schema } from "../../../../generator/model/schema.ts";
import { randomOf } from "../../../../generator/model/sample/random.ts";
import { breaksOf } from "../../../../generator/contract/tester/values/breaks.ts";
import { choosing } from "../../../../generator/contract/tester/values/choices.ts";
import { edgesOf } from "../../../../generator/contract/tester/values/edges.ts";
import { smallerValues } from "../../../../generator/contract/tester/values/smaller-values.ts";
import { validValues } from "../../../../generator/contract/tester/values/valid-values.ts";
import { testedApi } from "./tested-api.ts";

async function schemaOf(schema: JsonObject, others: JsonObject = {}): Promise<{ api: Api; schema: Schema }> {
  const { api } = await testedApi({}, { S: schema, ...others });
  const found = api.schemas.find(({ component }) => component === "S");
  assert.ok(found);
  return { api, schema: found.schema };
}

async function edges(described: JsonObject, others: JsonObject = {}): Promise<Json[]> {
  const { api, schema } = await schemaOf(described, others);
  return edgesOf(schema, validValues(api)).map(({ value }) => value);
}

/** For each value that breaks something, the keywords that it breaks. */
async function breaks(described: JsonObject, others: JsonObject = {}): Promise<[Json, string][]> {
  const { api, schema } = await schemaOf(described, others);
  const { judge } = validValues(api);
  return breaksOf(schema, validValues(api)).map(({ value }) => [value, judge.own(schema).violations(value).map(({ keyword }) => keyword).join()]);
}

/** Each is broken by something, by one of these keywords at a time. */
const table: [title: string, schema: JsonObject, keywords: string[], others?: JsonObject][] = [
  ["an integer with bounds", { type: "integer", minimum: 3, maximum: 5 }, ["type", "minimum", "maximum"]],
  ["a number between others", { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 }, ["type", "exclusiveMinimum", "exclusiveMaximum"]],
  ["a multiple", { type: "number", multipleOf: 0.25 }, ["type", "multipleOf"]],
  ["a text with lengths", { type: "string", minLength: 2, maxLength: 4 }, ["type", "minLength", "maxLength"]],
  ["a pattern", { type: "string", pattern: "^v[0-9]+(\\.[0-9]+){2}$" }, ["type", "pattern"]],
  ["a format", { type: "string", format: "uuid" }, ["type", "format"]],
  ["an enum", { enum: ["a", "b", 3] }, ["enum"]],
  ["a constant", { const: { a: 1 } }, ["const"]],
  ["a list", { type: "array", items: { type: "boolean" }, minItems: 1, maxItems: 3 }, ["type", "minItems", "maxItems"]],
  ["a set", { type: "array", items: { type: "integer" }, uniqueItems: true, minItems: 2 }, ["type", "uniqueItems", "minItems"]],
  ["a tuple", { type: "array", prefixItems: [{ type: "string" }, { type: "integer" }], items: false, minItems: 2 }, ["type", "items", "minItems"]],
  ["a list that contains", { type: "array", contains: { const: 7 } }, ["type", "contains"]],
  ["an object", { type: "object", required: ["a"], properties: { a: { type: "integer" } }, additionalProperties: false }, ["type", "required", "additionalProperties"]],
  ["a map", { type: "object", additionalProperties: { type: "integer" }, propertyNames: { maxLength: 3 }, minProperties: 1, maxProperties: 2 }, ["type", "minProperties", "maxProperties", "propertyNames"]],
  ["patterns of names", { type: "object", patternProperties: { "^x-": { type: "integer" } }, additionalProperties: false }, ["type", "additionalProperties"]],
  ["what depends", { type: "object", properties: { a: { type: "integer" }, b: { type: "integer" } }, dependentRequired: { a: ["b"] } }, ["type", "dependentRequired"]],
  ["a condition", { type: "object", properties: { a: { type: "boolean" }, b: { type: "string" } }, if: { properties: { a: { const: true } }, required: ["a"] }, then: { required: ["b"] } }, ["type", "required"]],
  ["one of two", { oneOf: [{ type: "object", required: ["a"], properties: { a: { type: "string" } } }, { type: "object", required: ["b"], properties: { b: { type: "string" } } }] }, ["oneOf"]],
  ["all of two", { allOf: [{ type: "object", required: ["a"], properties: { a: { type: "integer" } } }, { properties: { b: { type: "integer" } }, unevaluatedProperties: false, $ref: "#/components/schemas/T" }] }, ["type", "required"], { T: { properties: { a: true } } }],
  ["what is not", { type: "integer", not: { minimum: 10 } }, ["type", "not"]],
  ["a tree", { type: "object", required: ["name"], properties: { name: { type: "string" }, parent: { $ref: "#/components/schemas/S" } }, unevaluatedProperties: false }, ["type", "required", "unevaluatedProperties"]],
  ["null or a text", { type: ["string", "null"], maxLength: 3 }, ["type", "maxLength"]],
];

describe("values of a schema", () => {
  for (const [title, described, keywords, others] of table) {
    test(`${title}: plain and random values fit, edges too, and each of its rules is broken`, async () => {
      const { api, schema } = await schemaOf(described, others);
      const values = validValues(api);
      const isValid = (value: Json | undefined) => value !== undefined && values.judge.verdict(schema, value) === "valid";
      assert.ok(isValid(values.plain(schema)), "plain");
      const choose = choosing(randomOf(5).next);
      const random = Array.from({ length: 20 }, () => values.random(schema, choose)).filter((value) => value !== undefined);
      assert.ok(random.length >= 15 && random.every(isValid), `${random.length} random ones`);
      assert.ok((await edges(described, others)).every(isValid));
      const broken = (await breaks(described, others)).map(([, keyword]) => keyword);
      for (const keyword of keywords) assert.ok(broken.some((found) => found.split(",").includes(keyword)), `${keyword} is among ${broken.join(" ")}`);
    });
  }

  test("where no value fits, there is none", async () => {
    const { api, schema } = await schemaOf({ type: "object", required: ["a"], properties: { a: { $ref: "#/components/schemas/S" } } });
    const values = validValues(api);
    assert.deepEqual([values.plain(schema), edgesOf(schema, values)], [undefined, []]);
  });

  test("the plain value is the document's example", async () => {
    const { api, schema } = await schemaOf({ type: "object", properties: { id: { type: "string", examples: ["e-1"] } }, required: ["id"] });
    assert.deepEqual(validValues(api).plain(schema), { id: "e-1" });
  });

  test("fast-check makes the same values of the same seed, and makes those that fail smaller", async () => {
    const { api, schema } = await schemaOf({ type: "array", items: { type: "string" }, minItems: 1 });
    const arbitrary = validValues(api).arbitrary(schema);
    assert.deepEqual(fc.sample(arbitrary, { seed: 7, numRuns: 5 }), fc.sample(arbitrary, { seed: 7, numRuns: 5 }));
    const outcome = fc.check(fc.property(arbitrary, (value) => !JSON.stringify(value).includes(",")), { seed: 7 });
    assert.equal(outcome.failed, true);
    assert.ok(JSON.stringify(outcome.counterexample?.[0]).length <= JSON.stringify([",", ""]).length, JSON.stringify(outcome.counterexample));
  });
});

describe("edges", () => {
  test("bounds, and what is next to them", async () => {
    const found = await edges({ type: "integer", minimum: 3, maximum: 100 });
    for (const value of [3, 4, 99, 100]) assert.ok(found.includes(value), String(value));
    assert.ok(!found.includes(2) && !found.includes(101));
  });

  test("every value of an enum, and every branch of a union", async () => {
    assert.deepEqual(await edges({ enum: ["a", 1, null] }), ["a", 1, null]);
    const found = await edges({ oneOf: [{ type: "object", required: ["kind"], properties: { kind: { const: "cat" } } }, { type: "object", required: ["kind"], properties: { kind: { const: "dog" } } }] });
    assert.ok(["cat", "dog"].every((kind) => found.some((value) => JSON.stringify(value) === JSON.stringify({ kind }))));
  });

  test("lengths count characters, of whatever plane", async () => {
    const found = await edges({ type: "string", minLength: 1, maxLength: 3 });
    for (const value of ["a", "aaa", "😀😀😀", "é", "a,b"]) assert.ok(found.includes(value), value);
    assert.ok(!found.includes("") && !found.includes("aaaa"));
  });

  test("with and without each optional, and what only answers have is never there", async () => {
    const found = (await edges({ type: "object", required: ["a"], properties: { a: { type: "boolean" }, b: { type: "boolean" }, c: { type: "boolean" }, id: { type: "integer", readOnly: true } } })).map((value) => Object.keys(Object(value)).sort().join());
    for (const names of ["a", "a,b", "a,c", "a,b,c"]) assert.ok(found.includes(names), names);
    assert.ok(found.every((names) => !names.includes("id")));
  });

  test("lists that are empty, and as long as they may be", async () => {
    const lengths = (await edges({ type: "array", items: { type: "integer" }, maxItems: 5 })).map((value) => (Array.isArray(value) ? value.length : -1));
    for (const length of [0, 1, 2, 5]) assert.ok(lengths.includes(length), String(length));
  });

  test("all that is optional, and as many members as may be, come before a third number of the same member", async () => {
    const number: JsonObject = { type: "integer", minimum: 1, maximum: 99 };
    const found = await edges({ type: "object", properties: { a: number, b: number, c: { type: "object", additionalProperties: { type: "string" }, maxProperties: 2 } } });
    const at = (is: (value: JsonObject) => boolean) => found.findIndex((value) => isObject(value) && is(value));
    const third = at(({ a }) => a === 2);
    assert.ok(third > 0);
    assert.ok(at((value) => Object.keys(value).length === 3) < third);
    assert.ok(at(({ c }) => isObject(c) && Object.keys(c).length === 2) < third, found.map((value) => JSON.stringify(value)).join(" "));
  });
});

describe("what breaks one rule and no other", () => {
  const line: JsonObject = { type: "object", required: ["what"], additionalProperties: false, properties: { what: { type: "string" }, count: { type: "integer", maximum: 9 }, price: { type: "number" } } };
  const alone = async (described: JsonObject) => new Set((await breaks(described)).map(([, keywords]) => keywords));

  test("of the items of a list, what it has to contain is still there", async () => {
    const found = await alone({ type: "array", items: line, contains: { required: ["price"] }, minItems: 1, maxItems: 3 });
    for (const keyword of ["maximum", "required", "additionalProperties", "maxItems", "contains"]) assert.ok(found.has(keyword), `${keyword} is among ${[...found].join(" ")}`);
  });

  test("too many of what a list contains are items all the same", async () => {
    const found = await alone({ type: "array", items: line, contains: { required: ["price"] }, minContains: 0, maxContains: 1 });
    assert.ok(found.has("maxContains") || found.has("contains"), [...found].join(" "));
  });

  test("of a member that asks for another, that one is there", async () => {
    const described: JsonObject = { type: "object", properties: { url: { type: "string", format: "uri" }, secret: { type: "string", minLength: 8 } }, dependentRequired: { url: ["secret"] } };
    assert.ok((await alone(described)).has("format"));
    assert.ok((await edges(described)).some((value) => JSON.stringify(value).includes("urn:isbn")));
  });

  test("what is deep in a large object has its turn", async () => {
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, index): [string, JsonObject] => [`m${index}`, { type: "string", minLength: 2, maxLength: 5, pattern: "^[a-z]+$" }]));
    const branches = ["one", "two", "three"].map((kind): JsonObject => ({ type: "object", required: ["kind"], properties: { kind: { const: kind }, ...many, at: { type: "object", properties: { position: { type: "array", prefixItems: [{ type: "number", maximum: 90 }] } } } }, unevaluatedProperties: false }));
    const found = await breaks({ oneOf: branches });
    assert.ok(found.some(([value]) => JSON.stringify(value).includes('"position":[90.5]')), `${found.length}`);
  });

  test("a text in place of a number has its turn before other types that nobody takes for one", async () => {
    const found = (await breaks({ type: "object", properties: { a: { type: "number" }, b: { type: "boolean" } } })).map(([value]) => JSON.stringify(value));
    const at = (part: string) => found.findIndex((text) => text.includes(part));
    for (const [text, other] of [['"a":"5"', '"a":{}'], ['"b":"true"', '"b":{}']] as const) assert.ok(at(text) >= 0 && at(text) < at(other), found.join(" "));
  });
});

test("what is smaller is smaller: it comes to an end", () => {
  let value: Json = { a: ["xyz", 100, true], b: { c: -7 } };
  let steps = 0;
  for (; steps < 1000; steps++) {
    const [smaller]: Json[] = [...smallerValues(value)].slice(-1);
    if (smaller === undefined) break;
    value = smaller;
  }
  assert.ok(steps < 1000);
});
