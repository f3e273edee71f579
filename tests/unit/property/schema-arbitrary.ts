import fc, { type Arbitrary } from "fast-check";
import type { JsonObject } from "../../../generator/json.ts";

/** The names of the components of each random document. */
export const componentNames = ["A", "B", "C", "D"] as const;

/**
 * OpenAPI documents whose component schemas refer to each other and use whatever a type can say. Keywords that count for
 * one kind of value stand beside its `type`, as our types take `properties` to mean an object.
 */
export function documentArbitrary(): Arbitrary<JsonObject> {
  const components = componentNames.map((_, index) => componentArbitrary(componentNames.slice(index + 1)));
  return fc.tuple(...components).map((schemas) => ({
    openapi: "3.1.1",
    info: { title: "Random", version: "1" },
    paths: {},
    components: { schemas: Object.fromEntries(schemas.map((schema, index) => [componentNames[index] ?? "", schema])) },
  }));
}

/**
 * A schema of some depth. Behind a property or an item every component may be referred to, for there a value ends at some
 * time; directly only those that come later, as `A: { $ref: A }` means nothing.
 */
function componentArbitrary(later: readonly string[]): Arbitrary<JsonObject> {
  return fc.letrec<{ inner: JsonObject; outer: JsonObject }>((tie) => ({
    inner: fc.oneof({ maxDepth: 3, depthIdentifier: "schema" }, scalar, reference(componentNames), composite(tie("inner"), tie("inner"))),
    outer: fc.oneof(...simple(later), composite(tie("inner"), fc.oneof(...simple(later), objectOf(tie("inner"))))),
  })).outer;
}

function simple(names: readonly string[]): Arbitrary<JsonObject>[] {
  return names.length > 0 ? [scalar, reference(names)] : [scalar];
}

/**
 * Every object with properties has this one, and so has every value. TypeScript refuses an object that has none of the
 * members of a type all of whose members are optional; it is a warning of a probable mistake, for an object may well have
 * only members that its type does not know.
 */
export const sharedKey = "shared";

const keys = fc.constantFrom("a", "b", "c", "long name", "1", "it's", "constructor");

const scalar: Arbitrary<JsonObject> = fc.oneof(
  fc.constantFrom("string", "number", "integer", "boolean", "null").map((type) => ({ type })),
  fc.uniqueArray(fc.constantFrom("string", "integer", "boolean", "null"), { minLength: 1, maxLength: 3 }).map((type) => ({ type })),
  fc.uniqueArray(fc.constantFrom("x", "it's", '"', "", 1, -2.5, true, null), { minLength: 1, maxLength: 4 }).map((values) => ({ enum: values })),
  fc.constantFrom("x", 0, false, null, [1, "a"], { a: { b: [] } }).map((value) => ({ const: value })),
  fc.constant({}),
);

function reference(names: readonly string[]): Arbitrary<JsonObject> {
  return fc.constantFrom(...names).map((name) => ({ $ref: `#/components/schemas/${name}` }));
}

/** Objects, lists, unions and intersections: `part` is what stands in them, `member` what they are made of. */
function composite(part: Arbitrary<JsonObject>, member: Arbitrary<JsonObject>): Arbitrary<JsonObject> {
  const members = fc.array(member, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    objectOf(part),
    listOf(part),
    tupleOf(part),
    members.map((oneOf) => ({ oneOf })),
    members.map((anyOf) => ({ anyOf })),
    members.map((allOf) => ({ allOf })),
    fc.array(objectOf(part), { minLength: 2, maxLength: 2 }).map((allOf) => ({ allOf })),
    fc.tuple(objectOf(part), members).map(([object, anyOf]) => ({ ...object, anyOf })),
    fc.tuple(member, objectOf(part)).map(([one, object]) => ({ ...one, ...object })),
  );
}

function objectOf(part: Arbitrary<JsonObject>): Arbitrary<JsonObject> {
  return fc.record(
    {
      type: fc.constantFrom("object", ["object", "null"]),
      properties: fc.dictionary(keys, part, { maxKeys: 3, noNullPrototype: true }).map((properties) => ({ ...properties, [sharedKey]: {} })),
      required: fc.uniqueArray(keys, { maxLength: 2 }),
      additionalProperties: fc.oneof(fc.boolean(), part),
      patternProperties: part.map((schema) => ({ "^long": schema })),
    },
    { requiredKeys: ["type"], noNullPrototype: true },
  );
}

function listOf(part: Arbitrary<JsonObject>): Arbitrary<JsonObject> {
  return fc.record(
    { type: fc.constantFrom("array", ["array", "string"]), items: part, minItems: fc.nat(2), maxItems: fc.integer({ min: 2, max: 4 }) },
    { requiredKeys: ["type"], noNullPrototype: true },
  );
}

function tupleOf(part: Arbitrary<JsonObject>): Arbitrary<JsonObject> {
  return fc.record(
    {
      type: fc.constant("array"),
      prefixItems: fc.array(part, { minLength: 1, maxLength: 3 }),
      items: fc.oneof(fc.constant(false), part),
      minItems: fc.nat(3),
    },
    { requiredKeys: ["type", "prefixItems"], noNullPrototype: true },
  );
}
