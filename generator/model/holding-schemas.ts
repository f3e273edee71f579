import type { Schema, SchemaId } from "./schema.ts";

/**
 * A schema and what holds with it for the same value, through `$ref` and `allOf`: each once, for they can all lead to each other, and
 * within reason.
 */
export function* holdingSchemas(start: Schema, schemas: ReadonlyMap<SchemaId, Schema>): Iterable<Schema> {
  const seen = new Set<Schema>();
  const work = [start];
  for (let schema = work.pop(); schema !== undefined && seen.size < mostHolding; schema = work.pop()) {
    if (seen.has(schema)) continue;
    seen.add(schema);
    yield schema;
    if (schema.allOf !== undefined) work.push(...schema.allOf.toReversed());
    const target = schema.ref === undefined ? undefined : schemas.get(schema.ref);
    if (target !== undefined) work.push(target);
  }
}

const mostHolding = 200;
