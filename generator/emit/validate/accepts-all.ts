import type { Schema } from "../../model/schema.ts";

/** Whether a schema is `true`, `{}` or says only what does not matter here. */
export function acceptsAll(schema: Schema): boolean {
  if (schema.boolean !== undefined) return schema.boolean;
  for (const keyword in schema) if (!descriptive.has(keyword)) return false;
  return true;
}

const descriptive = new Set([
  "at", "doc", "extensions", "default", "readOnly", "writeOnly", "contentEncoding", "contentMediaType", "contentSchema", "then", "else", "minContains",
  "maxContains",
]);
