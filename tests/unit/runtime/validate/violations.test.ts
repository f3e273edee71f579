import assert from "node:assert/strict";
import { test } from "node:test";
import { fits } from "../../../../generator/runtime/validate/fits.ts";
import type { SchemaData, SchemaObject } from "../../../../generator/runtime/validate/schema-data.ts";
import { violations } from "../../../../generator/runtime/validate/violations.ts";

/** `path schema keyword: message` of each violation; whether the value fits is asked both ways. */
function said(schema: SchemaData, value: unknown): string[] {
  const found = violations(schema, value);
  assert.equal(fits(schema, value), found.length === 0);
  return found.map(({ path, schema: at, keyword, message }) => `${path} ${at} ${keyword}: ${message}`);
}

const at = "/components/schemas/Pet";
const pet: SchemaObject = {
  at, type: "object", required: ["name"], additionalProperties: false,
  properties: { name: { type: "string", minLength: 1 }, age: { type: "integer", minimum: 0 }, tags: { type: "array", items: { enum: ["a", "b"] } } },
};

test("a violation says where in the value and in the document, which keyword, and a sentence", () => {
  assert.deepEqual(said(pet, { age: -1, tags: ["a", "c"], "x/y": 1 }), [
    ` ${at} required: must have the property "name"`,
    `/age ${at}/properties/age minimum: must be at least 0`,
    `/tags/1 ${at}/properties/tags/items enum: must be one of "a", "b"`,
    ` ${at} additionalProperties: must not have the property "x/y"`,
  ]);
  assert.deepEqual(said(pet, { name: "" }), [`/name ${at}/properties/name minLength: must have at least 1 character`]);
  assert.deepEqual(said(pet, [1]), [` ${at} type: must be an object`]);
});

test("a reference leads to where its target stands, and without any place it is where the keywords put it", () => {
  const owner: SchemaObject = { properties: { pet: { $ref: () => pet }, house: { allOf: [{ type: "string" }] } } };
  assert.deepEqual(said(owner, { pet: {}, house: 1 }), [`/pet ${at} required: must have the property "name"`, "/house /properties/house/allOf/0 type: must be a string"]);
  assert.equal(violations({ type: "string" }, 1, { at: "/paths/~1a/get" })[0]?.schema, "/paths/~1a/get");
});

test("there are at most 20, or as many as are asked for, and nothing large is repeated", () => {
  const list: SchemaData = { items: { type: "string", maxLength: 3 } };
  const bad = Array.from({ length: 200_000 }, () => 1);
  assert.equal(violations(list, bad).length, 20);
  assert.equal(violations(list, bad, { limit: 3 }).length, 3);
  const [violation] = violations({ additionalProperties: false }, { ["n".repeat(1_000_000)]: 1 });
  assert.ok((violation?.message.length ?? Infinity) < 300);
});

test("names that objects have by nature are names like any other, and what is undefined is absent", () => {
  const schema: SchemaObject = { required: ["toString", "constructor"], properties: Object.fromEntries([["__proto__", { type: "string" }]]) };
  assert.deepEqual(said(schema, {}), ['  required: must have the property "toString"', '  required: must have the property "constructor"']);
  assert.deepEqual(said(schema, JSON.parse('{ "toString": 1, "constructor": 1, "__proto__": 1 }')), ["/__proto__ /properties/__proto__ type: must be a string"]);
  assert.deepEqual(said(pet, { name: undefined, other: undefined }), [` ${at} required: must have the property "name"`]);
});

test("a bigint is the number that it is; NaN and Infinity are none", () => {
  assert.deepEqual(said({ type: "integer", minimum: 1, const: 2 ** 60, multipleOf: 4 }, 2n ** 60n), []);
  assert.deepEqual(said({ type: "integer", maximum: 2 ** 53 }, 2n ** 53n + 1n), ["  maximum: must be at most 9007199254740992"]);
  assert.deepEqual(said({ enum: [1] }, 1n), []);
  for (const value of [NaN, Infinity]) assert.equal(fits({ type: "number" }, value), false);
  assert.equal(fits({ type: "integer" }, 1.0), true);
});

const cat: SchemaObject = { at: "/components/schemas/Cat", type: "object", required: ["kind", "lives"], properties: { kind: { const: "cat" }, lives: { type: "integer" } } };
const dog: SchemaObject = { at: "/components/schemas/Dog", type: "object", required: ["kind", "bark"], properties: { kind: { const: "dog" }, bark: { type: "string" } } };

