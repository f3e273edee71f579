import type { Json } from "../json.ts";
import type { Parameter } from "../model/api.ts";
import type { Schema, SchemaId } from "../model/schema.ts";
import { sampleValue } from "./sample-value.ts";
import { wellFormed } from "./well-formed.ts";

/** The value that samples give a parameter: its own example, else one of its schema. */
export function parameterValue({ name, examples, schema, content }: Parameter, schemas: ReadonlyMap<SchemaId, Schema>): Json {
  const given = [...examples, ...(content?.examples ?? [])].find(({ value }) => value !== undefined)?.value;
  if (given !== undefined) return wellFormed(given.value);
  const described = schema ?? content?.schema;
  return wellFormed((described === undefined ? undefined : sampleValue(described, schemas, name)) ?? name);
}
