import { contentText } from "./content-text.js";
import type { Draft } from "./draft.js";
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
  return (draft, args) => {
    const { body } = args;
    if (body === undefined) return;
    draft.request.body = encodeForm(draft, "body", body, encoding);
    draft.request.headers["content-type"] = "application/x-www-form-urlencoded";
  };
}

/** `name=Ann+Lee&tag=a&tag=b`: the properties of an object as a form. `argument` is what an error names. */
export function encodeForm(draft: Draft, argument: string, form: unknown, encoding: FormEncoding = {}): string {
  if (typeof form !== "object" || form === null) throw new ArgumentError(argument, form);
  const rows = new Map(Object.entries(encoding));
  return entriesOf(form).map(([name, value]) => encodeProperty(draft, name, value, rows.get(name) ?? {})).filter(Boolean).join("&");
}

function encodeProperty(draft: Draft, name: string, value: unknown, row: FormEncoding[string]): string {
  if (isStyled(row)) return join(stylePairs(name, value, row), "&", row.allowReserved ? encodeReserved : encodeValue, delimiters[row.style ?? "form"]);
  // OAS "Encoding the x-www-form-urlencoded Media Type": as WHATWG URL has it, with "+" for a space.
  return String(new URLSearchParams(itemsOf(value).map((item): [string, string] => [name, formText(draft, name, item, row.contentType)])));
}

/** Bytes have no text here but base64, which is for the caller to make. */
function formText(draft: Draft, name: string, item: unknown, contentType?: string): string {
  if (item instanceof Blob || item instanceof ArrayBuffer || ArrayBuffer.isView(item)) throw new ArgumentError(name, item);
  return contentText(draft, name, item, contentType);
}

const delimiters = { form: ",", deepObject: ",", spaceDelimited: "%20", pipeDelimited: "%7C" };
