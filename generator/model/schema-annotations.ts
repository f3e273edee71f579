import type { Json } from "../json.ts";
import { isObject } from "../json.ts";
import { Cursor } from "./cursor.ts";
import type { Reader } from "./reader.ts";
import type { Doc, Schema } from "./schema.ts";
import type { Keyword } from "./schema-keyword.ts";
import { flag, refuse } from "./schema-keyword.ts";

const nothing: Keyword = () => {};

/** The keywords that say something about a value (JSON Schema 2020-12 Validation §9), and those that have done their part. */
export const annotations: Record<string, Keyword> = {
  title: text("title", "title"),
  summary: text("summary", "summary"),
  description: text("description", "description"),
  $comment: text("$comment", "comment"),
  deprecated: (schema, value, reader) => {
    if (typeof value === "boolean") docOf(schema).deprecated = value;
    else refuse(schema, "deprecated", "true or false", reader);
  },
  examples: (schema, value, reader) => {
    if (Array.isArray(value)) docOf(schema).examples = value;
    else refuse(schema, "examples", "a list", reader);
  },
  externalDocs: setExternalDocs,
  default: (schema, value) => {
    schema.default = { value };
  },
  readOnly: flag("readOnly"),
  writeOnly: flag("writeOnly"),

  $schema: noteDialect,

  // load/ has turned what these name into pointers, and what they hold is built where a `$ref` points to it.
  $id: nothing,
  $anchor: nothing,
  $dynamicAnchor: nothing,
  $vocabulary: nothing,
  $defs: nothing,
  definitions: nothing,
};

function text(keyword: string, key: "title" | "summary" | "description" | "comment"): Keyword {
  return (schema, value, reader) => {
    if (typeof value === "string") docOf(schema)[key] = value;
    else refuse(schema, keyword, "a string", reader);
  };
}

/** Of a dialect that leaves out keywords, or has others, nothing is known here. */
function noteDialect(schema: Schema, value: Json, reader: Reader): void {
  if (typeof value !== "string") refuse(schema, "$schema", "a string", reader);
  else if (!/^https?:\/\/(?:json-schema\.org\/|spec\.openapis\.org\/oas\/)/.test(value)) {
    reader.warn("unknown-dialect", `${schema.at}/$schema`, `The dialect ${JSON.stringify(value)} is not known; the schema is taken for JSON Schema 2020-12.`);
  }
}

function setExternalDocs(schema: Schema, value: Json, reader: Reader): void {
  const docs = isObject(value) ? new Cursor({ externalDocs: value }, schema.at, reader).externalDocs() : undefined;
  if (docs === undefined) refuse(schema, "externalDocs", "an object with a url", reader);
  else docOf(schema).externalDocs = docs;
}

function docOf(schema: Schema): Doc {
  schema.doc ??= {};
  return schema.doc;
}
