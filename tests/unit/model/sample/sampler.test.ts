import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json } from "../../../../generator/json.ts";
import { samplerOf, type SampleWish } from "../../../../generator/model/sample/sampler.ts";
import type { Schema } from "../../../../generator/model/schema.ts";

const at = "";
const text: Schema = { at, types: ["string"] };
const number: Schema = { at, types: ["integer"] };

function sample(schema: Omit<Schema, "at">, wish: SampleWish = {}, named: readonly [string, Schema][] = [], view: "request" | "response" = "response"): Json | undefined {
  return samplerOf(new Map(named), view)({ at, ...schema }, wish);
}

test("the author's example is the value, where it fits; else a constant, the first of a list, a default", () => {
  assert.equal(sample({ ...text, doc: { examples: ["a", "b"] } }), "a");
  assert.equal(sample({ ...text, minLength: 2, doc: { examples: ["a", "bc"] } }), "bc");
  assert.equal(sample({ const: { value: 7 } }), 7);
  assert.equal(sample({ enum: ["x", "y"] }), "x");
  assert.equal(sample({ ...number, default: { value: 10 } }), 10);
});

test("texts are of their format, their pattern and their lengths, or called as the place is", () => {
  assert.equal(sample(text, { name: "city" }), "city");
  assert.equal(sample({ ...text, format: "date-time" }), "2026-01-31T12:00:00Z");
  assert.equal(sample({ ...text, pattern: "^[A-Z]{2}-\\d{3}$" }), "AA-000");
  assert.equal(sample({ ...text, pattern: "^(?=.*[A-Z])(?=.*\\d).{8,}$" }), "A0aaaaaa");
  assert.equal(sample({ ...text, minLength: 9 }, { name: "ab" }), "ababababa");
  assert.equal(sample({ ...text, maxLength: 2 }, { name: "abc" }), "ab");
});

test("numbers are within their bounds and on their step", () => {
  assert.equal(sample(number), 1);
  assert.equal(sample({ ...number, minimum: 40 }), 40);
  assert.equal(sample({ types: ["number"], exclusiveMinimum: 0, maximum: 0.5, multipleOf: 0.25 }), 0.5);
  assert.equal(sample({ allOf: [{ ...number, multipleOf: 6 }, { at, multipleOf: 4, minimum: 1 }] }), 12);
});

test("lists have what they must contain, no two alike, and no more than they may", () => {
  assert.deepEqual(sample({ types: ["array"], items: { at, enum: ["a", "b", "c"] }, uniqueItems: true, minItems: 3 }), ["a", "b", "c"]);
  assert.deepEqual(sample({ types: ["array"], prefixItems: [number, text], items: { at, boolean: false }, minItems: 2 }), [1, "value"]);
  const list = sample({ types: ["array"], items: number, contains: { at, minimum: 100 }, minContains: 2, maxContains: 2, minItems: 4 });
  assert.ok(Array.isArray(list) && list.filter((item) => typeof item === "number" && item >= 100).length === 2 && list.length === 4);
});

test("objects are whole for an answer, and what is asked for a request; what a view hides is not there", () => {
  const pet = { types: ["object" as const], required: ["id"], properties: [{ name: "id", schema: { ...number, readOnly: true } }, { name: "name", schema: text }, { name: "secret", schema: { ...text, writeOnly: true } }] };
  assert.deepEqual(sample(pet), { id: 1, name: "name" });
  assert.deepEqual(sample({ ...pet, required: ["name"] }, { fill: "required" }, [], "request"), { name: "name" });
});

test("what a member asks for in its turn is there, and names are as they have to be", () => {
  assert.deepEqual(sample({ types: ["object"], required: ["card"], dependentRequired: [{ name: "card", required: ["address"] }] }), { card: "card", address: "address" });
  assert.deepEqual(sample({ types: ["object"], propertyNames: { at, pattern: "^x-[a-z]$" }, additionalProperties: number, minProperties: 1 }), { "x-a": 1 });
});

test("of alternatives one is taken that excludes the others, with the value that its discriminator has", () => {
  const cat: Schema = { at, types: ["object"], required: ["kind"], properties: [{ name: "kind", schema: text }] };
  const schema = { oneOf: [{ at, ref: "/cat" }, { at, types: ["null" as const] }], discriminator: { propertyName: "kind", mapping: [{ value: "cat", target: "/cat" }] } };
  assert.deepEqual(sample(schema, {}, [["/cat", cat]]), { kind: "cat" });
  const open: Schema = { at, types: ["object"], properties: [{ name: "a", schema: text }] };
  const one = sample({ oneOf: [open, { at, types: ["object"], properties: [{ name: "b", schema: text }] }] });
  assert.ok(one !== undefined);
});

test("what recurs ends, and what no value fits has none", () => {
  const node: Schema = { at, types: ["object"], required: ["next"], properties: [{ name: "next", schema: { at, oneOf: [{ at, ref: "/node" }, { at, types: ["null"] }] } }] };
  assert.deepEqual(sample({ ref: "/node" }, {}, [["/node", node]]), { next: { next: null } });
  const endless: Schema = { at, types: ["object"], required: ["again"], properties: [{ name: "again", schema: { at, ref: "/endless" } }] };
  assert.equal(sample({ ref: "/endless" }, {}, [["/endless", endless]]), undefined);
  assert.equal(sample({ types: ["string"], enum: [1] }), undefined);
});

test("of members that may be there the one that comes to an end is taken first, and what fails in one place does not fail elsewhere", () => {
  const query: Schema = { at, types: ["object"], minProperties: 1, maxProperties: 1, properties: [{ name: "not", schema: { at, ref: "/not" } }, { name: "term", schema: text }] };
  const negation: Schema = { at, allOf: [{ at, types: ["object"], required: ["query"], properties: [{ name: "query", schema: { at, ref: "/query" } }] }] };
  const named: readonly [string, Schema][] = [["/query", query], ["/not", negation]];
  assert.deepEqual(sample({ ref: "/query" }, { fill: "required" }, named), { not: { query: { term: "term" } } });
  const hopeless: Schema = { at: "/hopeless", types: ["string"], enum: [1] };
  const some = { types: ["object" as const], required: ["b"], properties: ["a", "c", "d"].map((name) => ({ name, schema: hopeless })).concat([{ name: "b", schema: { at: "/b", types: ["integer"] } }]) };
  assert.deepEqual(sample(some), { b: 1 });
});

test("a seed varies values, and the same seed gives the same", () => {
  const schema = { types: ["object" as const], required: ["a", "b"], properties: [{ name: "a", schema: text }, { name: "b", schema: number }] };
  assert.deepEqual(sample(schema, { seed: 4 }), sample(schema, { seed: 4 }));
  assert.notDeepEqual(sample(schema, { seed: 4 }), sample(schema, { seed: 5 }));
});
