import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "../../../generator/json.ts";
import { build } from "./fake-document.ts";

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

function discriminatorOf(name: string, schemas: JsonObject): unknown {
  const { api } = build({ components: { schemas } });
  return api.schemas.find(({ component }) => component === name)?.schema.discriminator;
}

test("a member of a union that the mapping leaves out has its component's name", () => {
  const Pet = { discriminator: { propertyName: "kind", mapping: { meow: "#/components/schemas/Cat" } }, oneOf: [ref("Dog"), ref("Cat"), { type: "null" }] };
  assert.deepEqual(discriminatorOf("Pet", { Pet, Cat: {}, Dog: {} }), {
    propertyName: "kind",
    mapping: [
      { value: "meow", target: "/components/schemas/Cat" },
      { value: "Dog", target: "/components/schemas/Dog" },
    ],
  });
});

test("two values can stand for one member", () => {
  const mapping = { a: "#/components/schemas/Cat", b: "#/components/schemas/Cat" };
  assert.deepEqual(discriminatorOf("Pet", { Pet: { discriminator: { propertyName: "kind", mapping }, anyOf: [ref("Cat")] }, Cat: {} }), {
    propertyName: "kind",
    mapping: [
      { value: "a", target: "/components/schemas/Cat" },
      { value: "b", target: "/components/schemas/Cat" },
    ],
  });
});

test("a name that the mapping gives to another schema is taken", () => {
  const mapping = { Cat: "#/components/schemas/Dog" };
  assert.deepEqual(discriminatorOf("Pet", { Pet: { oneOf: [ref("Cat"), ref("Dog")], discriminator: { propertyName: "kind", mapping } }, Cat: {}, Dog: {} }), {
    propertyName: "kind",
    mapping: [{ value: "Cat", target: "/components/schemas/Dog" }],
  });
});

test("an inherited discriminator has every heir, also those of heirs and of aliases", () => {
  const discriminator = discriminatorOf("Pet", {
    Lion: { allOf: [ref("Cat"), { type: "object" }] },
    Pet: { discriminator: { propertyName: "kind", mapping: { woof: "#/components/schemas/Dog" } } },
    Animal: ref("Pet"),
    Cat: { allOf: [ref("Animal")] },
    Dog: { allOf: [ref("Pet")] },
    Stone: { allOf: [{ type: "object" }] },
  });
  assert.deepEqual(discriminator, {
    propertyName: "kind",
    mapping: [
      { value: "woof", target: "/components/schemas/Dog" },
      { value: "Lion", target: "/components/schemas/Lion" },
      { value: "Cat", target: "/components/schemas/Cat" },
    ],
  });
});

test("schemas that inherit from each other in a circle are each other's heirs", () => {
  const mapping = [{ value: "B", target: "/components/schemas/B" }];
  const A = { discriminator: { propertyName: "kind" }, allOf: [ref("B")] };
  assert.deepEqual(discriminatorOf("A", { A, B: { allOf: [ref("A")] } }), { propertyName: "kind", mapping });
});

test("3.2's defaultMapping is what every other value follows", () => {
  const Pet = { oneOf: [ref("Cat")], discriminator: { propertyName: "kind", defaultMapping: "#/components/schemas/Cat" } };
  assert.deepEqual(discriminatorOf("Pet", { Pet, Cat: {} }), {
    propertyName: "kind",
    mapping: [{ value: "Cat", target: "/components/schemas/Cat" }],
    defaultTarget: "/components/schemas/Cat",
  });
});

test("a discriminator that cannot be read is reported and left out", () => {
  const { api, notes } = build({ components: { schemas: { A: { discriminator: "kind" }, B: { discriminator: { propertyName: "k", mapping: { a: "nowhere", b: null } } } } } });
  assert.deepEqual(api.schemas.map(({ schema }) => schema.discriminator), [undefined, { propertyName: "k", mapping: [] }]);
  const mapping = "unresolved-mapping /components/schemas/B/discriminator/mapping";
  assert.deepEqual(notes, ["ignored /components/schemas/A/discriminator", `${mapping}/a`, `${mapping}/b`]);
});
