import { isObject, type Json, type JsonObject } from "../json.ts";
import type { MediaType, RequestBody } from "../model/api.ts";
import { contentKind } from "../model/content-contract.ts";
import { findProperty } from "../model/find-property.ts";
import { isBinary } from "../model/is-binary.ts";
import { essenceOf, mediaKindOf } from "../model/media-kind.ts";
import type { Schema, SchemaId } from "../model/schema.ts";
import type { Draft } from "../runtime/draft.ts";
import { encodeForm } from "../runtime/urlencoded.ts";
import { formEncoding } from "./parameter-part.ts";
import type { SampleBody, SamplePart } from "./sample-request.ts";
import { sampleValue } from "./sample-value.ts";
import { sendable } from "./sendable.ts";
import { wellFormed } from "./well-formed.ts";

type Schemas = ReadonlyMap<SchemaId, Schema>;

/** The body that samples send: of the media type that the client takes by itself, which is JSON where there is some. */
export function sampleBody(body: RequestBody | undefined, schemas: Schemas, draft: Draft): SampleBody | undefined {
  const content = body?.content ?? [];
  const mediaType = content.find((one) => mediaKindOf(one) === "json") ?? content[0];
  return mediaType === undefined ? undefined : bodyOf(mediaType, schemas, draft);
}

function bodyOf(mediaType: MediaType, schemas: Schemas, draft: Draft): SampleBody {
  const name = concrete(mediaType.name);
  const made = valueOf(mediaType, schemas);
  const value = made === undefined ? undefined : wellFormed(made);
  const kind = mediaKindOf(mediaType);
  if (kind === "any" && contentKind(mediaType, schemas) === "json") return { kind: "json", mediaType: "application/json", value: value ?? {} };
  switch (kind) {
    case "json":
      return { kind: "json", mediaType: name, value: value ?? {} };
    case "urlencoded":
      return urlencoded(mediaType, value, draft);
    case "multipart":
      return essenceOf(name) === "multipart/form-data" && isObject(value) ? { kind: "multipart", mediaType: name, parts: partsOf(mediaType, value, schemas) } : fileOf(name);
    case "lines":
      return { kind: "text", mediaType: name, value: value ?? [], text: lines(name, value ?? []) };
    default:
      return typeof value === "string" && !isBinary(mediaType) && !isMadeUp(mediaType) ? { kind: "text", mediaType: name, text: value, value } : fileOf(name);
  }
}

/** A media type for a range of them: `image/png` for `image/*`. */
function concrete(name: string): string {
  if (!name.includes("*")) return name;
  const [type = ""] = name.split("/");
  return { image: "image/png", text: "text/plain", audio: "audio/mpeg", video: "video/mp4" }[type.toLowerCase()] ?? "application/octet-stream";
}

function valueOf({ examples, schema, itemSchema }: MediaType, schemas: Schemas): Json | undefined {
  const given = examples.find(({ value }) => value !== undefined)?.value?.value ?? examples.find(({ serialized }) => serialized !== undefined)?.serialized;
  if (given !== undefined) return given;
  if (schema !== undefined) return sampleValue(schema, schemas, "text");
  const item = itemSchema === undefined ? undefined : sampleValue(itemSchema, schemas);
  return item === undefined ? undefined : [item];
}

/** Whether a text has a format of its own that a schema does not tell, so that no text can be made from it: XML, YAML, CSV. */
function isMadeUp({ name, examples }: MediaType): boolean {
  return examples.length === 0 && essenceOf(name) !== "text/plain";
}

function urlencoded(mediaType: MediaType, value: Json | undefined, draft: Draft): SampleBody {
  const form = isObject(value) ? value : {};
  const written = (members: JsonObject): SampleBody => (
    { kind: "text", mediaType: "application/x-www-form-urlencoded", value: members, text: encodeForm(draft, "body", members, formEncoding(mediaType.encoding)) }
  );
  // What its style cannot write is left out: an example may be anything.
  return sendable(() => written(form)) ?? sendable(() => written(Object.fromEntries(Object.entries(form).filter(([, member]) => typeof member !== "object")))) ?? written({});
}

function lines(mediaType: string, value: Json): string {
  const before = mediaType.startsWith("application/json-seq") ? "\x1e" : "";
  return (Array.isArray(value) ? value : [value]).map((item) => `${before}${JSON.stringify(item)}\n`).join("");
}

function fileOf(mediaType: string): SampleBody {
  return { kind: "file", mediaType, fileName: `body.${extensionOf(mediaType)}` };
}

/** A part for each property; of a list, for its first item. */
function partsOf({ schema, encoding }: MediaType, value: { [name: string]: Json }, schemas: Schemas): SamplePart[] {
  return Object.entries(value).flatMap(([name, member]): SamplePart[] => {
    const property = schema && findProperty(schemas, [schema], name)?.schema;
    const contentType = encoding.find((one) => one.property === name)?.contentType?.split(",", 1)[0]?.trim();
    const item = Array.isArray(member) ? member[0] : member;
    if (item === undefined || item === null) return [];
    if (property !== undefined && isFile(property, schemas)) {
      const type = concrete(contentType ?? "application/octet-stream");
      return [{ name, contentType: type, fileName: `${name.replace(/[^A-Za-z0-9_-]+/g, "-").slice(0, 40)}.${extensionOf(type)}` }];
    }
    const type = contentType ?? (typeof item === "object" ? "application/json" : undefined);
    return [{ name, value: item, ...(type !== undefined && { contentType: type }) }];
  });
}

/** A property that is bytes: `format: binary` of 3.0, or a string of another media type without an encoding (OAS "Considerations for File Uploads"). */
function isFile(schema: Schema, schemas: Schemas, hops = 0): boolean {
  const { format, contentMediaType, contentEncoding, ref, items, allOf = [] } = schema;
  if (format === "binary" || (contentMediaType !== undefined && contentEncoding === undefined)) return true;
  const target = ref === undefined ? undefined : schemas.get(ref);
  const inside = [target, items, ...allOf].filter((one) => one !== undefined);
  return hops < 4 && inside.some((one) => isFile(one, schemas, hops + 1));
}

function extensionOf(mediaType: string): string {
  const [, subtype = ""] = essenceOf(mediaType).split("/");
  const name = /^[a-z0-9]{1,5}$/.exec(subtype.replace(/^.*\+|^x-/, ""))?.[0];
  return name === undefined ? "bin" : { plain: "txt", mpeg: "mp3", jpeg: "jpg" }[name] ?? name;
}
