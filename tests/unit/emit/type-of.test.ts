import assert from "node:assert/strict";
import test from "node:test";
import type { Json } from "../../../generator/json.ts";
import { ourTypes } from "../../support/specwright.ts";

const others: { [name: string]: Json } = {
  Pet: { type: "object", properties: { id: { type: "string" }, name: { type: "string" } } },
  Named: { type: "object", required: ["kind"], properties: { kind: { type: "string" } } },
  Kinds: { type: "object", required: ["kind"], properties: { kind: { enum: ["X", "Y"] } } },
};

/** The declaration of a schema X beside those, in one line. */
async function declarationOf(schema: Json): Promise<string> {
  const { types } = await ourTypes(JSON.stringify({ openapi: "3.2.0", info: { title: "Test", version: "1" }, components: { schemas: { ...others, X: schema } } }));
  const [, declaration = ""] = /export type X = ([^]*?);\n\n/.exec(types ?? "") ?? [];
  return declaration.replace(/\s*\n\s*/g, " ");
}

const pet = { $ref: "#/components/schemas/Pet" };
const named = { $ref: "#/components/schemas/Named" };
const kinds = { $ref: "#/components/schemas/Kinds" };
const self = { $ref: "#/components/schemas/X" };

const cases: [fact: string, schema: Json, type: string][] = [
  ["required beside a $ref counts", { ...pet, required: ["name"] }, "Pet & { name: string; }"],
  ["required beside an allOf counts", { allOf: [pet], required: ["name"] }, "Pet & { name: string; }"],
  ["required beside a union of objects counts", { oneOf: [pet], required: ["x"] }, "Pet & { x: unknown; }"],
  ["required alone says nothing, as a value need not be an object", { required: ["x"] }, "unknown"],
  ["type: object accepts any object", { type: "object" }, "{ [key: string]: unknown }"],
  ["type: object beside a union of objects says nothing more", { type: "object", oneOf: [pet, named] }, "Pet | Named"],
  ["properties fit the type of further members", { type: "object", properties: { a: { type: "string" } }, additionalProperties: { type: "number" } }, "{ a?: string; [key: string]: number | string | undefined; }"],
  ["no type is all types but for what it says", { items: { type: "string" } }, "string[] | { [key: string]: unknown } | string | number | boolean | null"],
  ["enum and type both count", { type: "string", enum: ["a", 1, null] }, '"a"'],
  ["const beside a type that it is not of is impossible", { type: "string", const: 1 }, "never"],
  ["not anything is nothing", { not: {} }, "never"],
  ["an allOf with false is nothing", { allOf: [pet, false] }, "never"],
  ["a union in an intersection has parentheses", { allOf: [{ oneOf: [pet, named] }, { type: "object", properties: { a: true } }] }, "(Pet | Named) & { a?: unknown; }"],
  ["a union in a list has parentheses", { type: "array", items: { type: ["string", "null"] } }, "(string | null)[]"],
  ["what minItems reaches is not optional", { type: "array", prefixItems: [{ type: "string" }, { type: "number" }], minItems: 1, items: false }, "[string, number?]"],
  ["a discriminator says what its property holds", { oneOf: [named, pet], discriminator: { propertyName: "kind" } }, '(Named & { kind: "Named"; }) | (Pet & { kind: "Pet"; })'],
  ["a default mapping leaves it open", { oneOf: [named, pet], discriminator: { propertyName: "kind", defaultMapping: "Pet" } }, '(Named & { kind: "Named"; }) | Pet'],
  ["values that a member lists are narrowed to those mapped", { oneOf: [kinds], discriminator: { propertyName: "kind", mapping: { X: "Kinds" } } }, 'Kinds & { kind: "X"; }'],
  ["values that a member lists win over a mapping to others", { oneOf: [kinds], discriminator: { propertyName: "kind", mapping: { z: "Kinds" } } }, "Kinds"],
  ["a union of itself is the rest of it", { oneOf: [self, { type: "string" }] }, "string"],
  ["a list of itself has its name", { type: "array", items: self }, "X[]"],
  ["a list that is an optional element has a label", { type: "array", prefixItems: [{ type: "array", prefixItems: [self], items: false }], items: false }, "[item?: [X?]]"],
  ["a list that is any further element has one as well", { type: "array", prefixItems: [true], items: { type: ["string", "array"], items: self } }, "[unknown?, ...rest: (string | X[])[]]"],
  ["a property that requires itself of its own schema is told twice", { type: "object", properties: { a: { required: ["a"], allOf: [self] } } }, "{ a?: X & { a: X & { a: unknown; }; }; }"],
  ["what is made of itself is the rest of it", { type: "object", properties: { a: true }, allOf: [self] }, "{ a?: unknown; }"],
];

test("properties that require each other of each other's schemas come to an end", async () => {
  const names = Array.from({ length: 20 }, (_, index) => `p${index}`);
  const all = { required: names, allOf: [{ $ref: "#/components/schemas/Pet" }, self] };
  const type = await declarationOf({ type: "object", properties: Object.fromEntries(names.map((name) => [name, { type: "array", items: all }])) });
  assert.match(type, /^\{ p0\?: \(Pet & X & \{ p0: \(Pet & X & \{ p0: unknown; /);
});

for (const [fact, schema, type] of cases) {
  test(fact, async () => assert.equal(await declarationOf(schema), type));
}
