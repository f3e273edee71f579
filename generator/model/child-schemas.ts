import type { Schema } from "./schema.ts";

/** The schemas directly inside a schema, in no promised order. */
export function childSchemas(schema: Schema): Schema[] {
  const { properties, patternProperties, dependentSchemas, allOf, anyOf, oneOf, prefixItems } = schema;
  const children: Schema[] = [];
  for (const list of [allOf, anyOf, oneOf, prefixItems]) if (list !== undefined) children.push(...list);
  for (const list of [properties, patternProperties, dependentSchemas]) for (const entry of list ?? []) children.push(entry.schema);
  for (const key of single) {
    const child = schema[key];
    if (child !== undefined) children.push(child);
  }
  return children;
}

const single = [
  "items", "additionalProperties", "not", "if", "then", "else", "unevaluatedProperties", "unevaluatedItems", "propertyNames",
  "contains", "contentSchema",
] as const;
