import type { MediaType } from "./api.ts";
import { findProperty } from "./find-property.ts";
import type { Property, Schema, SchemaId } from "./schema.ts";
import { valueKindsOf } from "./value-kinds.ts";

type Schemas = ReadonlyMap<SchemaId, Schema>;

/** Whether the data of events is JSON: `itemSchema` describes the event, its `data` by `contentSchema`, or it describes the data itself. */
export function isJsonEvents({ itemSchema }: MediaType, schemas: Schemas): boolean {
  if (itemSchema === undefined) return false;
  const data = dataSchemas(itemSchema, schemas);
  if (data.length > 0) return data.every(({ contentSchema, contentMediaType = "" }) => contentSchema !== undefined || /json/i.test(contentMediaType));
  const { object, list } = valueKindsOf(itemSchema, schemas);
  return object || list;
}

/** The schemas of `data` in an event, or in each kind of event. */
export function dataSchemas(itemSchema: Schema, schemas: Schemas): Schema[] {
  const own = findProperty(schemas, [itemSchema], "data");
  if (own !== undefined) return [own.schema];
  const found = kindsOf(itemSchema, schemas).map((kind) => findProperty(schemas, [kind], "data"));
  return found.flatMap((property) => (property === undefined ? [] : [property.schema]));
}

/** The schema of an event as programs have it, `{ data, event, id }`, where the data is JSON: it is a value there, not its text. */
export function eventSchema({ itemSchema }: MediaType, schemas: Schemas): Schema | undefined {
  if (itemSchema === undefined) return undefined;
  if (dataSchemas(itemSchema, schemas).length === 0) {
    return { at: itemSchema.at, types: ["object"], properties: [{ name: "data", schema: itemSchema }], required: ["data"] };
  }
  if (findProperty(schemas, [itemSchema], "data") !== undefined) return withParsedData(itemSchema, schemas);
  return { at: itemSchema.at, anyOf: kindsOf(itemSchema, schemas).map((kind) => withParsedData(kind, schemas)) };
}

function kindsOf(itemSchema: Schema, schemas: Schemas): Schema[] {
  const target = itemSchema.ref === undefined ? itemSchema : schemas.get(itemSchema.ref);
  return target?.oneOf ?? target?.anyOf ?? [];
}

/** An event as one object; what it refers to and is made of is written out, since that says what the text of its data is. */
function withParsedData(event: Schema, schemas: Schemas): Schema {
  const parts = partsOf(event, schemas);
  const properties = new Map(parts.flatMap((part) => part.properties ?? []).map((property) => [property.name, parsed(property)]));
  const required = [...new Set(parts.flatMap((part) => part.required ?? []))];
  return { at: event.at, types: ["object"], properties: [...properties.values()], required };
}

function partsOf(start: Schema, schemas: Schemas): Schema[] {
  const parts = new Set([start]);
  for (const { ref, allOf = [] } of parts) {
    const target = ref === undefined ? undefined : schemas.get(ref);
    for (const part of [...(target === undefined ? [] : [target]), ...allOf]) parts.add(part);
  }
  return [...parts];
}

function parsed({ name, schema }: Property): Property {
  if (name !== "data" || (schema.contentSchema === undefined && !/json/i.test(schema.contentMediaType ?? ""))) return { name, schema };
  return { name, schema: schema.contentSchema ?? { at: schema.at, boolean: true } };
}
