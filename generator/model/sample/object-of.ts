import { type Json, type JsonObject, setMember } from "../../json.ts";
import { pattern } from "../../runtime/validate/pattern.ts";
import { holdingSchemas } from "../holding-schemas.ts";
import type { Schema, SchemaId } from "../schema.ts";
import type { Attempt, Making, Place } from "./making.ts";

/** An object for some schemas together: what they require, and as much of the rest as is wished for. */
export function objectOf(given: readonly Schema[], place: Place, attempt: Attempt, making: Making): JsonObject | undefined {
  const { parts, names, required } = namesOf(given, place, attempt, making);
  const object: JsonObject = {};
  for (const name of names) {
    const value = making.make(memberDemand(parts, name), { name, depth: place.depth + 1, around: place.around });
    if (value !== undefined) setMember(object, name, value);
    else if (required.has(name)) return undefined;
  }
  return completed(object, parts, place, { attempt, making });
}

type Named = { parts: readonly Schema[]; names: readonly string[]; required: ReadonlySet<string> };

/** The members that are made. What a member asks for in its turn, by `dependentRequired` and `dependentSchemas`, is asked for as well. */
function namesOf(given: readonly Schema[], place: Place, attempt: Attempt, making: Making): Named {
  const parts = [...given];
  const required = new Set<string>(parts.flatMap((part) => part.required ?? []));
  const shown = declared(parts, making);
  const names = new Set([...shown.filter((name) => required.has(name)), ...required, ...optional(parts, new Set(shown), place, { attempt, making })]);
  // The set grows while it is walked.
  for (const name of names) {
    for (const { dependentRequired = [], dependentSchemas = [] } of [...parts]) {
      for (const { name: cause, required: effects } of dependentRequired) if (cause === name) for (const effect of effects) names.add(effect);
      for (const { name: cause, schema } of dependentSchemas) if (cause === name && !parts.includes(schema)) parts.push(schema, ...dependents(schema, making));
    }
    for (const part of parts) for (const effect of part.required ?? []) names.add(effect);
  }
  const most = Math.min(...parts.map(({ maxProperties = Infinity }) => maxProperties));
  const needed = [...names].filter((name) => required.has(name));
  const others = [...names].filter((name) => !required.has(name)).slice(0, Math.max(0, most - needed.length));
  const kept = new Set([...needed, ...others]);
  return { parts, names: [...names].filter((name) => kept.has(name)), required };
}

function dependents({ ref, allOf = [] }: Schema, { schemas }: Making): Schema[] {
  const target = ref === undefined ? undefined : schemas.get(ref);
  return [...(target === undefined ? [] : [target]), ...allOf];
}

function declared(parts: readonly Schema[], { shown }: Making): string[] {
  return parts.flatMap((part) => (part.properties === undefined ? [] : shown(part)));
}

function optional(parts: readonly Schema[], all: ReadonlySet<string>, { depth, around }: Place, { attempt: { number, random }, making }: { attempt: Attempt; making: Making }): string[] {
  if (number === 1 || depth > 6) return [];
  const properties = parts.flatMap(({ properties: own = [] }) => own).filter(({ name }) => all.has(name));
  const ending = properties.filter(({ schema: { ref, items, boolean } }) => boolean !== false && ![ref, items?.ref].some((id) => id !== undefined && around.has(id)));
  if (making.isRandom || number > 2) return ending.filter(() => random.below(depth + 2) < 2 && (number < 3 || random.below(2) === 0)).map(({ name }) => name);
  if (making.fill() === "all" && depth < 4) return ending.map(({ name }) => name);
  const isAsked = parts.some(({ required = [] }) => required.length > 0);
  const shown = properties.filter(({ schema }) => schema.doc?.examples !== undefined).map(({ name }) => name);
  return isAsked || shown.length > 0 ? shown : ending.slice(0, 3).map(({ name }) => name);
}

/** What all parts ask of one member: by its name, a pattern that its name has, or being none of these. */
function memberDemand(parts: readonly Schema[], name: string): Schema[] {
  const found = parts.flatMap(({ properties = [], patternProperties = [], additionalProperties }) => {
    const own = [
      ...properties.filter((property) => property.name === name),
      ...patternProperties.filter((property) => pattern(property.name).test(name)),
    ].map(({ schema }) => schema);
    return own.length > 0 || additionalProperties === undefined ? own : [additionalProperties];
  });
  return found.length > 0 ? found : parts.flatMap(({ unevaluatedProperties }) => unevaluatedProperties ?? []);
}

/** The object with members of any name, as many as are asked for; one where that is all that it can have. */
function completed(object: JsonObject, parts: readonly Schema[], place: Place, { attempt, making }: { attempt: Attempt; making: Making }): JsonObject {
  const least = Math.max(0, ...parts.map(({ minProperties = 0 }) => minProperties));
  const isMap = making.fill() === "all" && place.depth < 3 && parts.every(({ properties, maxProperties }) => properties === undefined && maxProperties === undefined)
    && parts.some(({ additionalProperties, patternProperties }) => patternProperties !== undefined || (additionalProperties !== undefined && additionalProperties.boolean === undefined));
  const more = attempt.number > 8 && attempt.number % 4 === 0 ? Object.keys(object).length + 1 : 0;
  const missing = Math.max(least, more, isMap ? 1 : 0);
  for (let index = 0; Object.keys(object).length < missing && index < missing + 30; index++) {
    const name = anyName(object, parts, { place, index }, making);
    const value: Json | undefined = name === undefined ? undefined : making.make(memberDemand(parts, name), { name, depth: place.depth + 1, around: place.around });
    if (name !== undefined && value !== undefined) setMember(object, name, value);
  }
  return object;
}

/** A name that the object does not have: one that is listed, of a pattern, as `propertyNames` wants it, or any. */
function anyName(object: JsonObject, parts: readonly Schema[], { place, index }: { place: Place; index: number }, making: Making): string | undefined {
  const patterns = parts.flatMap(({ at, patternProperties = [] }) => patternProperties.map(({ name }): Schema => ({ at, types: ["string"], pattern: name })));
  const wanted = parts.flatMap(({ propertyNames }) => propertyNames ?? []);
  const chosen = patterns[index % Math.max(1, patterns.length)];
  const undeclared = index < 10 ? listedName(object, parts, place, making) : undefined;
  if (undeclared !== undefined) return undeclared;
  const [first] = parts;
  const demand: Schema[] = [{ at: first?.at ?? "", types: ["string"] }, ...(chosen === undefined ? [] : [chosen]), ...wanted];
  const name = making.make(demand, { name: "key", depth: 0, around: new Set() }, Object.keys(object));
  return typeof name === "string" ? name : undefined;
}

/** A property that the object does not have: rather one that comes to an end than one that asks for what it is itself a part of. */
function listedName(object: JsonObject, parts: readonly Schema[], { around }: Place, making: Making): string | undefined {
  const names = declared(parts, making).filter((name) => !Object.hasOwn(object, name));
  return names.find((name) => memberDemand(parts, name).every((schema) => !asksFor(schema, around, making))) ?? names[0];
}

/** Whether all values of a schema have one of some named schemas in them, or are of one. */
function asksFor(schema: Schema, names: ReadonlySet<SchemaId>, { schemas }: Making): boolean {
  const isNamed = ({ ref }: Schema) => ref !== undefined && names.has(ref);
  return [...holdingSchemas(schema, schemas)].some((part) => isNamed(part) || (part.required !== undefined && (part.properties ?? []).some((property) => part.required?.includes(property.name) === true && isNamed(property.schema))));
}
