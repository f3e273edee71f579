import type { ContentContract, ContentKind, EncodingContract } from "../runtime/server/contract.ts";
import type { Encoding, MediaType } from "./api.ts";
import { eventSchema, isJsonEvents } from "./event-data.ts";
import { isBinary } from "./is-binary.ts";
import { essenceOf, mediaKindOf } from "./media-kind.ts";
import type { Schema, SchemaId } from "./schema.ts";
import { shapeOf } from "./shape.ts";
import { valueKindsOf } from "./value-kinds.ts";
import { withoutFiles } from "./without-files.ts";

type Schemas = ReadonlyMap<SchemaId, Schema>;

/** How a body of this media type is read or written, and what it must be. */
export function contentContract(mediaType: MediaType, schemas: Schemas): ContentContract<Schema> {
  const kind = contentKind(mediaType, schemas);
  const check = checkedSchema(mediaType, kind, schemas);
  const isForm = kind === "urlencoded" || kind === "multipart";
  const encoding = isForm ? mediaType.encoding.flatMap(encodingMember) : [];
  return {
    mediaType: mediaType.name,
    kind,
    ...(kind === "events" && isJsonEvents(mediaType, schemas) && { json: true }),
    ...(check !== undefined && check.boolean !== true && { check }),
    ...(isForm && { shape: shapeOf(mediaType.schema, schemas) }),
    ...(encoding.length > 0 && { encoding: Object.fromEntries(encoding) }),
  };
}

/** What bodies of a media type are to programs. A range such as `*\/*` is what its schema says. */
export function contentKind(mediaType: MediaType, schemas: Schemas): ContentKind {
  const kind = mediaKindOf(mediaType);
  switch (kind) {
    case "multipart":
      return essenceOf(mediaType.name) === "multipart/form-data" ? kind : "binary";
    case "text":
      return isBinary(mediaType) ? "binary" : kind;
    case "any":
      return kindOfRange(mediaType, schemas);
    case "other":
      return "binary";
    default:
      return kind;
  }
}

function kindOfRange({ name, schema }: MediaType, schemas: Schemas): ContentKind {
  if (schema === undefined || schema.boolean !== undefined || schema.format === "binary" || !/^(\*|application)\//.test(name)) return "binary";
  const { scalars = [], ...structured } = shapeOf(schema, schemas);
  if (Object.keys(structured).length > 0 || scalars.some((scalar) => scalar !== "string")) return "json";
  return valueKindsOf(schema, schemas).list ? "binary" : "text";
}

/** The schema of the value that a program has; of a stream, that of each item. */
function checkedSchema(mediaType: MediaType, kind: ContentKind, schemas: Schemas): Schema | undefined {
  const { schema, itemSchema } = mediaType;
  switch (kind) {
    case "json":
      return schema ?? (itemSchema && { at: itemSchema.at, types: ["array"], items: itemSchema });
    case "urlencoded":
      return schema;
    case "multipart":
      return schema && withoutFiles(schema, schemas);
    case "lines":
      return itemSchema ?? schema?.items ?? schema;
    case "events":
      return eventSchema(mediaType, schemas);
    case "text":
      // A text whose schema is about a structure, such as XML, is not looked into.
      return shapeOf(schema, schemas).scalars?.includes("string") === true ? schema : undefined;
    case "binary":
      return undefined;
    default:
      return kind satisfies never;
  }
}

function encodingMember({ property, contentType, style, explode }: Encoding): [string, EncodingContract][] {
  const own: EncodingContract = {
    ...(contentType !== undefined && { contentType }),
    ...((style === "form" || style === "spaceDelimited" || style === "pipeDelimited" || style === "deepObject") && { style }),
    ...(explode !== undefined && { explode }),
  };
  return property === undefined || Object.keys(own).length === 0 ? [] : [[property, own]];
}
