import { escapePointer, isObject, setMember, type Json, type JsonObject } from "../../json.ts";
import { grammar, type Child } from "../grammar.ts";
import type { Conversion } from "./conversion.ts";

/**
 * A schema of Swagger 2.0 as one of OpenAPI 3.0, and all schemas in it: a copy that shares nothing with the original.
 * `from` is where it was written. Parameters, headers and items are read by it as well.
 */
export function convertSchema(conversion: Conversion, schema: Json, from: string): Json {
  if (!isObject(schema)) return structuredClone(schema);
  const converted: JsonObject = {};
  for (const [key, value] of Object.entries(schema)) {
    const child = Object.hasOwn(grammar.schema, key) ? grammar.schema[key] : undefined;
    const inner = `${from}/${escapePointer(key)}`;
    const changed = child ? convertChild(conversion, { value, child, from: inner }) : convertKeyword(conversion, { key, value, from: inner });
    if (changed !== undefined) setMember(converted, key, changed);
  }
  if (schema["type"] === "file") Object.assign(converted, { type: "string", format: "binary" });
  if (schema["x-nullable"] === true) converted["nullable"] = true;
  return finished(conversion, converted);
}

function convertChild(conversion: Conversion, { value, child, from }: { value: Json; child: Child; from: string }): Json {
  if (Array.isArray(value)) return value.map((item, index) => convertSchema(conversion, item, `${from}/${index}`));
  if (child.in !== "map" || !isObject(value)) return convertSchema(conversion, value, from);
  const converted: JsonObject = {};
  for (const [name, schema] of Object.entries(value)) {
    setMember(converted, name, convertSchema(conversion, schema, `${from}/${escapePointer(name)}`));
  }
  return converted;
}

/** A keyword that holds no schema; `undefined` for one that OpenAPI 3.0 says otherwise. */
function convertKeyword(conversion: Conversion, { key, value, from }: { key: string; value: Json; from: string }): Json | undefined {
  switch (key) {
    case "discriminator": return typeof value === "string" ? { propertyName: value } : structuredClone(value);
    case "x-nullable":
    case "collectionFormat": return undefined;
    case "required": {
      if (typeof value !== "boolean") return structuredClone(value);
      const message = "`required` in a schema is the list of its required properties, not a boolean. It is ignored.";
      conversion.notes.push({ code: "ignored", message, pointer: from });
      return undefined;
    }
    default: return structuredClone(value);
  }
}

/** Notes a `$ref`, and says what may also be null in the words of 3.0. */
function finished(conversion: Conversion, schema: JsonObject): JsonObject {
  const { type, $ref: reference } = schema;
  if (Array.isArray(type) && type.length === 2 && type.includes("null")) {
    schema["type"] = type.find((name) => name !== "null") ?? "null";
    schema["nullable"] = true;
  }
  if (typeof reference !== "string") return schema;
  if (schema["nullable"] !== true) {
    conversion.references.push(schema);
    return schema;
  }
  // Beside a $ref of 3.0 nothing counts, so that the $ref has to go further in.
  const { $ref: _, ...rest } = schema;
  const inner: JsonObject = { $ref: reference };
  conversion.references.push(inner);
  return { allOf: [inner], ...rest };
}
