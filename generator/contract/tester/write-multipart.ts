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
import type { WrittenBody } from "./written-body.ts";

/**
 * A body of `multipart/form-data` (RFC 7578, OAS "Encoding Object"), as generated clients write it, but with a boundary that only the
 * value decides, so that it is the same bytes every time. A property that is bytes is a file with the bytes of a text.
 */
export function writeMultipart(value: Json, { mediaType, shape }: ContentContract<Schema>, encodings: readonly Encoding[]): WrittenBody {
  if (!isObject(value)) throw new ArgumentError("body", value);
  const rows = new Map(Object.entries(formEncoding(encodings)));
  const parts = entriesOf(value).flatMap(([name, member]) => writeProperty(name, member, rows.get(name) ?? {}, shape?.properties?.[name]));
  const boundary = boundaryFor(parts.join(""));
  const text = `${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join("")}--${boundary}--\r\n`;
  return { contentType: `${mediaType}; boundary=${boundary}`, bytes: new TextEncoder().encode(text) };
}

function writeProperty(name: string, value: unknown, row: PartEncoding, shape: Shape | undefined): string[] {
  if (isStyled(row)) return stylePairs(name, value, row).map(([key, items]) => partOf(key, items.join(delimiters[row.style ?? "form"]), {}));
  if (row.contentType?.startsWith("multipart/")) throw new ArgumentError(name, value);
  const isFile = shape?.binary === true || shape?.items?.binary === true;
  return itemsOf(value).map((item) => partOf(name, isFile ? fileOf(name, item, row.contentType) : item, row));
}

function fileOf(name: string, item: unknown, contentType = "application/octet-stream"): FormPart {
  const [first = ""] = contentType.split(",");
  return new FormPart(item, { contentType: first.includes("*") ? "application/octet-stream" : first.trim(), fileName: `${name.replace(/\W+/g, "-")}.bin` });
}

function partOf(name: string | null, value: unknown, row: PartEncoding): string {
  return writePart(emptyDraft(""), name, value, row).map((piece) => {
    if (typeof piece !== "string") throw new ArgumentError(name ?? "body", value);
    return piece;
  }).join("");
}

const delimiters = { form: ",", deepObject: ",", spaceDelimited: " ", pipeDelimited: "|" };

/** RFC 2046 §5.1.1: no part may have it. */
function boundaryFor(content: string): string {
  for (let number = 0; ; number++) {
    const boundary = `boundary-${number}`;
    if (!content.includes(boundary)) return boundary;
  }
}
