import { isObject, member, setMember, type Json, type JsonObject } from "../../json.ts";
import { inside, noteMove, type Conversion, type Move } from "./conversion.ts";
import { convertSchema } from "./convert-schema.ts";

/** A parameter in path, query or header as one of OpenAPI 3.0, or a reference to one. */
export function convertParameter(conversion: Conversion, parameter: Json, move: Move): Json {
  if (!isObject(parameter)) return structuredClone(parameter);
  noteMove(conversion, move);
  if (typeof parameter["$ref"] === "string") return convertReference(conversion, parameter);
  const converted = withSchema(conversion, parameter, move);
  if (valueSchema(parameter)["type"] === "array") Object.assign(converted, styleOf(conversion, parameter, move.from));
  return converted;
}

/** A response header as one of OpenAPI 3.0. */
export function convertHeader(conversion: Conversion, header: Json, move: Move): Json {
  if (!isObject(header)) return structuredClone(header);
  noteMove(conversion, move);
  if (typeof header["$ref"] === "string") return convertReference(conversion, header);
  if (header["type"] === "array") styleOf(conversion, { ...header, in: "header" }, move.from);
  return withSchema(conversion, header, move);
}

/** A copy of a reference, noted so that it is led to where its target went. */
export function convertReference(conversion: Conversion, reference: JsonObject): JsonObject {
  const converted = structuredClone(reference);
  conversion.references.push(converted);
  return converted;
}

/** The members of a parameter that describe its value, which OpenAPI 3.0 keeps in a schema. */
export function valueSchema(parameter: JsonObject): JsonObject {
  const schema: JsonObject = {};
  for (const [key, value] of Object.entries(parameter)) if (valueKeywords.has(key)) schema[key] = value;
  return schema;
}

/**
 * How a list is written, in OpenAPI 3.0's words. Swagger 2.0, "Parameter Object": `csv` where nothing is said.
 * What cannot be said comes nearest by commas.
 */
export function styleOf(conversion: Conversion, parameter: JsonObject, from: string): { style?: string; explode?: boolean } {
  const format = member(parameter, "collectionFormat") ?? "csv";
  const inQuery = parameter["in"] === "query" || parameter["in"] === "formData";
  const items = member(parameter, "items");
  if (isObject(items) && items["type"] === "array") {
    conversion.notes.push({ code: "not-converted", message: "OpenAPI 3 has no style for a list of lists in a parameter.", pointer: `${from}/items` });
  }
  if (format === "csv") return inQuery ? { style: "form", explode: false } : { style: "simple" };
  if (inQuery && format === "multi") return { style: "form", explode: true };
  if (inQuery && format === "ssv") return { style: "spaceDelimited", explode: false };
  if (inQuery && format === "pipes") return { style: "pipeDelimited", explode: false };
  const message = `OpenAPI 3 has no style for collectionFormat ${JSON.stringify(format)} here. Commas are taken instead.`;
  conversion.notes.push({ code: "not-converted", message, pointer: `${from}/collectionFormat` });
  return inQuery ? { style: "form", explode: false } : { style: "simple" };
}

/** Swagger 2.0, "Parameter Object" and "Items Object"; `x-nullable` is what its users agreed on. */
const valueKeywords: ReadonlySet<string> = new Set([
  "type", "format", "items", "default", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength", "minLength",
  "pattern", "maxItems", "minItems", "uniqueItems", "enum", "multipleOf", "x-nullable",
]);

function withSchema(conversion: Conversion, parameter: JsonObject, move: Move): JsonObject {
  const converted: JsonObject = {};
  for (const [key, value] of Object.entries(parameter)) {
    if (!valueKeywords.has(key) && !otherwiseSaid.has(key)) setMember(converted, key, structuredClone(value));
  }
  const example = member(parameter, "x-example");
  if (example !== undefined && !Object.hasOwn(parameter, "example")) converted["example"] = structuredClone(example);
  // Some documents write OpenAPI 3's `schema` here already.
  const written = member(parameter, "schema");
  const to = inside(move, "schema").to;
  if (written !== undefined && parameter["type"] === undefined) {
    converted["schema"] = convertSchema(conversion, written, inside(move, "schema").from);
  } else {
    noteMove(conversion, { from: move.from, to });
    converted["schema"] = convertSchema(conversion, valueSchema(parameter), move.from);
  }
  return converted;
}

const otherwiseSaid: ReadonlySet<string> = new Set(["schema", "collectionFormat", "x-example"]);
