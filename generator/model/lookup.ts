import type { Api } from "./api.ts";
import type { Schema, SchemaId } from "./schema.ts";

/** The schema that each `ref` of an Api points to. */
export function schemaById({ schemas }: { schemas: readonly Api["schemas"][number][] }): ReadonlyMap<SchemaId, Schema> {
  return new Map(schemas.map(({ id, schema }) => [id, schema]));
}
