import type { Json } from "../json.ts";
import { type Sampler, samplerOf } from "../model/sample/sampler.ts";
import type { Schema, SchemaId } from "../model/schema.ts";

type Schemas = ReadonlyMap<SchemaId, Schema>;

/**
 * A value that somebody could send: the schema's own example or default, else one made from its keywords. Of an object that is what it
 * requires, and what its author gave an example of. `undefined` where there is none.
 */
export function sampleValue(schema: Schema, schemas: Schemas, name = "value"): Json | undefined {
  const sampler = samplers.get(schemas) ?? samplerOf(schemas, "request");
  samplers.set(schemas, sampler);
  return sampler(schema, { name, fill: "required" });
}

const samplers = new WeakMap<Schemas, Sampler>();
