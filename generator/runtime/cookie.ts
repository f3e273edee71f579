import { contentText } from "./content-text.js";
import { ArgumentError } from "./errors.js";
import { encodeValue } from "./expand.js";
import type { Part } from "./operation.js";
import { join, spread } from "./spread.js";

/** How a cookie is written. */
export type CookieStyle = {
  /** `form` percent-encodes; `cookie` (OAS 3.2) sends what is given, and separates several with `; `. */
  readonly style?: "form" | "cookie";
  readonly explode?: boolean;
  readonly required?: boolean;
  /** The media type that it is written in, instead of a style. */
  readonly content?: string;
  /** The name of the argument where it is not that of the cookie. */
  readonly key?: string;
};

/** A cookie parameter. Servers send it; a browser forbids the header, and sends the cookies that it keeps itself. */
export function cookie(name: string, { style = "form", explode = true, required = false, content, key = name }: CookieStyle = {}): Part {
  return ({ request: { headers } }, args) => {
    const value = args[key];
    const isForm = style === "form";
    const pairs = content && value !== undefined ? [[name, [contentText(value, content)]] as const] : spread(key, value, explode, name);
    const text = join(pairs, isForm ? "&" : "; ", isForm ? encodeValue : plain);
    if (required && !text) throw new ArgumentError(key, value);
    if (text) headers["cookie"] = headers["cookie"] ? headers["cookie"] + "; " + text : text;

    /** RFC 6265 §4.1.1: what needs escapes has them already; a separator or a space would end the value. */
    function plain(item: unknown): string {
      if (/[^\x21-\x7e]|;/.test(String(item))) throw new ArgumentError(key, value);
      return String(item);
    }
  };
}
