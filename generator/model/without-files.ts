import type { Property, Schema, SchemaId } from "./schema.ts";

type Schemas = ReadonlyMap<SchemaId, Schema>;

/** Whether a property of a form is a file: 3.0 says `format: binary`, 3.1 `contentMediaType` without an encoding of it in text. */
export function isFile(schema: Schema, schemas: Schemas): boolean {
  const { types, format, contentMediaType, contentEncoding } = target(schema, schemas);
  if (contentEncoding !== undefined || (types !== undefined && !types.includes("string"))) return false;
  return format === "binary" || (contentMediaType !== undefined && !/json|^text\//i.test(contentMediaType));
}

/** The schema of a form that may hold anything where it has files: a program has them as `Blob`s, of which a schema of texts says nothing. */
export function withoutFiles(schema: Schema, schemas: Schemas, hops = 0): Schema {
  if (hops > 16 || !hasFiles(schema, schemas, hops)) return schema;
  const { ref, ...rest } = schema;
  const own: Schema = {
    ...rest,
    ...(rest.properties !== undefined && { properties: rest.properties.map((property) => anyFile(property, schemas)) }),
    ...(rest.allOf !== undefined && { allOf: rest.allOf.map((member) => withoutFiles(member, schemas, hops + 1)) }),
  };
  const referred = ref === undefined ? undefined : schemas.get(ref);
  if (referred === undefined) return own;
  return { ...own, allOf: [withoutFiles(referred, schemas, hops + 1), ...(own.allOf ?? [])] };
}

function hasFiles({ properties = [], allOf = [], ref }: Schema, schemas: Schemas, hops: number): boolean {
  if (hops > 16) return false;
  const referred = ref === undefined ? undefined : schemas.get(ref);
  return properties.some(({ schema }) => isFile(schema, schemas) || isFileList(schema, schemas))
    || allOf.some((member) => hasFiles(member, schemas, hops + 1))
    || (referred !== undefined && hasFiles(referred, schemas, hops + 1));
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
