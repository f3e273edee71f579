import type { Property, Schema } from "../model/schema.ts";

/** A schema and all schemas inside it that were not seen before; what it refers to is not inside it. */
export function everySchema(root: Schema, seen: Set<Schema>): Schema[] {
  const found: Schema[] = [];
  const waiting = [root];
  for (let schema = waiting.pop(); schema; schema = waiting.pop()) {
    if (seen.has(schema)) continue;
    seen.add(schema);
    found.push(schema);
    waiting.push(...partsOf(schema));
  }
  return found;
}

function partsOf(schema: Schema): Schema[] {
  const single = [
    schema.not, schema.if, schema.then, schema.else, schema.additionalProperties, schema.unevaluatedProperties, schema.propertyNames,
    schema.items, schema.unevaluatedItems, schema.contains, schema.contentSchema,
  ];
  const lists = [schema.allOf, schema.anyOf, schema.oneOf, schema.prefixItems];
  const maps: (Property[] | undefined)[] = [schema.properties, schema.patternProperties, schema.dependentSchemas];
  return [
    ...single.filter((each) => each !== undefined),
    ...lists.flatMap((each) => each ?? []),
    ...maps.flatMap((each) => (each ?? []).map((property) => property.schema)),
  ];
}
