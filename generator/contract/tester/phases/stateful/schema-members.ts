import type { Api } from "../../../../model/api.ts";
import { schemaById } from "../../../../model/lookup.ts";
import type { Schema, SchemaId } from "../../../../model/schema.ts";

export type Schemas = ReadonlyMap<SchemaId, Schema>;

/** The schemas of an Api by their ids. */
export function schemasOf(api: Api): Schemas {
  const known = prepared.get(api) ?? schemaById(api);
  prepared.set(api, known);
  return known;
}

const prepared = new WeakMap<Api, Schemas>();

/** What a schema says of a member, in whichever of its parts: those behind `$ref`, and every branch of a union. */
export function membersNamed(schemas: Schemas, schema: Schema | undefined, name: string): Schema[] {
  return partsOf(schemas, schema).flatMap(({ properties = [] }) => properties.filter((property) => property.name === name).map((property) => property.schema));
}

/** A schema, what it refers to, and what it is put together of. */
export function partsOf(schemas: Schemas, schema: Schema | undefined): readonly Schema[] {
  if (schema === undefined) return [];
  const ofSchemas = known.get(schemas) ?? new WeakMap<Schema, readonly Schema[]>();
  known.set(schemas, ofSchemas);
  const parts = ofSchemas.get(schema) ?? findParts(schemas, schema);
  ofSchemas.set(schema, parts);
  return parts;
}

const known = new WeakMap<Schemas, WeakMap<Schema, readonly Schema[]>>();

function findParts(schemas: Schemas, schema: Schema): readonly Schema[] {
  const parts = new Set<Schema>();
  const work = [schema];
  for (let part = work.pop(); part !== undefined && parts.size < 200; part = work.pop()) {
    if (parts.has(part)) continue;
    parts.add(part);
    const target = part.ref === undefined ? undefined : schemas.get(part.ref);
    work.push(...[target, part.then, part.else, ...(part.allOf ?? []), ...(part.oneOf ?? []), ...(part.anyOf ?? [])].filter((each) => each !== undefined));
  }
  return [...parts];
}

/** The schema of a successful answer in JSON, of an operation. */
export function answerSchema({ responses }: Api["operations"][number], status: number): Schema | undefined {
  const response = responses.find((each) => each.status === String(status)) ?? responses.find((each) => /^2xx$/i.test(each.status));
  return response?.content.find(({ name }) => /[/+]json\b/i.test(name))?.schema;
}
