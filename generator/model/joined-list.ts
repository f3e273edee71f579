import type { Schema, SchemaId } from "./schema.ts";

type Schemas = ReadonlyMap<SchemaId, Schema>;

/**
 * The list of a schema that takes a text or a list of such texts, as the ids of Elasticsearch do: on the wire both are the same. The
 * text must be as good in the list as alone.
 *
 *     oneOf: [{ $ref: Id }, { type: array, items: { $ref: Id } }]
 */
export function joinedList(schema: Schema, schemas: Schemas): Schema | undefined {
  const { types, anyOf, oneOf, ...rest } = resolve(schema, schemas);
  const members = anyOf ?? oneOf;
  if (members === undefined) {
    if (types?.length !== 2) return undefined;
    const list: Schema = { ...rest, types: ["array"] };
    const text: Schema = { ...rest, types: ["string"] };
    return types.includes("array") && types.includes("string") && takesAll(list, text, schemas) ? list : undefined;
  }
  const [one, other, third] = members.map((member) => resolve(member, schemas));
  if (one === undefined || other === undefined || third !== undefined || (types !== undefined && types.length < 2)) return undefined;
  return takesAll(one, other, schemas) ? one : takesAll(other, one, schemas) ? other : undefined;
}

/** Whether a list takes every text that is good alone, as its one item. */
function takesAll(list: Schema, text: Schema, schemas: Schemas): boolean {
  if (!isOnly(list, "array") || !isOnly(text, "string") || list.items === undefined) return false;
  if ((list.minItems ?? 0) > 1 || list.maxItems === 0 || list.enum !== undefined || list.contains !== undefined || list.prefixItems !== undefined) return false;
  const item = resolve(list.items, schemas);
  return isOnly(item, "string") && (!demandsMore(item) || demandsOf(item) === demandsOf(text));
}

function isOnly({ types, anyOf, oneOf, allOf, not }: Schema, type: "array" | "string"): boolean {
  return types?.length === 1 && types[0] === type && [anyOf, oneOf, allOf, not].every((keyword) => keyword === undefined);
}

function demandsMore({ enum: listed, const: constant, pattern, minLength, maxLength, format }: Schema): boolean {
  return [listed, constant, pattern, minLength, maxLength, format].some((keyword) => keyword !== undefined);
}

function demandsOf({ enum: listed, const: constant, pattern, minLength, maxLength, format }: Schema): string {
  return JSON.stringify([listed, constant, pattern, minLength, maxLength, format]);
}

/** What a mere reference means. */
function resolve(schema: Schema, schemas: Schemas): Schema {
  let resolved = schema;
  for (let hops = 0; resolved.ref !== undefined && hops < 8; hops++) {
    if (Object.keys(resolved).some((key) => !annotations.has(key))) return resolved;
    resolved = schemas.get(resolved.ref) ?? { at: resolved.at };
  }
  return resolved;
}

const annotations: ReadonlySet<string> = new Set(["at", "ref", "doc", "default", "extensions", "readOnly", "writeOnly"]);
