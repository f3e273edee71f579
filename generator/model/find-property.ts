import { holdingSchemas } from "./holding-schemas.ts";
import type { Property, Schema, SchemaId } from "./schema.ts";

type Schemas = ReadonlyMap<SchemaId, Schema>;

/** The property that a value of one of these schemas has under a name, also where a `$ref` or an `allOf` declares it. */
export function findProperty(schemas: Schemas, among: readonly Schema[], name: string): Property | undefined {
  const seen = new Set<Schema>();
  const work = [...among];
  for (let schema = work.shift(); schema !== undefined && seen.size < 200; schema = work.shift()) {
    if (seen.has(schema)) continue;
    seen.add(schema);
    const own = schema.properties?.find((property) => property.name === name);
    if (own !== undefined) return own;
    const target = schema.ref === undefined ? undefined : schemas.get(schema.ref);
    if (target !== undefined) work.push(target);
    work.push(...(schema.allOf ?? []));
  }
  return undefined;
}

/** The strings that a schema allows, by `const` or `enum`; `undefined` where it does not list them. */
export function listedStrings(schemas: Schemas, schema: Schema): string[] | undefined {
  for (const { const: constant, enum: listed } of holdingSchemas(schema, schemas)) {
    const values = constant === undefined ? listed : [constant.value];
    if (values !== undefined) return values.filter((value) => typeof value === "string");
  }
  return undefined;
}
