import type { JsonType, Schema } from "../../../model/schema.ts";

/** Whether a schema names a type, or else has keywords that are about it. What says nothing names none but the text. */
export function namesType(schema: Schema, type: JsonType): boolean {
  if (schema.types !== undefined) return schema.types.includes(type);
  if (schema.boolean === false) return false;
  const implied = impliedTypes.filter(([, keywords]) => keywords.some((keyword) => schema[keyword] !== undefined)).map(([each]) => each);
  return implied.length === 0 ? type === "string" : implied.includes(type);
}

const impliedTypes: readonly (readonly [JsonType, readonly (keyof Schema)[]])[] = [
  ["object", ["properties", "additionalProperties", "patternProperties", "required", "minProperties", "maxProperties", "propertyNames", "dependentRequired"]],
  ["array", ["items", "prefixItems", "contains", "minItems", "maxItems", "uniqueItems"]],
  ["string", ["minLength", "maxLength", "pattern", "format"]],
  ["number", ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]],
];
