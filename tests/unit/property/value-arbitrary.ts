import fc, { type Arbitrary } from "fast-check";
import { isObject, member, type Json, type JsonObject } from "../../../generator/json.ts";
import { sharedKey } from "./schema-arbitrary.ts";

/** Values that have a good chance to be valid: whether they are, a validator has to say. */
export function valueArbitrary(schema: Json | undefined, components: JsonObject, depth = 4): Arbitrary<Json> {
  if (!isObject(schema) || depth === 0) return anything;
  const inner = (part: Json | undefined) => valueArbitrary(part, components, depth - 1);
  if (Object.hasOwn(schema, "const")) return fc.constant(schema["const"] ?? null);
  if (Array.isArray(schema["enum"])) return fc.constantFrom(...schema["enum"]);
  const own = [schema["type"] ?? []].flat().map((type) => ofType(String(type), schema, inner));
  const union = schema["oneOf"] ?? schema["anyOf"];
  const parts = [
    ...(typeof schema["$ref"] === "string" ? [inner(member(components, schema["$ref"].replace(/^.*\//, "")))] : []),
    ...(Array.isArray(union) ? [fc.oneof(...union.map(inner))] : []),
    ...(Array.isArray(schema["allOf"]) ? schema["allOf"].map(inner) : []),
    ...(own.length > 0 ? [fc.oneof(...own)] : []),
  ];
  return parts.length > 0 ? fc.tuple(...parts).map(merge) : anything;
}

const anything: Arbitrary<Json> = fc.constantFrom<Json[]>(null, true, 0, -2.5, "x", "", [], {}, [1, "a"], { a: 1, [sharedKey]: 0 }, { "long name": "x", [sharedKey]: 0 });

function ofType(type: string, schema: JsonObject, inner: (part: Json | undefined) => Arbitrary<Json>): Arbitrary<Json> {
  switch (type) {
    case "null": return fc.constant(null);
    case "boolean": return fc.boolean();
    case "integer": return fc.integer({ min: -9, max: 9 });
    case "number": return fc.constantFrom(0, 1.5, -3);
    case "string": return fc.constantFrom("", "x", "it's \u2028 \"odd\"");
    case "array": return list(schema, inner);
    case "object": return object(schema, inner);
    default: return anything;
  }
}

function list(schema: JsonObject, inner: (part: Json | undefined) => Arbitrary<Json>): Arbitrary<Json> {
  const prefix = Array.isArray(schema["prefixItems"]) ? schema["prefixItems"] : [];
  const rest = fc.array(inner(schema["items"]), { maxLength: 3 });
  return fc
    .tuple(fc.tuple(...prefix.map(inner)), rest, fc.nat(6))
    .map(([first, more, length]) => [...first, ...(schema["items"] === false ? [] : more)].slice(0, Math.max(length, Number(schema["minItems"] ?? 0))));
}

function object(schema: JsonObject, inner: (part: Json | undefined) => Arbitrary<Json>): Arbitrary<Json> {
  const properties = isObject(schema["properties"]) ? schema["properties"] : {};
  const required = Array.isArray(schema["required"]) ? schema["required"].map(String) : [];
  const names = [...new Set([...Object.keys(properties), ...required])];
  const members: Record<string, Arbitrary<Json>> = {};
  for (const name of names) members[name] = inner(member(properties, name) ?? schema["additionalProperties"]);
  const always = [...required, ...names.filter((name) => name === sharedKey)];
  const named = fc.record(members, { requiredKeys: always, noNullPrototype: true });
  return fc.tuple(schema["additionalProperties"] === false ? fc.constant({}) : others(schema, inner), named).map(merge);
}

/** A member that is not named, or none. */
function others(schema: JsonObject, inner: (part: Json | undefined) => Arbitrary<Json>): Arbitrary<Json> {
  return fc.dictionary(fc.constantFrom("c", "other", "long way"), inner(schema["additionalProperties"]), { maxKeys: 1, noNullPrototype: true });
}

/** What is to follow several schemas at a time: of objects all the members, else the first. */
function merge(values: Json[]): Json {
  return values.every(isObject) ? Object.assign({}, ...values) : (values[0] ?? null);
}
