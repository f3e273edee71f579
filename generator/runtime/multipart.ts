import type { Draft } from "./draft.js";
import { ArgumentError } from "./errors.js";
import { isStyled, stylePairs } from "./form-style.js";
import { isFile, writePart } from "./multipart-part.js";
import type { PartEncoding } from "./multipart-part.js";
import type { Part } from "./operation.js";
import { entriesOf, itemsOf } from "./spread.js";

/**
 * A multipart body: every property is a part, and so is every item of a list. Text and numbers are plain parts, objects are JSON, and
 * a `Blob`, a `File` or other bytes are files. A body that is itself a list has parts without names (OAS 3.2): their encoding goes by
 * their position, or else by `*`. It is put together here because `FormData` takes JSON for a file, and headers not at all.
 */
export function multipartBody(encoding: MultipartEncoding = {}, mediaType = "multipart/form-data"): Part {
  return (draft, args) => {
    const { body } = args;
    if (body === undefined) return;
    const blob = multipart(draft, body, encoding, mediaType);
    Object.assign(draft.request, { body: blob });
    draft.request.headers["content-type"] = blob.type;
  };
}

/** How the parts are written, by the name of the property. Without an entry the value decides. */
export type MultipartEncoding = { readonly [property: string]: PartEncoding & { readonly encoding?: MultipartEncoding } };

function multipart(draft: Draft, body: unknown, encoding: MultipartEncoding, mediaType: string): Blob {
  if (typeof body !== "object" || body === null) throw new ArgumentError("body", body);
  const rows = new Map(Object.entries(encoding));
  const isList = Array.isArray(body);
  const parts = entriesOf(body).flatMap(([key, value]) => writeProperty(draft, isList ? null : key, value, rows.get(key) ?? rows.get("*") ?? {}));
  const boundary = Array.from({ length: 4 }, () => Math.random().toString(36).slice(2)).join("");
  const lines = parts.flatMap((part) => [`--${boundary}\r\n`, ...part, "\r\n"]);
  return new Blob([...lines, `--${boundary}--\r\n`], { type: `${mediaType}; boundary=${boundary}` });
}

function writeProperty(draft: Draft, name: string | null, value: unknown, row: MultipartEncoding[string]): (string | Blob)[][] {
  // OAS "Encoding Object": no percent-encoding here.
  if (name !== null && isStyled(row) && !itemsOf(value).some(isFile)) {
    return stylePairs(name, value, row).map(([key, items]) => writePart(draft, key, items.join(delimiters[row.style ?? "form"]), {}));
  }
  const { encoding = {}, contentType = "" } = row;
  if (contentType.startsWith("multipart/")) return [writePart(draft, name, multipart(draft, value, encoding, contentType), row)];
  // By name, a list is a part for each item; by position it is one value.
  return (name === null ? [value] : itemsOf(value)).map((item) => writePart(draft, name, item, row));
}

const delimiters = { form: ",", deepObject: ",", spaceDelimited: " ", pipeDelimited: "|" };
