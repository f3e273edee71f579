import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "../../../generator/json.ts";
import { build } from "./fake-document.ts";

function mappingOf(schemas: JsonObject, mapping?: JsonObject): string[] {
  const Pet = { oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }], discriminator: { propertyName: "kind", ...(mapping && { mapping }) } };
  const { api } = build({ components: { schemas: { Pet, ...schemas } } });
  return (api.schemas[0]?.schema.discriminator?.mapping ?? []).map(({ value, target }) => `${value} ${target.split("/").at(-1)}`);
}

const of = (kind: JsonObject): JsonObject => ({ type: "object", properties: { kind } });

test("a member is found under the values that it lists, where its name is none of them", () => {
  assert.deepEqual(mappingOf({ Cat: of({ const: "cat" }), Dog: of({ enum: ["dog", "puppy"] }) }), ["cat Cat", "dog Dog", "puppy Dog"]);
  assert.deepEqual(mappingOf({ Cat: of({ const: "Cat" }), Dog: of({ type: "string" }) }), ["Cat Cat", "Dog Dog"]);
  assert.deepEqual(mappingOf({ Cat: of({ enum: ["cat", "tom"] }), Dog: of({}) }, { cat: "#/components/schemas/Cat" }), ["cat Cat", "Dog Dog"]);
});

test("values that several members list decide nothing", () => {
  const kinds = { enum: ["cat", "dog"] };
  assert.deepEqual(mappingOf({ Cat: of(kinds), Dog: of(kinds) }), []);
});
