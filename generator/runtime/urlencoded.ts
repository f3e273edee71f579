import { contentText } from "./content-text.js";
import { encodeReserved } from "./encode-reserved.js";
import { ArgumentError } from "./errors.js";
import { encodeValue } from "./expand.js";
import { isStyled, stylePairs } from "./form-style.js";
import type { FormStyle } from "./form-style.js";
import type { Part } from "./operation.js";
import { entriesOf, itemsOf, join } from "./spread.js";

/** How the properties of a form are written, by name. Without an entry the value decides: an object is JSON, a list its items. */
export type FormEncoding = { readonly [property: string]: FormStyle & { readonly contentType?: string } };

/** A body of `application/x-www-form-urlencoded`. */
export function urlencodedBody(encoding: FormEncoding = {}): Part {
  return ({ request }, args) => {
    const { body } = args;
    if (body === undefined) return;
    request.body = encodeForm("body", body, encoding);
    request.headers["content-type"] = "application/x-www-form-urlencoded";
  };
}

/** `name=Ann+Lee&tag=a&tag=b`: the properties of an object as a form. `argument` is what an error names. */
export function encodeForm(argument: string, form: unknown, encoding: FormEncoding = {}): string {
  if (typeof form !== "object" || form === null) throw new ArgumentError(argument, form);
  const rows = new Map(Object.entries(encoding));
  return entriesOf(form).map(([name, value]) => encodeProperty(name, value, rows.get(name) ?? {})).filter(Boolean).join("&");
}

function encodeProperty(name: string, value: unknown, row: FormEncoding[string]): string {
  if (isStyled(row)) return join(stylePairs(name, value, row), "&", row.allowReserved ? encodeReserved : encodeValue, delimiters[row.style ?? "form"]);
  // OAS "Encoding the x-www-form-urlencoded Media Type": as WHATWG URL has it, with "+" for a space.
  return String(new URLSearchParams(itemsOf(value).map((item) => [name, formText(name, item, row.contentType)])));
}

/** Bytes have no text here but base64, which is for the caller to make. */
function formText(name: string, item: unknown, contentType?: string): string {
  if (item instanceof Blob || item instanceof ArrayBuffer || ArrayBuffer.isView(item)) throw new ArgumentError(name, item);
  return contentText(name, item, contentType);
}

const delimiters = { form: ",", deepObject: ",", spaceDelimited: "%20", pipeDelimited: "%7C" };
