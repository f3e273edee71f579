import type { Json } from "../json.ts";
import { escapePointer, isObject } from "../json.ts";
import type { Cursor } from "./cursor.ts";
import { completeUnion } from "./discriminator.ts";
import type { Reader } from "./reader.ts";
import type { Pointer, Schema } from "./schema.ts";
import { annotations } from "./schema-annotations.ts";
import { applicators } from "./schema-applicators.ts";
import { assertions } from "./schema-assertions.ts";

const keywords = new Map([...Object.entries(assertions), ...Object.entries(applicators(buildSchema)), ...Object.entries(annotations)]);

/**
 * The schema that stands at a place. Built once per place. What is no schema at all is reported and accepts everything.
 * This runs for every schema of a document, 150,000 times for a large one: hence the loop, and nothing that allocates.
 */
export function buildSchema(value: Json, at: Pointer, reader: Reader): Schema {
  if (typeof value === "boolean") return { at, boolean: value };
  if (!isObject(value)) {
    reader.ignored(at, "A schema must be an object, true or false; this one accepts everything.");
    return { at, boolean: true };
  }
  const known = reader.schemas.get(value);
  if (known !== undefined) return known;
  const schema: Schema = { at };
  reader.schemas.set(value, schema);
  for (const keyword of Object.keys(value)) {
    const operand = value[keyword];
    if (operand === undefined) continue;
    const set = keywords.get(keyword);
    if (set !== undefined) set(schema, operand, reader);
    else if (keyword.startsWith("x-")) (schema.extensions ??= []).push({ name: keyword, value: operand });
    else reader.unsupported(keyword, `${at}/${escapePointer(keyword)}`);
  }
  if (schema.discriminator !== undefined) completeUnion(schema, schema.discriminator);
  return schema;
}

/** The schema that is a member of an object: of a media type, a parameter, a header. */
export function buildMemberSchema(cursor: Cursor, key: string): Schema | undefined {
  const value = cursor.json(key);
  return value === undefined ? undefined : buildSchema(value, cursor.at(key), cursor.reader);
}
