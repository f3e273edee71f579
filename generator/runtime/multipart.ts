import { ArgumentError } from "./errors.js";
import { isStyled, stylePairs } from "./form-style.js";
import { writePart } from "./multipart-part.js";
import type { PartEncoding } from "./multipart-part.js";
import type { Part } from "./operation.js";
import { entriesOf, itemsOf } from "./spread.js";

/**
 * A multipart body: every property is a part, and so is every item of a list. Text and numbers are plain parts, objects are JSON, and
 * a `Blob`, a `File` or other bytes are files. A body that is itself a list has parts without names (OAS 3.2): their encoding goes by
 * their position, or else by `*`. It is put together here because `FormData` takes JSON for a file, and headers not at all.
 */
export function multipartBody(encoding: MultipartEncoding = {}, mediaType = "multipart/form-data"): Part {
  return ({ request }, args) => {
    const { body } = args;
    if (body === undefined) return;
    const blob = multipart(body, encoding, mediaType);
    Object.assign(request, { body: blob });
    request.headers["content-type"] = blob.type;
  };
}

/** How the parts are written, by the name of the property. Without an entry the value decides. */
export type MultipartEncoding = { readonly [property: string]: PartEncoding & { readonly encoding?: MultipartEncoding } };

function multipart(body: unknown, encoding: MultipartEncoding, mediaType: string): Blob {
  if (typeof body !== "object" || body === null) throw new ArgumentError("body", body);
  const rows = new Map(Object.entries(encoding));
  const isList = Array.isArray(body);
  const parts = entriesOf(body).flatMap(([key, value]) => writeProperty(isList ? null : key, value, rows.get(key) ?? rows.get("*") ?? {}));
  const boundary = Array.from({ length: 4 }, () => Math.random().toString(36).slice(2)).join("");
  const lines = parts.flatMap((part) => [`--${boundary}\r\n`, ...part, "\r\n"]);
  return new Blob([...lines, `--${boundary}--\r\n`], { type: `${mediaType}; boundary=${boundary}` });
}

function writeProperty(name: string | null, value: unknown, row: MultipartEncoding[string]): (string | Blob)[][] {
  // OAS "Encoding Object": no percent-encoding here.
  if (name !== null && isStyled(row)) return stylePairs(name, value, row).map(([key, items]) => writePart(key, items.join(delimiters[row.style ?? "form"]), {}));
  const { encoding, contentType = "" } = row;
  const nested = (item: unknown) => (contentType.startsWith("multipart/") ? multipart(item, encoding ?? {}, contentType) : item);
  // A list is a part for each item. In a list, or where parts are lists, it is one value.
  const items = name !== null && !contentType.startsWith("multipart/") ? itemsOf(value) : [value];
  return items.map((item) => writePart(name, nested(item), row));
}

const delimiters = { form: ",", deepObject: ",", spaceDelimited: " ", pipeDelimited: "|" };
