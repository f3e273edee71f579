import { pushChildSchemas } from "./child-schemas.ts";
import type { Schema, SchemaId } from "./schema.ts";

/** Says whether a discriminator is anywhere in a schema, or in what it refers to. Each schema is looked through once. */
export function discriminatorFinder(schemas: ReadonlyMap<SchemaId, Schema>): (schema: Schema) => boolean {
  const known = new WeakMap<Schema, boolean>();
  return (schema) => {
    const found = known.get(schema) ?? hasDiscriminator(schema, schemas);
    known.set(schema, found);
    return found;
  };
}

function hasDiscriminator(root: Schema, schemas: ReadonlyMap<SchemaId, Schema>): boolean {
  const seen = new Set<Schema>();
  const work = [root];
  for (let schema = work.pop(); schema !== undefined; schema = work.pop()) {
    if (schema.discriminator !== undefined) return true;
    if (seen.has(schema)) continue;
    seen.add(schema);
    const target = schema.ref === undefined ? undefined : schemas.get(schema.ref);
    if (target !== undefined) work.push(target);
    pushChildSchemas(schema, work);
  }
  return false;
}
