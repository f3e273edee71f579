import type { Json } from "../json.ts";
import { escapePointer } from "../json.ts";
import type { Reader } from "./reader.ts";
import type { Schema, SchemaId } from "./schema.ts";

/** Takes the value of one keyword into a schema. What the value must not be is reported and left out. */
export type Keyword = (schema: Schema, value: Json, reader: Reader) => void;

type Numeric =
  | ("minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" | "multipleOf" | "minLength" | "maxLength")
  | ("minItems" | "maxItems" | "minContains" | "maxContains" | "minProperties" | "maxProperties");

/** A keyword whose value is a number: `minimum`. */
export function number(key: Numeric): Keyword {
  return (schema, value, reader) => {
    if (typeof value === "number" && Number.isFinite(value)) schema[key] = value;
    else refuse(schema, key, "a number", reader);
  };
}

/** A keyword whose value is true or false: `uniqueItems`. */
export function flag(key: "uniqueItems" | "readOnly" | "writeOnly"): Keyword {
  return (schema, value, reader) => {
    if (typeof value === "boolean") schema[key] = value;
    else refuse(schema, key, "true or false", reader);
  };
}

/** A keyword whose value is a string: `pattern`. */
export function text(key: "pattern" | "format" | "contentEncoding" | "contentMediaType"): Keyword {
  return (schema, value, reader) => {
    if (typeof value === "string") schema[key] = value;
    else refuse(schema, key, "a string", reader);
  };
}

/** Says that a keyword's value is of the wrong type. */
export function refuse(schema: Schema, keyword: string, wanted: string, reader: Reader): void {
  reader.ignored(`${schema.at}/${escapePointer(keyword)}`, `"${keyword}" of a schema must be ${wanted}; it is left out.`);
}

/** The strings of a list; what else is in it is reported. */
export function strings(schema: Schema, keyword: string, list: readonly Json[], reader: Reader): string[] {
  const found: string[] = [];
  for (const item of list) {
    if (typeof item === "string") found.push(item);
    else refuse(schema, keyword, "a list of strings", reader);
  }
  return found;
}

/** The id of the schema that a `$ref` points to, which has a name from now on. `undefined` where it is no pointer of ours. */
export function schemaId(ref: Json, reader: Reader): SchemaId | undefined {
  if (typeof ref !== "string" || !(ref === "#" || ref.startsWith("#/"))) return undefined;
  const id = ref.slice(1);
  reader.referenced.add(id);
  return id;
}
