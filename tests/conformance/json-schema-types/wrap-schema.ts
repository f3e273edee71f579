import { isObject, type Json, type JsonObject, setMember } from "../../../generator/json.ts";

/**
 * An OpenAPI document with the schema as its only component, `T`. A pointer such as `#/$defs/a` counts from the root of
 * the document it stands in, so it is led to the component, unless an `$id` makes the schema around it a root of its own.
 */
export function wrapSchema(schema: Json): JsonObject {
  return {
    openapi: "3.1.1",
    info: { title: "JSON-Schema-Test-Suite", version: "1" },
    paths: {},
    components: { schemas: { T: rebase(schema) } },
  };
}

function rebase(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(rebase);
  if (!isObject(schema) || typeof schema["$id"] === "string") return schema;
  const copy: JsonObject = {};
  for (const [key, value] of Object.entries(schema)) setMember(copy, key, rebaseMember(key, value));
  return copy;
}

function rebaseMember(key: string, value: Json): Json {
  if (key === "const" || key === "enum") return value;
  const isPointer = (key === "$ref" || key === "$dynamicRef") && typeof value === "string" && /^#(?:$|\/)/.test(value);
  return isPointer ? `#/components/schemas/T${String(value).slice(1)}` : rebase(value);
}
