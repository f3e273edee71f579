import { type Json, type JsonObject, setMember } from "../json.ts";
import type { Property, Schema, SchemaId } from "../model/schema.ts";
import { isHidden } from "../model/views.ts";
import { sampleNumber } from "./sample-number.ts";
import { sampleString } from "./sample-string.ts";

type Schemas = ReadonlyMap<SchemaId, Schema>;

/** Where a value stands: `name` is what it is called there, `around` are the named schemas that it is part of. */
type Place = { schemas: Schemas; name: string; around: readonly SchemaId[] };

/**
 * A value that somebody could send: the schema's own example, default or constant, else one made from its keywords. Of an object that is
 * what it requires. `undefined` where there is none, or none that ends.
 */
export function sampleValue(schema: Schema, schemas: Schemas, name = "value"): Json | undefined {
  return valueOf(schema, { schemas, name, around: [] });
}

function valueOf(schema: Schema, place: Place): Json | undefined {
  const said = saidValue(schema);
  if (said !== undefined || schema.boolean !== undefined) return said?.value;
  const parts = [referred(schema, place), ...(schema.allOf ?? []).map((part) => valueOf(part, place)), alternative(schema, place)].filter((value) => value !== undefined);
  const own = ownValue(schema, place, parts.length > 0);
  return merged(own === undefined ? parts : [...parts, own]);
}

/** A schema that says its value itself. An example comes before the default, which nobody has to send. */
function saidValue({ doc, const: constant, default: byDefault, enum: listed }: Schema): { value: Json } | undefined {
  const [example] = doc?.examples ?? [];
  if (example !== undefined) return { value: example };
  const [first] = listed ?? [];
  return constant ?? byDefault ?? (first === undefined ? undefined : { value: first });
}

function referred({ ref }: Schema, place: Place): Json | undefined {
  const target = ref === undefined ? undefined : place.schemas.get(ref);
  if (ref === undefined || target === undefined || place.around.includes(ref) || place.around.length > 12) return undefined;
  return valueOf(target, { ...place, around: [...place.around, ref] });
}

/** The first of the alternatives that is more than null. */
function alternative({ oneOf, anyOf }: Schema, place: Place): Json | undefined {
  for (const member of [...(oneOf ?? []), ...(anyOf ?? [])]) {
    const value = valueOf(member, place);
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

function ownValue(schema: Schema, place: Place, isPart: boolean): Json | undefined {
  const type = schema.types?.find((each) => each !== "null") ?? schema.types?.[0] ?? impliedType(schema);
  switch (type) {
    case undefined:
      return isPart || schema.ref !== undefined || schema.oneOf !== undefined || schema.anyOf !== undefined ? undefined : place.name;
    case "null":
      return null;
    case "boolean":
      return isPart ? undefined : true;
    case "integer": case "number":
      return isPart ? undefined : sampleNumber(schema);
    case "string":
      return isPart ? undefined : sampleString(schema, place.name);
    case "array":
      return isPart && schema.items === undefined && schema.prefixItems === undefined ? undefined : listOf(schema, place);
    case "object":
      return objectOf(schema, place);
    default:
      return type satisfies never;
  }
}

function impliedType({ properties, additionalProperties, required, items, prefixItems, pattern, minLength, minimum, maximum }: Schema): "object" | "array" | "string" | "number" | undefined {
  if ((properties ?? additionalProperties ?? required) !== undefined) return "object";
  if ((items ?? prefixItems) !== undefined) return "array";
  if ((pattern ?? minLength) !== undefined) return "string";
  return (minimum ?? maximum) === undefined ? undefined : "number";
}

function listOf({ items, prefixItems = [], minItems = 1, maxItems = Infinity }: Schema, place: Place): Json[] {
  const first = prefixItems.map((item) => valueOf(item, place)).filter((value) => value !== undefined);
  const item = items === undefined || items.boolean === false ? undefined : valueOf(items, place);
  const more = Math.min(Math.max(minItems, prefixItems.length > 0 ? 0 : 1), maxItems, 10) - first.length;
  return item === undefined ? first : [...first, ...Array.from({ length: Math.max(more, 0) }, () => item)];
}

function objectOf({ properties = [], required = [], additionalProperties, minProperties = 0 }: Schema, place: Place): JsonObject {
  const object: JsonObject = {};
  const sent = properties.filter((property) => !isHidden(property, "request", place.schemas));
  for (const { name, schema } of chosen(sent, new Set(required))) {
    const value = valueOf(schema, { ...place, name });
    if (value !== undefined) setMember(object, name, value);
  }
  if (Object.keys(object).length < minProperties && additionalProperties !== undefined) {
    const value = valueOf(additionalProperties, { ...place, name: "value" });
    if (value !== undefined) setMember(object, "key", value);
  }
  return object;
}

/** What is required, and what its author gave an example of; of an object that asks for nothing, its first members. */
function chosen(properties: readonly Property[], required: ReadonlySet<string>): readonly Property[] {
  const wanted = properties.filter(({ name, schema }) => required.has(name) || schema.doc?.examples !== undefined);
  return wanted.length > 0 ? wanted : properties.slice(0, 3);
}

/** Objects together, and of anything else the first. */
function merged(values: readonly Json[]): Json | undefined {
  const [first, ...others] = values;
  if (others.length === 0 || typeof first !== "object" || first === null || Array.isArray(first)) return first;
  const result: JsonObject = {};
  for (const value of values) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) continue;
    for (const [name, member] of Object.entries(value)) setMember(result, name, member);
  }
  return result;
}
