import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "../../../../generator/json.ts";
import { answered, findingsOf, testedBy, type Told } from "./phases/server-of.ts";

const shape = (name: string, own: JsonObject) => ({ type: "object", required: ["kind", "name", "age", ...Object.keys(own)], properties: { kind: { const: name }, name: { type: "string", minLength: 1, maxLength: 8 }, age: { type: "integer", minimum: 0, maximum: 20 }, ...own } });
const pet = { oneOf: [shape("cat", { lives: { type: "integer", minimum: 1, maximum: 9 } }), shape("dog", { tail: { type: "boolean" } })] };
const document: JsonObject = { paths: { "/pets": { post: { requestBody: { required: true, content: { "application/json": { schema: pet } } }, responses: { 201: answered(pet), 400: { description: "d" } } } } } };

type Pet = { readonly kind: string; readonly name: string; readonly age: number };

const server = (isRefused: (pet: Pet) => boolean, kept: (pet: Pet) => Pet = (pet) => pet) => ({ text }: { readonly text: string }): Told => {
  const given: Pet = JSON.parse(text);
  return isRefused(given) ? { status: 400 } : { status: 201, json: kept(given) };
};

test("a server that stumbles over one member has one finding, whatever the union that the member is in", async () => {
  assert.deepEqual(await findingsOf("coverage", document, server(({ age }) => age === 20)), ["error valid-request-refused POST /pets"]);
});

test("a server that stumbles over two members has two findings", async () => {
  assert.deepEqual(await findingsOf("coverage", document, server(({ age, name }) => age === 20 || name.length === 8)), ["error valid-request-refused POST /pets", "error valid-request-refused POST /pets"]);
});

test("a server that refuses one branch of a union has one finding, and another for a member of the other branch", async () => {
  assert.deepEqual(await findingsOf("coverage", document, server(({ kind }) => kind === "dog")), ["error valid-request-refused POST /pets"]);
  assert.equal((await findingsOf("coverage", document, server(({ kind, age }) => kind === "dog" || age === 20))).length, 2);
});

test("a server that refuses everything has one finding", async () => {
  assert.deepEqual(await findingsOf("coverage", document, server(() => true)), ["error valid-request-refused POST /pets"]);
});

test("what is answered otherwise than it was sent is found by member, and as a whole from three members on", async () => {
  const warning = "warning not-created POST /pets";
  assert.deepEqual(await findingsOf("coverage", document, server(() => false)), []);
  assert.deepEqual(await findingsOf("coverage", document, server(() => false, (given) => ({ ...given, age: given.age === 0 ? 1 : given.age }))), [warning]);
  assert.deepEqual(await findingsOf("coverage", document, server(() => false, (given) => ({ ...given, age: given.age === 0 ? 1 : given.age, name: given.name.replace(/[^\x00-\x7f]/gu, "?") }))), [warning, warning]);
  assert.deepEqual(await findingsOf("coverage", document, server(() => false, () => ({ kind: "cat", name: "Tom", age: 3, lives: 7 }))), [warning]);
});

test("a server that looks at nothing of a member has one finding, which says what it should be and what else is not looked at", async () => {
  const lax = server(({ name }) => name === undefined);
  const closed: JsonObject = { paths: { "/pets": { post: { requestBody: { required: true, content: { "application/json": { schema: { type: "object", required: ["name"], properties: { name: { type: "string", minLength: 2, maxLength: 8 } } } } } }, responses: { 201: answered({}), 400: { description: "d" } } } } } };
  const findings = await testedBy(["negative"], closed, ({ text }) => (text.startsWith("{") ? lax({ text }) : { status: 400 }));
  assert.deepEqual(findings.map(({ because }) => because), ['The document\'s schema says so: "/name" must be a string (type); two validators that read the request from its bytes refuse it; nor is anything else looked at there: minLength, maxLength']);
});
