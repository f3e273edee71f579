import assert from "node:assert/strict";
import { test } from "node:test";
import { stringify } from "yaml";
import type { JsonObject } from "../../../../generator/json.ts";
import { loadDocument } from "../../../../generator/load/load-document.ts";
import { buildApi } from "../../../../generator/model/build-api.ts";
import { emittedValidators, type EmittedValidators } from "../../../support/emitted-validators.ts";
import { repository } from "../../../support/typecheck.ts";

const pet = { $ref: "#/components/schemas/Pet" };
const tree = { $ref: "#/components/schemas/Tree" };

/** The validators of some component schemas. A request sends `Pet`, so that there is a view of it for requests. */
async function validatorsOf(schemas: JsonObject): Promise<EmittedValidators> {
  const send = { requestBody: { content: { "application/json": { schema: schemas["Pet"] === undefined ? {} : pet } } }, responses: {} };
  const document = { openapi: "3.1.1", info: { title: "Test", version: "1" }, paths: { "/pets": { post: send } }, components: { schemas } };
  const { document: loaded } = await loadDocument("-", { cwd: repository, stdin: async () => stringify(document) });
  assert.ok(loaded);
  const [validators] = await emittedValidators([buildApi(loaded).api]);
  assert.ok(validators);
  return validators;
}

async function predicateOf(schemas: JsonObject, name: string) {
  return (await validatorsOf(schemas)).of(`/components/schemas/${name}`);
}

/** `{ child: { child: … } }` */
function nested(levels: number, innermost: unknown = {}): unknown {
  let value = innermost;
  for (let level = 0; level < levels; level++) value = { child: value };
  return value;
}

test("a recursive predicate takes one argument, so that it can be given to filter", async () => {
  const { is } = await predicateOf({ Tree: { type: "object", properties: { child: tree } } }, "Tree");
  assert.equal(is.length, 1);
  assert.deepEqual([nested(1), { child: 1 }, 600].filter(is), [nested(1)]);
});

test("what is nested more than 512 levels deep is refused, and it is said why", async () => {
  const { is, validate } = await predicateOf({ Tree: { type: "object", properties: { child: tree } } }, "Tree");
  assert.equal(is(nested(512)), true);
  assert.equal(is(nested(514)), false);
  assert.equal(is(nested(100_000)), false);
  assert.deepEqual(validate(nested(600)).map(({ keyword }) => keyword), ["depth"]);
});

test("a union inside a recursion is judged once for each part of a value", async () => {
  const member = (extra: JsonObject) => ({ type: "object", properties: { child: tree, ...extra } });
  const schemas = {
    Tree: { anyOf: [member({ a: { type: "string" } }), member({ b: { type: "string" } }), { allOf: [member({ c: {} }), member({ d: {} })] }] },
  };
  const { is, validate } = await predicateOf(schemas, "Tree");
  assert.equal(is(nested(200)), true);
  assert.equal(is(nested(200, { child: 1 })), false);
  assert.ok(validate(nested(200, { child: 1 })).length > 0);
});

test("a schema that refers to itself for the same value ends", async () => {
  const { is } = await predicateOf({ Tree: { allOf: [tree, { type: "object", required: ["a"] }] } }, "Tree");
  assert.deepEqual([is({ a: 1 }), is({})], [true, false]);
});

test("names that every object inherits are names like others", async () => {
  const { is } = await predicateOf({ T: { type: "object", properties: { toString: { type: "string" } }, required: ["constructor"] } }, "T");
  assert.equal(is({}), false);
  assert.equal(is({ constructor: 1 }), true);
  assert.equal(is({ constructor: 1, toString: "a" }), true);
  assert.equal(is({ constructor: 1, toString: 1 }), false);
});

test("__proto__ is a name like others", async () => {
  const { is, validate } = await predicateOf({ T: { type: "object", properties: JSON.parse('{ "__proto__": { "type": "string" } }'), additionalProperties: false } }, "T");
  assert.equal(is({}), true);
  assert.equal(is(JSON.parse('{ "__proto__": "a" }')), true);
  assert.equal(is(JSON.parse('{ "__proto__": 1 }')), false);
  assert.deepEqual(validate(JSON.parse('{ "__proto__": 1 }')).map(({ path }) => path), ["/__proto__"]);
});

test("a member whose value is undefined is absent", async () => {
  const { is } = await predicateOf({ T: { type: "object", properties: { a: { type: "string" }, b: {} }, required: ["b"], additionalProperties: false } }, "T");
  assert.deepEqual([is({ a: undefined, b: 1, c: undefined }), is({ b: undefined })], [true, false]);
});

