import { isObject, type Json, type JsonObject, setMember } from "../../../json.ts";
import type { Property, Schema } from "../../../model/schema.ts";
import { type Edge, type FindEdges, within } from "./edge.ts";
import type { ValidValues } from "./valid-values.ts";

/** The edges of objects: without and with every optional, with one of them each, and the edges of each member in the plainest object. */
export function memberEdges(schema: Schema, find: FindEdges, values: ValidValues, depth: number): Edge[] {
  const plain = values.least(schema);
  const full = values.most(schema);
  if (!isObject(plain)) return [];
  const least = leastOf(schema, plain);
  const optional = optionalOf(schema);
  const alone = optional.flatMap(({ name, schema: member }): Edge[] => {
    const value = values.least(member);
    return value === undefined ? [] : [{ value: withGiven(plain, name, value, { schema, values }), title: `with ${JSON.stringify(name)}`, depth, at: member.at }];
  });
  const inside = (schema.properties ?? []).flatMap(({ name, schema: member }) =>
    find(member, depth + 1).map((edge) => within(edge, withGiven(plain, name, edge.value, { schema, values }), JSON.stringify(name))));
  const without = Object.keys(plain).filter((name) => !(schema.required ?? []).includes(name)).map((name): Edge => ({ value: withoutMember(plain, name), title: `without ${JSON.stringify(name)}`, depth, at: `${schema.at} without ${name}` }));
  return [
    { value: least, title: Object.keys(least).length === 0 ? "an empty object" : "with nothing optional", depth },
    ...(full === undefined ? [] : [{ value: full, title: "with all that is optional", depth, at: `${schema.at} full` }]),
    ...alone, ...without, ...fullest(schema, values, depth), ...freeEdges(schema, plain, find, values, depth), ...inside,
  ];
}

function leastOf({ required = [] }: Schema, plain: JsonObject): JsonObject {
  return Object.keys(plain).reduce((object, name) => (required.includes(name) ? object : withoutMember(object, name)), plain);
}

function optionalOf({ properties = [], required = [] }: Schema): Property[] {
  return properties.filter(({ name, schema }) => !required.includes(name) && schema.boolean !== false);
}

/** As many members as there may be. */
function fullest(schema: Schema, { sample, once }: ValidValues, depth: number): Edge[] {
  const { maxProperties = 0 } = schema;
  const value = maxProperties === 0 || maxProperties > 100 ? undefined : once(schema, "as many properties as may be", () => sample({ ...schema, minProperties: maxProperties }, { fill: "all" }));
  return value === undefined ? [] : [{ value, title: `with ${maxProperties} properties, its maxProperties`, depth, at: `${schema.at} maxProperties` }];
}

/** Members that are not listed: where the document says what they are. Where it says nothing of them, a server may well refuse them. */
function freeEdges({ additionalProperties, propertyNames, patternProperties = [] }: Schema, plain: JsonObject, find: FindEdges, values: ValidValues, depth: number): Edge[] {
  const names = freeNames(patternProperties, propertyNames, values);
  const free = patternProperties[0]?.schema ?? additionalProperties;
  if (free === undefined || free.boolean !== undefined) return [];
  return names.flatMap((name) => find(free, depth + 1).map((edge) => within(edge, withMember(plain, name, edge.value), JSON.stringify(name))));
}

function freeNames([first]: readonly Property[], propertyNames: Schema | undefined, values: ValidValues): string[] {
  const named = first === undefined ? propertyNames : nameSchema(first);
  const name = named === undefined ? "key" : values.once(named, "key", () => values.sample({ at: named.at, types: ["string"], allOf: [named] }, { name: "key" }));
  return typeof name === "string" ? [name] : [];
}

/** The same object with a member, and with those that have to be there with it. */
export function withGiven(object: JsonObject, name: string, value: Json, { schema: { properties = [], dependentRequired = [] }, values }: { readonly schema: Schema; readonly values: ValidValues }): JsonObject {
  const needed = dependentRequired.flatMap((each) => (each.name === name ? each.required : [])).filter((each) => object[each] === undefined);
  return needed.reduce((whole, each) => {
    const member = properties.find((property) => property.name === each)?.schema;
    return withMember(whole, each, (member && values.least(member)) ?? null);
  }, withMember(object, name, value));
}

/** What the names are that a pattern is for. */
function nameSchema(matching: Property): Schema {
  const known = nameSchemas.get(matching) ?? { at: matching.schema.at, types: ["string"], pattern: matching.name };
  nameSchemas.set(matching, known);
  return known;
}

const nameSchemas = new WeakMap<Property, Schema>();

/** The same object with a member. */
export function withMember(object: JsonObject, name: string, value: Json): JsonObject {
  const copy = withoutMember(object, name);
  setMember(copy, name, value);
  return copy;
}

/** The same object without a member. */
export function withoutMember(object: JsonObject, name: string): JsonObject {
  const copy: JsonObject = {};
  for (const [other, value] of Object.entries(object)) if (other !== name) setMember(copy, other, value);
  return copy;
}
