import type { Json } from "../../json.ts";
import type { JsonType, Schema, SchemaId } from "../../model/schema.ts";

/** What kind of value a value is: the types of JSON Schema, but an integer is a number. */
export type Kind = "null" | "boolean" | "object" | "array" | "number" | "string";

export type Kinds = ReadonlySet<Kind>;

export const everyKind: Kinds = new Set<Kind>(["null", "boolean", "number", "string", "array", "object"]);

export const onlyObject: Kinds = new Set<Kind>(["object"]);

/** The kinds that a schema leaves possible, as far as it says so plainly. `known`: those of the schemas it may refer to. */
export function kindsOf(schema: Schema, known: ReadonlyMap<SchemaId, Kinds>): Kinds {
  if (schema.boolean === false) return new Set();
  let kinds = schema.types === undefined ? everyKind : kindsOfTypes(schema.types);
  if (schema.enum !== undefined) kinds = intersection(kinds, new Set(schema.enum.map(kindOf)));
  if (schema.const !== undefined) kinds = intersection(kinds, new Set([kindOf(schema.const.value)]));
  const inner = (part: Schema): Kinds => kindsOf(part, known);
  if (schema.ref !== undefined) kinds = intersection(kinds, known.get(schema.ref) ?? everyKind);
  for (const part of schema.allOf ?? []) kinds = intersection(kinds, inner(part));
  for (const members of [schema.anyOf, schema.oneOf]) {
    if (members !== undefined) kinds = intersection(kinds, new Set(members.flatMap((member) => [...inner(member)])));
  }
  return kinds;
}

/** The kinds of some types. */
export function kindsOfTypes(types: readonly JsonType[]): Kinds {
  const [only] = types;
  const alone = only !== undefined && types.length === 1 ? single.get(only) : undefined;
  return alone ?? new Set(types.map((type) => (type === "integer" ? "number" : type)));
}

/** Most schemas have one type, and there may be a hundred thousand of them. */
const single: ReadonlyMap<JsonType, Kinds> = new Map(
  (["null", "boolean", "object", "array", "number", "string", "integer"] as const).map((type) => [type, new Set<Kind>([type === "integer" ? "number" : type])]),
);

/** The kind of a value. */
export function kindOf(value: Json): Kind {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  switch (typeof value) {
    case "boolean":
      return "boolean";
    case "number":
      return "number";
    case "string":
      return "string";
    default:
      return "object";
  }
}

/** The kinds that are in both. */
export function intersection(one: Kinds, other: Kinds): Kinds {
  if (one === everyKind || one === other) return other;
  if (other === everyKind) return one;
  return new Set([...one].filter((kind) => other.has(kind)));
}

/** Whether none is in both. */
export function areDisjoint(one: Kinds, other: Kinds): boolean {
  for (const kind of one) if (other.has(kind)) return false;
  return true;
}
