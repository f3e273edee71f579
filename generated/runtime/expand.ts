import { ArgumentError } from "./errors.js";
import type { Arguments } from "./operation.js";

/**
 * Fills the URI Template of a route (RFC 6570): `{ids}` is OpenAPI's style simple, `{?ids,tag*}` is form, `{&ids}` the same
 * behind a `?`, and `*` is explode. A `!`
 * behind a name: it must be given. In a path every value must be, and may not be one that a URL would drop; there, each stands alone.
 * `texts` are values that are encoded already; objects are always among them.
 */
export function expand(template: string, args: Arguments, texts: { readonly [name: string]: string }): string {
  return template.replace(/{([?&]?)(.*?)}/g, (_, query: string, names: string) => {
    const parts: string[] = [];
    for (const [, encoded = "", explode, required] of names.matchAll(/([^,*!]+)(\*?)(!?)/g)) {
      const name = decodeURIComponent(encoded);
      const prefix = query && encoded + "=";
      const text = texts[name] ?? encodeList(args[name], prefix, explode ? "&" + prefix : ",");
      // WHATWG URL §4.5 takes away segments of one or two dots; an empty one leads to another path, as do items that are all empty.
      if (query ? required && !text : /^(\.{0,2}|,+)$/.test(text)) throw new ArgumentError(name, args[name]);
      if (text) parts.push(text);
    }
    return (parts.length ? query : "") + parts.join("&");
  });
}

/** A value, or a list of them, behind its name: `tag=a,b`, or with `&tag=` between them `tag=a&tag=b`. "" for nothing. */
function encodeList(value: unknown, prefix: string, between: string): string {
  const items = (Array.isArray(value) ? value : [value]).filter((item) => item !== undefined && item !== null).map(encodeValue);
  return items.length ? prefix + items.join(between) : "";
}

/** Percent-encoded but for unreserved characters (RFC 3986 §2.3). */
export function encodeValue(value: unknown): string {
  return encodeURIComponent(String(value)).replace(/[!'()*]/g, (character) => "%" + character.charCodeAt(0).toString(16).toUpperCase());
}
