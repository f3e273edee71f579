import { decodePercent } from "./decode-text.js";
import { decodeUtf8 } from "./decode-utf8.js";
import { Unreadable } from "./unreadable.js";

/** What a part of a form says about itself. */
export type PartHeaders = { readonly name: string; readonly fileName: string | undefined; readonly type: string };

/**
 * The headers of a part (RFC 7578 §4): its name and file name, in UTF-8, and its media type. Quotes and line breaks in a name are
 * `%22`, `%0D` and `%0A` (HTML, "multipart/form-data encoding algorithm"); a backslash before a quote is understood as well, and so is
 * `filename*` (RFC 5987), which is of more use to others than its absence. A part in a transfer encoding is refused (RFC 7578 §4.7).
 */
export function partHeaders(bytes: Uint8Array): PartHeaders | Unreadable {
  const text = decodeUtf8(bytes);
  if (text === undefined) return new Unreadable("encoding", "must have headers of parts in UTF-8");
  const headers = new Map(text.split("\r\n").map((line) => {
    const colon = line.indexOf(":");
    return [line.slice(0, Math.max(colon, 0)).trim().toLowerCase(), line.slice(colon + 1).trim()];
  }));
  const transfer = headers.get("content-transfer-encoding")?.toLowerCase() ?? "binary";
  if (!["7bit", "8bit", "binary"].includes(transfer)) return new Unreadable("content", "must have no part with a Content-Transfer-Encoding");
  const disposition = parametersOf(headers.get("content-disposition") ?? "");
  const name = disposition.get("name");
  if (name === undefined) return new Unreadable("content", "must have no part without a name");
  const extended = disposition.get("filename*");
  return { name, fileName: (extended && extendedValue(extended)) ?? disposition.get("filename"), type: headers.get("content-type") ?? "" };
}

/**
 * `form-data; name="a"; filename=b`: the parameters by their names. The first of a name counts. Browsers escape no backslash, so that one
 * before a quote escapes that only if the text goes on until another quote ends it.
 */
function parametersOf(header: string): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const [, name = "", escaped, quoted = escaped, token = ""] of header.matchAll(parameter)) {
    const value = quoted === undefined ? token : quoted.replaceAll('\\"', '"').replace(/%(22|0D|0A)/gi, decodeURIComponent);
    if (!parameters.has(name.toLowerCase())) parameters.set(name.toLowerCase(), value);
  }
  return parameters;
}

const parameter = /;\s*([^\s=;"]{1,64})=(?:"((?:[^"\\]|\\.)*)"(?=\s*(?:;|$))|"([^"]*)"|([^\s;"]*))/g;

/** RFC 8187 §3.2.1: `UTF-8'en'%E2%82%AC`. Of another charset nothing is known. */
function extendedValue(text: string): string | undefined {
  const [, encoded] = /^utf-8'[^']*'(.*)$/i.exec(text) ?? [];
  return encoded === undefined ? undefined : decodePercent(encoded);
}
