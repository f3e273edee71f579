import type { Schema, SchemaId } from "../../model/schema.ts";

/**
 * Whether the code for a schema says no to `undefined` by itself: a member that must be there needs no other question then. `rejecting`:
 * the named schemas whose code does.
 */
export function rejectsUndefined(schema: Schema, rejecting: ReadonlySet<SchemaId>): boolean {
  if (schema.boolean !== undefined) return !schema.boolean;
  if (schema.types !== undefined || schema.enum !== undefined || schema.const !== undefined) return true;
  const rejects = (part: Schema): boolean => rejectsUndefined(part, rejecting);
  if (schema.ref !== undefined && rejecting.has(schema.ref)) return true;
  if (schema.allOf?.some(rejects) === true) return true;
  return [schema.anyOf, schema.oneOf].some((members) => members !== undefined && members.every(rejects));
}
