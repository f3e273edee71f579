import { isObject, type Json } from "../../json.ts";
import type { Encoding } from "../../model/api.ts";
import type { Schema } from "../../model/schema.ts";
import { ArgumentError } from "../../runtime/errors.ts";
import { FormPart } from "../../runtime/form-part.ts";
import { isStyled, stylePairs } from "../../runtime/form-style.ts";
import { type PartEncoding, writePart } from "../../runtime/multipart-part.ts";
import type { ContentContract, Shape } from "../../runtime/server/contract.ts";
import { entriesOf, itemsOf } from "../../runtime/spread.ts";
import { formEncoding } from "../../samples/parameter-part.ts";
import { emptyDraft } from "./empty-draft.ts";
import { sampleFile } from "./sample-file.ts";
import type { WrittenBody } from "./written-body.ts";

/**
 * A body of `multipart/form-data` (RFC 7578, OAS "Encoding Object"), as generated clients write it, but with a boundary that only the
 * value decides, so that it is the same bytes every time. A property that is bytes is a file: one of its media type, or else the bytes of a text.
 */
export function writeMultipart(value: Json, { mediaType, shape }: ContentContract<Schema>, encodings: readonly Encoding[]): WrittenBody {
  if (!isObject(value)) throw new ArgumentError("body", value);
  const rows = new Map(Object.entries(formEncoding(encodings)));
  const parts = entriesOf(value).flatMap(([name, member]) => writeProperty(name, member, rows.get(name) ?? {}, shape?.properties?.[name]));
  const boundary = boundaryFor(parts);
  const between = (text: string) => Buffer.from(`${text}--${boundary}`);
  const pieces = parts.flatMap((part, index) => [between(index === 0 ? "" : "\r\n"), Buffer.from("\r\n"), part]);
  return { contentType: `${mediaType}; boundary=${boundary}`, bytes: new Uint8Array(Buffer.concat([...pieces, between(parts.length === 0 ? "" : "\r\n"), Buffer.from("--\r\n")])) };
}

function writeProperty(name: string, value: unknown, row: PartEncoding, shape: Shape | undefined): Buffer[] {
  if (isStyled(row)) return stylePairs(name, value, row).map(([key, items]) => partOf(key, items.join(delimiters[row.style ?? "form"]), {}));
  if (row.contentType?.startsWith("multipart/")) throw new ArgumentError(name, value);
  // OAS 3.1 "Considerations for File Uploads": of bytes there may be nothing but their media type.
  const isFile = shape?.binary === true || shape?.items?.binary === true || (row.contentType !== undefined && sampleFile(row.contentType.split(",", 1).join("")) !== undefined);
  return itemsOf(value).map((item) => (isFile ? filePart(name, item, row) : partOf(name, item, row)));
}

function filePart(name: string, item: unknown, row: PartEncoding): Buffer {
  const [first = ""] = (row.contentType ?? "application/octet-stream").split(",");
  const contentType = first.includes("*") ? "application/octet-stream" : first.trim();
  const file = item === "" ? undefined : sampleFile(contentType);
  const details = { contentType, fileName: `${name.replace(/\W+/g, "-")}.${file?.extension ?? "bin"}` };
  return file === undefined ? partOf(name, new FormPart(item, details), row) : Buffer.concat([partOf(name, new FormPart("", details), row), file.bytes]);
}

function partOf(name: string | null, value: unknown, row: PartEncoding): Buffer {
  return Buffer.from(writePart(emptyDraft(""), name, value, row).map((piece) => {
    if (typeof piece !== "string") throw new ArgumentError(name ?? "body", value);
    return piece;
  }).join(""));
}

const delimiters = { form: ",", deepObject: ",", spaceDelimited: " ", pipeDelimited: "|" };

/** RFC 2046 §5.1.1: no part may have it. */
function boundaryFor(parts: readonly Buffer[]): string {
  for (let number = 0; ; number++) {
    const boundary = `boundary-${number}`;
    if (!parts.some((part) => part.includes(boundary))) return boundary;
  }
}
