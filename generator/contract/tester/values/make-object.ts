import { type Json, type JsonObject, setMember } from "../../../json.ts";
import type { Property, Schema } from "../../../model/schema.ts";
import { isHidden } from "../../../model/views.ts";
import { choosing, numbersFrom } from "./choices.ts";
import type { Making } from "./making.ts";
import { NoValue } from "./no-value.ts";
import { patternText } from "./pattern-text.ts";

/**
 * An object for a schema of objects: with what it requires, and with others as they are chosen. What only answers have is never in it, nor
 * is a name that the schema does not speak of.
 */
export function makeObject(schema: Schema, making: Making): JsonObject {
  const { minProperties = 0, maxProperties = Infinity } = schema;
  const optional = optionalOf(schema, making);
  const wanted = new Set(requiredOf(schema, making).map(({ name }) => name));
  const mayAdd = making.depth <= 5;
  for (const { name } of optional) if (mayAdd && making.choose(2) === 1 && wanted.size < maxProperties) wanted.add(name);
  for (const { name } of optional) if (wanted.size < minProperties) wanted.add(name);
  const object = makeMembers(schema, wanted, making);
  const free = freeSchema(schema);
  const isWanted = mayAdd && free !== undefined && schema.additionalProperties?.boolean !== true && making.choose(3) === 2;
  const extra = Math.max(minProperties - Object.keys(object).length, isWanted ? 1 : 0);
  if (free !== undefined && Object.keys(object).length + extra <= maxProperties) addFree(object, schema, extra, making);
  return object;
}

/** An object with members of these names, and with those that they ask for; one that is not required is left out where there is no value for it. */
export function makeMembers(schema: Schema, names: ReadonlySet<string>, making: Making): JsonObject {
  const wanted = new Set(names);
  // The set grows while it is walked.
  for (const name of wanted) for (const rule of schema.dependentRequired ?? []) if (rule.name === name) rule.required.forEach((each) => wanted.add(each));
  const required = new Set(requiredOf(schema, making).map(({ name }) => name));
  const inner: Making = { ...making, depth: making.depth + 1 };
  const object: JsonObject = {};
  for (const name of wanted) {
    try {
      setMember(object, name, inner.make(memberSchema(schema, name), inner));
    } catch (error) {
      if (!(error instanceof NoValue) || required.has(name)) throw error;
    }
  }
  return object;
}

/** What a schema says of a member of this name. */
export function memberSchema({ properties = [], patternProperties = [], additionalProperties }: Schema, name: string): Schema {
  const named = properties.find((property) => property.name === name)?.schema;
  const matched = patternProperties.filter((property) => matches(property.name, name)).map(({ schema }) => schema);
  const all = [...(named === undefined ? [] : [named]), ...matched];
  const [first] = all;
  if (first === undefined) return additionalProperties ?? anything;
  return all.length === 1 ? first : { at: first.at, allOf: all };
}

const anything: Schema = { at: "", boolean: true };

function matches(pattern: string, name: string): boolean {
  // Judged for certain later on: here a pattern of plain words is enough to know.
  return /^\^?[\w-]+\$?$/.test(pattern) && new RegExp(pattern, "u").test(name);
}

/** The properties that a request must have. */
export function requiredOf(schema: Schema, { schemas }: Making): Property[] {
  const hidden = new Set((schema.properties ?? []).filter((property) => isHidden(property, "request", schemas)).map(({ name }) => name));
  return (schema.required ?? []).filter((name) => !hidden.has(name)).map((name) => ({ name, schema: memberSchema(schema, name) }));
}

/** The properties that a request may have. */
export function optionalOf(schema: Schema, { schemas }: Making): Property[] {
  const required = new Set(schema.required);
  return (schema.properties ?? []).filter((property) => !required.has(property.name) && property.schema.boolean !== false && !isHidden(property, "request", schemas));
}

/** The schema of members that are not listed, where the document speaks of such. */
export function freeSchema({ additionalProperties, patternProperties = [] }: Schema): Schema | undefined {
  return patternProperties[0]?.schema ?? (additionalProperties?.boolean === false ? undefined : additionalProperties);
}

/** Adds members that are not listed, by names that their pattern or `propertyNames` allows. */
export function addFree(object: JsonObject, schema: Schema, count: number, making: Making): void {
  const free = freeSchema(schema);
  const inner: Making = { ...making, depth: making.depth + 1 };
  for (let added = 0, attempt = 0; added < count && attempt < 20 && free !== undefined; attempt++) {
    const name = freeName(schema, attempt, inner);
    if (name === undefined || Object.hasOwn(object, name)) continue;
    setMember(object, name, inner.make(free, inner));
    added++;
  }
}

function freeName({ patternProperties = [], propertyNames }: Schema, attempt: number, making: Making): string | undefined {
  const choose = attempt === 0 ? making.choose : choosing(numbersFrom(attempt));
  const [pattern] = patternProperties;
  if (pattern !== undefined) return patternText(pattern.name, { minimum: 0, maximum: 100 }, choose);
  if (propertyNames === undefined) return attempt === 0 ? "key" : `key${attempt}`;
  const name: Json = making.make({ at: propertyNames.at, allOf: [propertyNames, { at: propertyNames.at, types: ["string"] }] }, { ...making, choose });
  return typeof name === "string" ? name : undefined;
}
