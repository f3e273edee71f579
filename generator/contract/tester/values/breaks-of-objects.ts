import { isObject, type JsonObject } from "../../../json.ts";
import type { Schema } from "../../../model/schema.ts";
import { type Edge, type FindEdges, within } from "./edge.ts";
import { withGiven, withMember, withoutMember } from "./edges-of-objects.ts";
import type { ValidValues } from "./valid-values.ts";

/**
 * Objects that lack what they require, have a member that has no place or one whose name has none, too few or too many, or one that is
 * wrong. What only answers have is none of these: a request may well repeat what it was given.
 */
export function objectBreaks(schema: Schema, plain: JsonObject, find: FindEdges, values: ValidValues, depth: number): Edge[] {
  const { properties = [], required = [], additionalProperties, patternProperties = [], propertyNames, dependentRequired = [], minProperties = 0 } = schema;
  const edge = (value: JsonObject, title: string): Edge => ({ value, title, depth });
  // A form with nothing in it is as good as none.
  const full = Object.keys(plain).length > 1 ? undefined : values.most(schema);
  const missing = [plain, ...(isObject(full) ? [full] : [])].flatMap((base) => required.map((name) => edge(withoutMember(base, name), `without ${JSON.stringify(name)}, which it requires`)));
  const unexpected = additionalProperties?.boolean === false ? [edge(withMember(plain, "unexpectedProperty", "value"), "with a property that its schema does not allow")] : [];
  const dependent = dependentRequired.flatMap(({ name, required: names }) => names.map((needed) => edge(withoutMember(withNamed(schema, plain, name, values), needed), `with ${JSON.stringify(name)}, and without ${JSON.stringify(needed)}`)));
  const misnamed = propertyNames === undefined ? [] : brokenNames(propertyNames, find, depth + 1).map((name) => edge(withMember(plain, name, freeValue(schema, values)), `with ${JSON.stringify(name.slice(0, 60))}, which is no name that it allows`));
  const free = additionalProperties === undefined || additionalProperties.boolean !== undefined ? [] : [{ name: freeName(propertyNames, values), schema: additionalProperties }];
  const matched = patternProperties.flatMap(({ name, schema: member }) => {
    const text = values.once(member, `pattern ${name}`, () => values.sample({ at: member.at, types: ["string"], pattern: name }));
    return typeof text === "string" ? [{ name: text, schema: member }] : [];
  });
  const inside = [...properties, ...matched, ...free].flatMap(({ name, schema: member }) =>
    find(member, depth + 1).map((found) => within(found, withGiven(plain, name, found.value, { schema, values }), JSON.stringify(name))));
  const few = minProperties > 0 ? [edge(firstMembers(plain, minProperties - 1), `with ${minProperties - 1} properties, one less than its minProperties`)] : [];
  return [...missing, ...unexpected, ...dependent, ...misnamed, ...few, ...tooMany(schema, values).map((value) => edge(value, "with more properties than its maxProperties")), ...inside];
}

function withNamed({ properties = [] }: Schema, plain: JsonObject, name: string, { sample, once }: ValidValues): JsonObject {
  const member = properties.find((property) => property.name === name)?.schema ?? { at: "", boolean: true };
  return withMember(plain, name, plain[name] ?? once(member, `name ${name}`, () => sample(member, { fill: "required", name })) ?? null);
}

function brokenNames(propertyNames: Schema, find: FindEdges, depth: number): string[] {
  return find(propertyNames, depth).flatMap(({ value }) => (typeof value === "string" && value !== "" ? [value] : [])).slice(0, 3);
}

function freeValue({ additionalProperties, patternProperties: [first] = [] }: Schema, { least }: ValidValues) {
  return least(first?.schema ?? additionalProperties ?? anyText) ?? "value";
}

const anyText: Schema = { at: "", types: ["string"] };

function freeName(propertyNames: Schema | undefined, { sample, once }: ValidValues): string {
  const name = propertyNames === undefined ? "key" : once(propertyNames, "key", () => sample({ at: propertyNames.at, types: ["string"], allOf: [propertyNames] }, { name: "key" }));
  return typeof name === "string" ? name : "key";
}

function firstMembers(object: JsonObject, count: number): JsonObject {
  return Object.keys(object).slice(count).reduce(withoutMember, object);
}

function tooMany(schema: Schema, { sample, once }: ValidValues): JsonObject[] {
  const { maxProperties = Infinity, ...open } = schema;
  if (maxProperties > 100) return [];
  const value = once(schema, "too many properties", () => sample({ ...open, minProperties: maxProperties + 1 }, { fill: "all" }));
  return isObject(value) ? [value] : [];
}
