import { pushChildSchemas } from "../../../generator/model/child-schemas.ts";
import type { Schema, SchemaId } from "../../../generator/model/schema.ts";

/** Whether a discriminator has a word in what fits a schema. */
export function leadsToDiscriminator(start: Schema, schemas: ReadonlyMap<SchemaId, Schema>): boolean {
  const work = [start];
  const seen = new Set<Schema>();
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