test("of a union the branch is explained that was meant, by type, by a fixed property, or as the nearest", () => {
  const union: SchemaObject = { oneOf: [{ $ref: () => cat }, { $ref: () => dog }, { type: "null" }] };
  assert.deepEqual(said(union, { kind: "cat", lives: "9" }), ["/lives /components/schemas/Cat/properties/lives type: must be an integer"]);
  assert.deepEqual(said(union, { kind: "cow" }), ['/kind  oneOf: must be one of "cat", "dog"']);
  assert.deepEqual(said(union, 1), ["  oneOf: must be an object or null"]);
  assert.deepEqual(said({ anyOf: [{ const: "a" }, { enum: ["b", 1] }] }, "c"), ['  anyOf: must be one of "a", "b", 1']);
  const open: SchemaObject = { anyOf: [{ required: ["a", "b", "c"] }, { required: ["d"] }] };
  assert.deepEqual(said(open, {}), ['  required: must have the property "d"'].map((text) => text.replace("  ", " /anyOf/1 ")));
  assert.deepEqual(said({ anyOf: [{ minimum: 5 }, { maximum: 1 }] }, 3), ["  anyOf: must be at least 5, or must be at most 1"]);
  assert.deepEqual(said({ oneOf: [{ $ref: () => cat }, true] }, { kind: "cat", lives: 1 }), ["  oneOf: must fit exactly one of the alternatives, but fits Cat and /oneOf/1"]);
});

test("a discriminator decides alone", () => {
  const mapping = { cat: () => cat, dog: () => dog };
  const union: SchemaObject = { at: "/u", oneOf: [{ $ref: () => cat }, { $ref: () => dog }], discriminator: { propertyName: "kind", mapping } };
  assert.deepEqual(said(union, { kind: "dog", bark: 1 }), ["/bark /components/schemas/Dog/properties/bark type: must be a string"]);
  assert.deepEqual(said(union, { kind: "cow" }), ['/kind /u discriminator: must be one of "cat", "dog"']);
  assert.deepEqual(said(union, { kind: "toString" }), ['/kind /u discriminator: must be one of "cat", "dog"']);
  // Where the property is missing, the union says for itself whether it may be.
  assert.deepEqual(said(union, { lives: 9 }), [' /u oneOf: must have the property "kind"']);
  const loose: SchemaObject = { ...union, oneOf: [{ $ref: () => cat }, { $ref: () => ({ properties: { wings: { type: "integer" } } }) }] };
  assert.deepEqual([said(loose, { wings: 2 }), said(loose, { wings: "2" }).length > 0], [[], true]);
  const lenient: SchemaObject = { ...union, discriminator: { propertyName: "kind", mapping, fallback: () => true } };
  assert.deepEqual(said(lenient, { kind: "cow" }), []);
});

test("a discriminator for heirs has them judged, and lets be what is none", () => {
  const animal: SchemaObject = { type: "object", properties: { kind: { type: "string" } }, discriminator: { propertyName: "kind", mapping: { Cat: () => heir } } };
  const heir: SchemaObject = { at: "/Cat", allOf: [{ $ref: () => animal }, { required: ["lives"] }], properties: { lives: {} }, unevaluatedProperties: false };
  assert.deepEqual(said(animal, { kind: "Cat" }), ['  /Cat/allOf/1 required: must have the property "lives"'.slice(1)]);
  assert.deepEqual(said(animal, { kind: "Cat", lives: 1 }), []);
  assert.deepEqual(said(heir, { kind: "Cat", lives: 1, other: 1 }), ['  /Cat unevaluatedProperties: must not have the property "other"'.slice(1)]);
  assert.deepEqual(said(animal, { kind: "Cow" }), []);
});

test("what a branch of a union has looked at is evaluated, and of a value that does not fit no more is said than has to be", () => {
  const schema: SchemaObject = { anyOf: [{ properties: { a: { type: "string" } }, required: ["a"] }, { properties: { b: {} }, required: ["b"] }], unevaluatedProperties: false };
  assert.deepEqual(said(schema, { a: "x", b: 1 }), []);
  assert.deepEqual(said(schema, { a: "x", c: 1 }), ['  unevaluatedProperties: must not have the property "c"']);
  assert.deepEqual(said({ allOf: [{ properties: { a: { type: "string" } } }], unevaluatedProperties: false }, { a: 1 }), ["/a /allOf/0/properties/a type: must be a string"]);
});
