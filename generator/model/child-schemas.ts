import type { Schema } from "./schema.ts";

/** Appends the schemas directly inside a schema to a list of what is still to be visited. */
export function pushChildSchemas(schema: Schema, work: Schema[]): void {
  for (const key in schema) {
    switch (key) {
      case "properties": case "patternProperties": case "dependentSchemas":
        for (const entry of schema[key] ?? []) work.push(entry.schema);
        break;
      case "allOf": case "anyOf": case "oneOf": case "prefixItems":
        for (const member of schema[key] ?? []) work.push(member);
        break;
      case "items": case "additionalProperties": case "not": case "if": case "then": case "else": case "unevaluatedProperties":
      case "unevaluatedItems": case "propertyNames": case "contains": case "contentSchema":
        pushOne(schema[key], work);
        break;
    }
  }
}

function pushOne(schema: Schema | undefined, work: Schema[]): void {
  if (schema !== undefined) work.push(schema);
}
