import assert from "node:assert/strict";
import test from "node:test";
import type { JsonObject } from "../../../generator/json.ts";
import type { Dialect } from "../../../generator/load/graph.ts";
import { upgradeSchema } from "../../../generator/load/upgrade-schema.ts";

/** The schema after upgrading, whether it is nullable from outside, and the codes of what there is to say. */
function upgraded(schema: JsonObject, dialect: Dialect = "3.0") {
  const node = structuredClone(schema);
  const { nullable, notes } = upgradeSchema(node, dialect);
  return { node, nullable, codes: notes.map(({ code, pointer }) => `${code} ${pointer}`) };
}

const cases: { fact: string; schema: JsonObject; dialect?: Dialect; node: JsonObject; nullable?: boolean; codes?: string[] }[] = [
  { fact: "3.0's nullable is one more type", schema: { type: "string", nullable: true }, node: { type: ["string", "null"] } },
  { fact: "nullable: false says nothing", schema: { type: "string", nullable: false }, node: { type: "string" } },
  { fact: "nullable without a type says nothing", schema: { nullable: true }, node: {} },
  { fact: "a nullable object is known by its properties", schema: { nullable: true, properties: {} }, node: { type: ["object", "null"], properties: {} } },
  { fact: "a nullable union takes null as a member", schema: { nullable: true, oneOf: [{ type: "string" }] }, node: { oneOf: [{ type: "string" }, { type: "null" }] } },
  {
    fact: "a union with a nullable member has null already",
    schema: { nullable: true, anyOf: [{ type: "string", nullable: true }] },
    node: { anyOf: [{ type: "string", nullable: true }] },
  },
  {
    fact: "what an allOf allows, only something around it can make nullable",
    schema: { nullable: true, allOf: [{ type: "object" }] }, node: { allOf: [{ type: "object" }] }, nullable: true,
  },
  {
    fact: "a nullable enum has null in it, and that is said",
    schema: { type: "string", nullable: true, enum: ["a"] },
    node: { type: ["string", "null"], enum: ["a", null] }, codes: ["nullable-enum-without-null /enum"],
  },
  { fact: "an enum that lists null needs no word", schema: { type: "string", nullable: true, enum: ["a", null] }, node: { type: ["string", "null"], enum: ["a", null] } },
  { fact: "nullable means nothing in 3.1", schema: { type: "string", nullable: true }, dialect: "3.1", node: { type: "string" }, codes: ["ignored /nullable"] },

  { fact: "exclusiveMinimum: true moves the limit", schema: { minimum: 1, exclusiveMinimum: true }, node: { exclusiveMinimum: 1 } },
  { fact: "exclusiveMaximum: false leaves it", schema: { maximum: 1, exclusiveMaximum: false }, node: { maximum: 1 } },
  { fact: "exclusiveMinimum: true without a minimum says nothing", schema: { exclusiveMinimum: true }, node: {} },
  { fact: "a number stays as it is", schema: { exclusiveMinimum: 1 }, dialect: "3.1", node: { exclusiveMinimum: 1 } },

  {
    fact: "what restricts beside a 3.0 $ref is ignored, and that is said",
    schema: { $ref: "#/a", required: ["a"], description: "kept", "x-kept": 1 },
    node: { $ref: "#/a", description: "kept", "x-kept": 1 }, codes: ["ref-siblings-ignored /required"],
  },
  { fact: "beside a 3.1 $ref everything counts", schema: { $ref: "#/a", required: ["a"] }, dialect: "3.1", node: { $ref: "#/a", required: ["a"] } },

  { fact: "example is the only one of examples", schema: { example: null }, node: { examples: [null] } },
  { fact: "examples win over example", schema: { example: 1, examples: [2] }, dialect: "3.1", node: { examples: [2] } },
  { fact: "items as a list are prefixItems", schema: { items: [{ type: "string" }], additionalItems: false }, dialect: "3.1", node: { prefixItems: [{ type: "string" }], items: false } },
  { fact: "additionalItems beside no list say nothing", schema: { items: {}, additionalItems: false }, dialect: "3.1", node: { items: {} } },
  {
    fact: "dependencies are of two kinds",
    schema: { dependencies: { a: ["b"], c: { minProperties: 1 } } }, dialect: "3.1",
    node: { dependentRequired: { a: ["b"] }, dependentSchemas: { c: { minProperties: 1 } } },
  },
  { fact: "3.0's byte is base64", schema: { type: "string", format: "byte" }, node: { type: "string", format: "byte", contentEncoding: "base64" } },

  { fact: "an unknown type is ignored, and that is said", schema: { type: "int" }, node: {}, codes: ["ignored /type"] },
  { fact: "known types beside it count", schema: { type: ["int", "string"] }, dialect: "3.1", node: { type: ["string"] }, codes: ["ignored /type"] },
  { fact: "null in a list of types is the type of that name", schema: { type: ["string", null] }, dialect: "3.1", node: { type: ["string", "null"] } },
  { fact: "an empty list of types is ignored", schema: { type: [] }, dialect: "3.1", node: {}, codes: ["ignored /type"] },
];

for (const { fact, schema, dialect, node, nullable = false, codes = [] } of cases) {
  test(fact, () => assert.deepEqual(upgraded(schema, dialect), { node, nullable, codes }));
}
