import type { Json } from "../../json.ts";
import { isObject, member } from "../../json.ts";
import type { SchemaStore } from "./schema-store.ts";

/** Every field that an object by this schema can have, whatever its other fields are. */
export function knownFields(schema: Json, store: SchemaStore): Set<string> {
  const fields = new Set<string>();
  const seen = new Set<Json>();
  const visit = (part: Json | undefined): void => {
    if (!isObject(part) || seen.has(part)) return;
    seen.add(part);
    const properties = member(part, "properties");
    if (isObject(properties)) for (const [field, inner] of Object.entries(properties)) if (inner !== false) fields.add(field);
    const reference = member(part, "$ref");
    if (typeof reference === "string") visit(store.target(reference).schema);
    for (const keyword of ["allOf", "anyOf", "oneOf"]) {
      const list = member(part, keyword);
      if (Array.isArray(list)) list.forEach(visit);
    }
    for (const keyword of ["if", "then", "else"]) visit(member(part, keyword));
    const dependent = member(part, "dependentSchemas");
    if (isObject(dependent)) Object.values(dependent).forEach(visit);
  };
  visit(schema);
  return fields;
}

/** The fields that a schema of the form `{ required: […] }` asks for. */
export function requiredFields(schema: Json): string[] {
  const required = isObject(schema) ? member(schema, "required") : undefined;
  return Array.isArray(required) ? required.map(String) : [];
}
