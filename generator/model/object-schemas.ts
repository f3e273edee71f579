import type { Schema, SchemaId } from "./schema.ts";

/**
 * The named schemas of which every value is an object: they say so themselves, or those say so that they refer to. Found for all of them at
 * once; whoever asks one by one goes round a ring of a thousand a thousand times.
 */
export function findObjectSchemas(schemas: ReadonlyMap<SchemaId, Schema>): ReadonlySet<SchemaId> {
  const found = new Set<SchemaId>();
  const users = new Map<SchemaId, SchemaId[]>();
  const look = (id: SchemaId): void => {
    const schema = schemas.get(id);
    if (schema !== undefined && isObjectSchema(schema, found)) found.add(id);
  };
  for (const [id, schema] of schemas) {
    look(id);
    if (found.has(id)) continue;
    for (const target of new Set(targetsOf(schema))) users.set(target, [...(users.get(target) ?? []), id]);
  }
  // The set grows while it is gone through, and nothing stands in it twice: what leads back to itself says nothing.
  for (const id of found) for (const user of users.get(id) ?? []) look(user);
  return found;
}

/** `true` where every value of the schema is an object, as far as it says so itself, or a schema among these that it refers to. */
export function isObjectSchema({ types, properties, additionalProperties, ref, allOf, oneOf, anyOf }: Schema, objects: ReadonlySet<SchemaId>): boolean {
  if (types !== undefined) return types.length === 1 && types[0] === "object";
  if (properties !== undefined || additionalProperties !== undefined) return true;
  const is = (member: Schema): boolean => isObjectSchema(member, objects);
  const union = oneOf ?? anyOf ?? [];
  return (ref !== undefined && objects.has(ref)) || (allOf?.some(is) ?? false) || (union.length > 0 && union.every(is));
}

/** What a schema refers to for the same value. */
function targetsOf({ ref, allOf = [], oneOf, anyOf }: Schema): SchemaId[] {
  return [...(ref === undefined ? [] : [ref]), ...[...allOf, ...(oneOf ?? anyOf ?? [])].flatMap(targetsOf)];
}
