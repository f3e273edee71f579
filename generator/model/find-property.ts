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
export function listedStrings(schemas: Schemas, schema: Schema, hops = 0): string[] | undefined {
  const values = schema.const === undefined ? schema.enum : [schema.const.value];
  if (values !== undefined) return values.filter((value) => typeof value === "string");
  const target = schema.ref === undefined ? undefined : schemas.get(schema.ref);
  if (target !== undefined && hops < 8) return listedStrings(schemas, target, hops + 1);
  for (const member of hops < 8 ? schema.allOf ?? [] : []) {
    const listed = listedStrings(schemas, member, hops + 1);
    if (listed !== undefined) return listed;
  }
  return undefined;
}

/** `true` where every value of the schema is an object, as far as the schema says so itself. */
export function isObjectSchema(schemas: Schemas, schema: Schema, hops = 0): boolean {
  if (schema.types !== undefined) return schema.types.length === 1 && schema.types[0] === "object";
  if (schema.properties !== undefined || schema.additionalProperties !== undefined) return true;
  if (hops > 8) return false;
  const is = (member: Schema): boolean => isObjectSchema(schemas, member, hops + 1);
  const target = schema.ref === undefined ? undefined : schemas.get(schema.ref);
  if (target !== undefined && is(target)) return true;
  const union = schema.oneOf ?? schema.anyOf;
  return (schema.allOf ?? []).some(is) || (union !== undefined && union.length > 0 && union.every(is));
}
