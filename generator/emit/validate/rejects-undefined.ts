import type { Schema, SchemaId } from "../../model/schema.ts";

/** Whether the code for a schema says no to `undefined` by itself: a member that must be there needs no other question then. */
export function rejectsUndefined(schema: Schema, schemas: ReadonlyMap<SchemaId, Schema>, seen: ReadonlySet<SchemaId> = new Set()): boolean {
  if (schema.boolean !== undefined) return !schema.boolean;
  if (schema.types !== undefined || schema.enum !== undefined || schema.const !== undefined) return true;
  const rejects = (part: Schema): boolean => rejectsUndefined(part, schemas, seen);
  const target = schema.ref === undefined || seen.has(schema.ref) ? undefined : schemas.get(schema.ref);
  if (target !== undefined && rejectsUndefined(target, schemas, new Set([...seen, schema.ref ?? ""]))) return true;
  if (schema.allOf?.some(rejects) === true) return true;
  return [schema.anyOf, schema.oneOf].some((members) => members !== undefined && members.every(rejects));
}
