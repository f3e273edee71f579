import { holdingSchemas } from "./holding-schemas.ts";
import type { Property, Schema, SchemaId } from "./schema.ts";

type Schemas = ReadonlyMap<SchemaId, Schema>;

/** Whether a property of a form is a file: 3.0 says `format: binary`, 3.1 `contentMediaType` without an encoding of it in text. */
export function isFile(schema: Schema, schemas: Schemas): boolean {
  const { types, format, contentMediaType, contentEncoding } = target(schema, schemas);
  if (contentEncoding !== undefined || (types !== undefined && !types.includes("string"))) return false;
  return format === "binary" || (contentMediaType !== undefined && !/json|^text\//i.test(contentMediaType));
}

/** The schema of a form that may hold anything where it has files: a program has them as `Blob`s, of which a schema of texts says nothing. */
export function withoutFiles(schema: Schema, schemas: Schemas): Schema {
  return hasFiles(schema, schemas) ? written(schema, schemas, new Set()) : schema;
}

function written(schema: Schema, schemas: Schemas, seen: Set<Schema>): Schema {
  // What holds already says nothing new.
  if (seen.has(schema)) return { at: schema.at };
  seen.add(schema);
  if (!hasFiles(schema, schemas)) return schema;
  const { ref, ...rest } = schema;
  const own: Schema = {
    ...rest,
    ...(rest.properties !== undefined && { properties: rest.properties.map((property) => anyFile(property, schemas)) }),
    ...(rest.allOf !== undefined && { allOf: rest.allOf.map((member) => written(member, schemas, seen)) }),
  };
  const referred = ref === undefined ? undefined : schemas.get(ref);
  if (referred === undefined) return own;
  return { ...own, allOf: [written(referred, schemas, seen), ...(own.allOf ?? [])] };
}

function hasFiles(schema: Schema, schemas: Schemas): boolean {
  for (const { properties = [] } of holdingSchemas(schema, schemas)) {
    if (properties.some((property) => isFile(property.schema, schemas) || isFileList(property.schema, schemas))) return true;
  }
  return false;
}

function anyFile(property: Property, schemas: Schemas): Property {
  const { name, schema } = property;
  if (isFile(schema, schemas)) return { name, schema: { at: schema.at, boolean: true } };
  if (!isFileList(schema, schemas)) return property;
  const { items: _items, ...list } = target(schema, schemas);
  return { name, schema: list };
}

function isFileList(schema: Schema, schemas: Schemas): boolean {
  const { items } = target(schema, schemas);
  return items !== undefined && isFile(items, schemas);
}

function target(schema: Schema, schemas: Schemas): Schema {
  let found = schema;
  for (let hops = 0; found.ref !== undefined && hops < 8; hops++) found = schemas.get(found.ref) ?? { at: found.at };
  return found;
}
