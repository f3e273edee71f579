import { isObject, type Json, type JsonObject, setMember } from "../../../generator/json.ts";

/**
 * A document in OpenAPI 3.0, as far as that can say the same: `null` among the types is `nullable`, `const` an `enum`.
 * Exclusive bounds stay numbers, as its reader here wants them. Tuples, `contains`, conditions, patterns and names of members, what is unevaluated, what depends on other members, and items of streams are left out.
 */
export function asOpenapi30(document: Json): Json {
  if (!isObject(document)) return document;
  const { info, jsonSchemaDialect: _, ...rest } = document;
  const license = isObject(info) && isObject(info["license"]) ? { name: info["license"]["name"] ?? "" } : undefined;
  return { ...asObject(within(rest)), openapi: "3.0.3", info: { title: asObject(info)["title"] ?? "", version: asObject(info)["version"] ?? "", ...(license !== undefined && { license }) } };
}

function within(value: Json): Json {
  if (Array.isArray(value)) return value.map(within);
  if (!isObject(value)) return value;
  const copy: JsonObject = {};
  for (const [name, member] of Object.entries(value)) {
    if (name === "schema") setMember(copy, name, schemaOf(member));
    else if (name === "schemas" && isObject(member)) setMember(copy, name, eachOf(member, schemaOf));
    else if (name === "example" || name === "examples" || name === "x-rules") setMember(copy, name, member);
    else if (name !== "itemSchema") setMember(copy, name, within(member));
  }
  return copy;
}

/** What has no counterpart. */
const later: ReadonlySet<string> = new Set([
  "prefixItems", "unevaluatedItems", "unevaluatedProperties", "contains", "minContains", "maxContains", "propertyNames", "patternProperties", "if", "then", "else",
  "dependentRequired", "dependentSchemas", "contentSchema", "contentEncoding", "$comment", "$defs", "examples",
]);

function schemaOf(schema: Json): Json {
  if (!isObject(schema)) return schema === false ? { not: {} } : {};
  if (typeof schema["$ref"] === "string") return { $ref: schema["$ref"] };
  const copy: JsonObject = {};
  for (const [name, value] of Object.entries(schema)) if (!later.has(name)) Object.assign(copy, memberOf(name, value, schema));
  return copy["type"] === "array" && copy["items"] === undefined ? { ...copy, items: {} } : copy;
}

function memberOf(name: string, value: Json, schema: JsonObject): JsonObject {
  switch (name) {
    case "type":
      return Array.isArray(value) ? { type: value.find((type) => type !== "null") ?? "string", ...(value.includes("null") && { nullable: true }) } : { type: value };
    case "const":
      return { enum: [value] };
    case "contentMediaType":
      return { type: "string", format: "binary" };
    case "items":
      return schema["prefixItems"] === undefined && isObject(value) ? { items: schemaOf(value) } : { items: {} };
    case "properties":
      return { properties: isObject(value) ? eachOf(value, schemaOf) : {} };
    case "additionalProperties":
      return schema["patternProperties"] === undefined ? { additionalProperties: isObject(value) ? schemaOf(value) : value } : {};
    case "allOf": case "oneOf": case "anyOf":
      return { [name]: Array.isArray(value) ? value.map(schemaOf) : [] };
    case "not":
      return { not: schemaOf(value) };
    default:
      return { [name]: value };
  }
}

function eachOf(members: JsonObject, change: (member: Json) => Json): JsonObject {
  const copy: JsonObject = {};
  for (const [name, member] of Object.entries(members)) setMember(copy, name, change(member));
  return copy;
}

function asObject(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}
