import { present } from "./present.ts";
import type { Property, Schema } from "./schema.ts";

/** A copy of a schema in which each schema directly inside it is what `map` gives for it. */
export function mapChildSchemas(schema: Schema, map: (child: Schema) => Schema): Schema {
  const one = (child: Schema | undefined) => (child === undefined ? undefined : map(child));
  const list = (children: Schema[] | undefined) => children?.map(map);
  const named = (properties: Property[] | undefined) => properties?.map(({ name, schema: child }) => ({ name, schema: map(child) }));
  return present({
    ...schema,
    allOf: list(schema.allOf), anyOf: list(schema.anyOf), oneOf: list(schema.oneOf), prefixItems: list(schema.prefixItems),
    not: one(schema.not), if: one(schema.if), then: one(schema.then), else: one(schema.else),
    properties: named(schema.properties), patternProperties: named(schema.patternProperties), dependentSchemas: named(schema.dependentSchemas),
    additionalProperties: one(schema.additionalProperties), unevaluatedProperties: one(schema.unevaluatedProperties), propertyNames: one(schema.propertyNames),
    items: one(schema.items), unevaluatedItems: one(schema.unevaluatedItems), contains: one(schema.contains), contentSchema: one(schema.contentSchema),
  });
}
