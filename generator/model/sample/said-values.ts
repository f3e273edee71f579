import type { Json } from "../../json.ts";
import type { Schema, SchemaId } from "../schema.ts";

/** Values that schemas say themselves, or the ones they refer to: examples before the default, which nobody has to send. */
export function saidValues(demand: readonly Schema[], schemas: ReadonlyMap<SchemaId, Schema>): Json[] {
  const found: Json[] = [];
  for (const start of demand) {
    let schema: Schema | undefined = start;
    for (let hops = 0; schema !== undefined && hops < 8; hops++) {
      found.push(...(schema.doc?.examples ?? []), ...(schema.default === undefined || schema.doc?.examples !== undefined ? [] : [schema.default.value]));
      schema = schema.ref === undefined ? undefined : schemas.get(schema.ref);
    }
  }
  return found;
}
