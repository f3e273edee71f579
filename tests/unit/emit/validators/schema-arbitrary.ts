import fc, { type Arbitrary } from "fast-check";
import type { Json, JsonObject } from "../../../../generator/json.ts";

/** The names of the components of each random document. */
export const componentNames = ["A", "B", "C"] as const;

/** OpenAPI documents whose component schemas use whatever JSON Schema can say, and refer to each other. */
export function documentArbitrary(): Arbitrary<JsonObject> {
  const components = componentNames.map((_, index) => componentArbitrary(componentNames.slice(index + 1)));
  return fc.tuple(...components).map((schemas) => ({
    openapi: "3.1.1",
    info: { title: "Random", version: "1" },
    paths: {},
    components: { schemas: Object.fromEntries(schemas.map((schema, index) => [componentNames[index] ?? "", schema])) },
  }));
}

/** Inside an object or a list every component may be referred to; for the same value only those that come later: rings mean nothing. */
function componentArbitrary(later: readonly string[]): Arbitrary<JsonObject> {
  return fc.letrec<{ inner: JsonObject; outer: JsonObject }>((tie) => ({
    inner: fc.oneof({ maxDepth: 3, depthIdentifier: "schema" }, scalar, reference(componentNames), whole(tie("inner"), tie("inner"))),
    outer: whole(tie("inner"), fc.oneof({ maxDepth: 2, depthIdentifier: "schema" }, scalar, ...(later.length > 0 ? [reference(later)] : []), tie("outer"))),
  })).outer;
}

export const keys = fc.constantFrom("a", "b", "c", "long name", "constructor", "toString", "value");

const texts = fc.constantFrom("", "x", "it's", "\u{1F600}\u{1F600}", "2026-11-23", "long text");

const constants = fc.constantFrom<Json[]>("x", "it's", "", 0, 1, -2.5, true, false, null, [1, "a"], { a: { b: [] } });

const scalar: Arbitrary<JsonObject> = fc.oneof(
  fc.constantFrom("string", "number", "integer", "boolean", "null").map((type) => ({ type })),
  fc.uniqueArray(constants, { minLength: 1, maxLength: 4 }).map((values) => ({ enum: values })),
  fc.uniqueArray(texts, { minLength: 1, maxLength: 12 }).map((values) => ({ type: "string", enum: [...values, ..."abcdefgh"] })),
  constants.map((value) => ({ const: value })),
  fc.record({ minLength: fc.nat(3), maxLength: fc.nat(5), pattern: fc.constantFrom("^l", "x$", "'", "^.{2}$"), format: fc.constant("date") }, { requiredKeys: [] }),
  fc.record({ minimum: fc.integer({ min: -3, max: 1 }), maximum: fc.nat(3), exclusiveMinimum: fc.constant(-2.5), exclusiveMaximum: fc.constant(2), multipleOf: fc.constantFrom(0.5, 2, 1) }, { requiredKeys: [] }),
);

function reference(names: readonly string[]): Arbitrary<JsonObject> {
  return fc.constantFrom(...names).map((name) => ({ $ref: `#/components/schemas/${name}` }));
}

/** `part` is for parts of the value, `same` for the value itself. */
function whole(part: Arbitrary<JsonObject>, same: Arbitrary<JsonObject>): Arbitrary<JsonObject> {
  const members = fc.array(same, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    { weight: 4, arbitrary: objectOf(part) },
    { weight: 2, arbitrary: listOf(part) },
    members.map((oneOf) => ({ oneOf })),
    members.map((anyOf) => ({ anyOf })),
    members.map((allOf) => ({ allOf })),
    tagged(part),
    same.map((not) => ({ not })),
    fc.record({ if: same, then: same, else: same }, { requiredKeys: ["if"], noNullPrototype: true }),
    fc.dictionary(keys, same, { maxKeys: 2, noNullPrototype: true }).map((dependentSchemas) => ({ dependentSchemas })),
    fc.tuple(objectOf(part), members, fc.constantFrom("allOf", "anyOf", "oneOf")).map(([object, list, keyword]) => ({ ...object, [keyword]: list })),
    fc.tuple(scalar, objectOf(part), same).map(([one, object, other]) => ({ ...one, ...object, ...other })),
    fc.tuple(objectOf(part), members, fc.boolean()).map(([object, allOf, unevaluatedProperties]) => ({ ...object, allOf, unevaluatedProperties })),
  );
}

/** A union of objects that a property tells apart. */
function tagged(part: Arbitrary<JsonObject>): Arbitrary<JsonObject> {
  const member = (tag: string): Arbitrary<JsonObject> => objectOf(part).map((object) => ({ allOf: [object, { type: "object", required: ["a"], properties: { a: { enum: [tag] } } }] }));
  return fc.tuple(member("x"), member("it's"), fc.boolean(), fc.constantFrom("oneOf", "anyOf"))
    .map(([one, other, orText, keyword]) => ({ [keyword]: orText ? [one, { type: ["string", "null"] }, other] : [one, other] }));
}

function objectOf(part: Arbitrary<JsonObject>): Arbitrary<JsonObject> {
  return fc.record(
    {
      type: fc.constantFrom<Json[]>("object", ["object", "null"], ["object", "string", "array"]),
      properties: fc.dictionary(keys, part, { maxKeys: 3, noNullPrototype: true }),
      required: fc.uniqueArray(keys, { maxLength: 2 }),
      additionalProperties: fc.oneof<Arbitrary<Json>[]>(fc.boolean(), part),
      patternProperties: part.map((schema) => ({ "^long": schema })),
      propertyNames: fc.constantFrom<Json[]>({ maxLength: 6 }, { enum: ["a", "b", "constructor"] }, { pattern: "^[a-z_]" }),
      minProperties: fc.nat(2),
      maxProperties: fc.nat(3),
      dependentRequired: fc.dictionary(keys, fc.uniqueArray(keys, { maxLength: 2 }), { maxKeys: 2, noNullPrototype: true }),
    },
    { requiredKeys: [], noNullPrototype: true },
  );
}

function listOf(part: Arbitrary<JsonObject>): Arbitrary<JsonObject> {
  return fc.record(
    {
      type: fc.constantFrom<Json[]>("array", ["array", "string"]),
      items: fc.oneof<Arbitrary<Json>[]>(fc.constant(false), part, part),
      prefixItems: fc.array(part, { minLength: 1, maxLength: 3 }),
      contains: part,
      minContains: fc.nat(2),
      maxContains: fc.nat(3),
      minItems: fc.nat(2),
      maxItems: fc.integer({ min: 2, max: 4 }),
      uniqueItems: fc.boolean(),
    },
    { requiredKeys: [], noNullPrototype: true },
  );
}
