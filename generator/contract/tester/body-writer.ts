import type { Json } from "../../json.ts";
import type { Encoding, MediaType } from "../../model/api.ts";
import type { Schema } from "../../model/schema.ts";
import { contentText } from "../../runtime/content-text.ts";
import { ArgumentError } from "../../runtime/errors.ts";
import type { ContentContract } from "../../runtime/server/contract.ts";
import { encodeForm } from "../../runtime/urlencoded.ts";
import { formEncoding } from "../../samples/parameter-part.ts";
import type { BodyValue, RequestValues } from "./case.ts";
import { emptyDraft } from "./empty-draft.ts";
import { sampleFile } from "./sample-file.ts";
import { writeMultipart } from "./write-multipart.ts";
import type { WrittenBody } from "./written-body.ts";

/**
 * Writes bodies of an operation from values: JSON, forms with their encodings, lines, text, and bytes, which are those of a file, or of a
 * text in UTF-8. Throws an `ArgumentError` where a media type cannot hold the value.
 */
export function bodyWriter(contents: readonly ContentContract<Schema>[], described: readonly MediaType[]): (body: NonNullable<RequestValues["body"]>) => WrittenBody {
  return ({ mediaType, value, contentTypes = {} }) => {
    const content = contents.find((each) => each.mediaType === mediaType);
    if (content === undefined) throw new ArgumentError("mediaType", mediaType);
    return write(content, described.find(({ name }) => name === mediaType), { value, contentTypes });
  };
}

function write(content: ContentContract<Schema>, described: MediaType | undefined, { value, contentTypes }: Pick<Required<BodyValue>, "value" | "contentTypes">): WrittenBody {
  const { kind, mediaType } = content;
  const draft = emptyDraft("");
  switch (kind) {
    case "json":
      return encoded(concreteType(mediaType, "application/json"), JSON.stringify(value));
    case "urlencoded":
      return encoded(mediaType, encodeForm(draft, "body", value, formEncoding(described?.encoding ?? [])));
    case "multipart":
      return writeMultipart(value, content, withTypes(described?.encoding ?? [], contentTypes));
    case "lines":
      return encoded(concreteType(mediaType, "application/jsonl"), lines(mediaType, value));
    case "text": case "events":
      return encoded(concreteType(mediaType, "text/plain"), contentText(draft, "body", value, mediaType));
    case "binary":
      if (typeof value !== "string") throw new ArgumentError("body", value);
      return fileOf(concreteType(mediaType, "application/octet-stream"), value);
    default:
      return kind satisfies never;
  }
}

/** Encodings, of which some have another media type than their first one. */
function withTypes(encodings: readonly Encoding[], contentTypes: NonNullable<BodyValue["contentTypes"]>): Encoding[] {
  return encodings.map((encoding) => {
    const contentType = encoding.property === undefined || !Object.hasOwn(contentTypes, encoding.property) ? undefined : contentTypes[encoding.property];
    return contentType === undefined ? encoding : { ...encoding, contentType };
  });
}

/** A stream of JSON in text sequences has a separator before each item (RFC 7464). */
function lines(mediaType: string, value: Json): string {
  const before = /json-seq/i.test(mediaType) ? "\x1e" : "";
  return (Array.isArray(value) ? value : [value]).map((item) => `${before}${JSON.stringify(item)}\n`).join("");
}

/** One media type of a range: `image/png` of `image/*`. */
function concreteType(mediaType: string, standard: string): string {
  if (!mediaType.includes("*")) return mediaType;
  const [type = "", subtype = ""] = mediaType.toLowerCase().split("/");
  if (type === "*" || type === "application") return subtype.endsWith("+json") ? `application/example+json` : standard;
  return { image: "image/png", text: "text/plain", audio: "audio/mpeg", video: "video/mp4", font: "font/woff2" }[type] ?? standard;
}

/** A file of its media type; of what we cannot write, the bytes of a text. */
function fileOf(contentType: string, text: string): WrittenBody {
  const file = sampleFile(contentType);
  return file === undefined || text === "" ? encoded(contentType, text) : { contentType, bytes: file.bytes };
}

function encoded(contentType: string, text: string): WrittenBody {
  return { contentType, bytes: new TextEncoder().encode(text) };
}