test("an inherited member is none", async () => {
  const { is } = await predicateOf({ T: { type: "object", maxProperties: 1, additionalProperties: { type: "string" } } }, "T");
  assert.equal(is(Object.assign(Object.create({ inherited: 1, other: 2 }), { a: "x" })), true);
});

test("a bigint is the number that it is", async () => {
  const { is } = await predicateOf({ T: { type: "integer", minimum: 1, multipleOf: 2, not: { const: 4 } } }, "T");
  assert.deepEqual([is(9007199254740994n), is(9007199254740993n), is(4n), is(-2n)], [true, false, false, false]);
});

test("a pattern that no engine accepts refuses nothing, and one that never ends ends", async () => {
  const { is } = await predicateOf({ T: { type: "object", properties: { a: { type: "string", pattern: "(" }, b: { type: "string", pattern: "^(a+)+$" } } } }, "T");
  assert.deepEqual([is({ a: "x" }), is({ b: "aaa" }), is({ b: `${"a".repeat(50)}b` })], [true, true, false]);
});

test("a request need not have what is readOnly, nor a response what is writeOnly", async () => {
  const Pet = { type: "object", required: ["id", "secret"], properties: { id: { type: "integer", readOnly: true }, secret: { type: "string", writeOnly: true } } };
  const validators = await validatorsOf({ Pet });
  const [response, request] = [validators.of("/components/schemas/Pet", "response"), validators.of("/components/schemas/Pet", "request")];
  assert.deepEqual([response.is({ id: 1 }), response.is({ secret: "s" })], [true, false]);
  assert.deepEqual([request.is({ id: 1 }), request.is({ secret: "s" })], [false, true]);
  assert.deepEqual(request.validate({}).map(({ message }) => message), ['must have the property "secret"']);
});

const animal = (kind: string) => ({ type: "object", required: ["kind", kind], properties: { kind: { const: kind } } });

test("a discriminator decides, and what explains says which value was meant", async () => {
  const members = [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }];
  const Pet = { oneOf: [...members, { type: "null" }], discriminator: { propertyName: "kind", mapping: { cat: members[0]?.$ref ?? "", dog: members[1]?.$ref ?? "" } } };
  const { is, validate, text } = await predicateOf({ Cat: animal("cat"), Dog: animal("dog"), Pet }, "Pet");
  assert.match(text, /switch \(value\["kind"\]\)/);
  assert.deepEqual([is({ kind: "cat", cat: 1 }), is(null), is({ kind: "cat" }), is({ kind: "cow" }), is({})], [true, true, false, false, false]);
  assert.deepEqual(validate({ kind: "cat" }).map(({ schema }) => schema), ["/components/schemas/Cat"]);
});

test("a union without discriminator is decided by the property that tells its members apart", async () => {
  const { is, text } = await predicateOf({ T: { oneOf: [animal("cat"), { type: "string" }, animal("dog")] } }, "T");
  assert.match(text, /switch \(value\["kind"\]\)/);
  assert.deepEqual([is({ kind: "dog", dog: 1 }), is("x"), is({ kind: "dog" }), is({ dog: 1 }), is(1)], [true, true, false, false, false]);
});

test("exactly one of several that can overlap", async () => {
  const { is } = await predicateOf({ T: { oneOf: [{ multipleOf: 2 }, { multipleOf: 3 }, { multipleOf: 5 }] } }, "T");
  assert.deepEqual([2, 3, 5, 6, 10, 15, 30, 7].map(is), [true, true, true, false, false, false, false, false]);
});

test("who explains says as many as asked for", async () => {
  const { validate } = await predicateOf({ T: { type: "array", items: { type: "string" } } }, "T");
  assert.deepEqual(validate([1, 2, 3], 2).map(({ path }) => path), ["/0", "/1"]);
  assert.equal(validate(Array.from({ length: 100 }, () => 1)).length, 20);
});

test("only what the value decides is left to be interpreted", async () => {
  const object = { type: "object", properties: { a: {} } };
  const decided = await predicateOf({ T: { allOf: [object, { properties: { b: {} } }], unevaluatedProperties: false } }, "T");
  const open = await predicateOf({ T: { anyOf: [object, { properties: { b: {} } }], unevaluatedProperties: false } }, "T");
  assert.doesNotMatch(decided.text, /fits\(/);
  assert.match(open.text, /fits\(/);
  assert.deepEqual([decided.is({ a: 1, b: 1 }), decided.is({ c: 1 }), open.is({ a: 1 }), open.is({ c: 1 })], [true, false, true, false]);
});
