import type { Json } from "../../../json.ts";
import { present } from "../../../model/present.ts";
import type { JsonType, Property, Schema } from "../../../model/schema.ts";

/**
 * One schema that says what two say about the same value, as far as keywords can say it together; of two patterns or formats it has the
 * first. `undefined` where they contradict each other. Neither has references or unions.
 */
export function mergeSchemas(one: Schema, other: Schema): Schema | undefined {
  if (one.boolean === false || other.boolean === false) return undefined;
  if (one.boolean === true) return other;
  if (other.boolean === true) return one;
  const types = commonTypes(one.types, other.types);
  const values = commonValues(one.enum, other.enum);
  if (types?.length === 0 || values?.length === 0) return undefined;
  return present<Schema>({ ...other, ...one, types, enum: values, ...numbers(one, other), ...lists(one, other), ...objects(one, other), doc: one.doc ?? other.doc });
}

function commonTypes(one: JsonType[] | undefined, other: JsonType[] | undefined): JsonType[] | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const has = (types: JsonType[], type: JsonType) => types.includes(type) || (type === "integer" && types.includes("number"));
  return [...new Set([...one, ...other])].filter((type) => has(one, type) && has(other, type));
}

function commonValues(one: Json[] | undefined, other: Json[] | undefined): Json[] | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const texts = new Set(other.map((value) => JSON.stringify(value)));
  return one.filter((value) => texts.has(JSON.stringify(value)));
}

function numbers(one: Schema, other: Schema): Partial<Schema> {
  const step = one.multipleOf === undefined || other.multipleOf === undefined ? one.multipleOf ?? other.multipleOf : commonMultiple(one.multipleOf, other.multipleOf);
  return present<Partial<Schema>>({
    ...most(one, other, ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains"]),
    ...least(one, other, ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains"]),
    multipleOf: step,
  });
}

type Lower = "minimum" | "exclusiveMinimum" | "minLength" | "minItems" | "minProperties" | "minContains";
type Upper = "maximum" | "exclusiveMaximum" | "maxLength" | "maxItems" | "maxProperties" | "maxContains";

function most(one: Schema, other: Schema, keywords: readonly Lower[]): Partial<Schema> {
  return Object.fromEntries(keywords.map((keyword) => [keyword, one[keyword] === undefined ? other[keyword] : Math.max(one[keyword], other[keyword] ?? -Infinity)]));
}

function least(one: Schema, other: Schema, keywords: readonly Upper[]): Partial<Schema> {
  return Object.fromEntries(keywords.map((keyword) => [keyword, one[keyword] === undefined ? other[keyword] : Math.min(one[keyword], other[keyword] ?? Infinity)]));
}

function commonMultiple(one: number, other: number): number {
  if (!Number.isInteger(one) || !Number.isInteger(other)) return Math.max(one, other);
  let [larger, smaller] = [one, other];
  while (smaller > 0) [larger, smaller] = [smaller, larger % smaller];
  return (one / larger) * other;
}

function lists(one: Schema, other: Schema): Partial<Schema> {
  const length = Math.max(one.prefixItems?.length ?? 0, other.prefixItems?.length ?? 0);
  const prefixItems = Array.from({ length }, (_, index) => both(one.prefixItems?.[index] ?? one.items, other.prefixItems?.[index] ?? other.items) ?? anything);
  return {
    ...(length > 0 && { prefixItems }),
    items: both(one.items, other.items),
    uniqueItems: one.uniqueItems === true || other.uniqueItems === true || undefined,
  };
}

const anything: Schema = { at: "", boolean: true };

/** Both schemas, of a part of the value. */
function both(one: Schema | undefined, other: Schema | undefined): Schema | undefined {
  return one === undefined || other === undefined ? one ?? other : { at: one.at, allOf: [one, other] };
}

function objects(one: Schema, other: Schema): Partial<Schema> {
  const names = new Set([...(one.properties ?? []), ...(other.properties ?? [])].map(({ name }) => name));
  const properties = [...names].flatMap((name): Property[] => {
    const schema = both(propertyOf(one, name), propertyOf(other, name));
    return schema === undefined || isNothing(schema) ? [] : [{ name, schema }];
  });
  return {
    ...(names.size > 0 && { properties }),
    patternProperties: joined(one.patternProperties, other.patternProperties),
    additionalProperties: both(one.additionalProperties, other.additionalProperties),
    propertyNames: both(one.propertyNames, other.propertyNames),
    required: joined(one.required, other.required),
    dependentRequired: joined(one.dependentRequired, other.dependentRequired),
  };
}

/** What a schema says of a property; also that it may not be there. */
function propertyOf({ properties, patternProperties, additionalProperties }: Schema, name: string): Schema | undefined {
  return properties?.find((property) => property.name === name)?.schema ?? (patternProperties === undefined ? additionalProperties : undefined);
}

function isNothing({ boolean, allOf = [] }: Schema): boolean {
  return boolean === false || allOf.some(isNothing);
}

function joined<Item>(one: Item[] | undefined, other: Item[] | undefined): Item[] | undefined {
  return one === undefined && other === undefined ? undefined : [...new Set([...(one ?? []), ...(other ?? [])])];
}
