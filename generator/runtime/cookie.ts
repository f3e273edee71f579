import { contentText } from "./content-text.js";
import { ArgumentError } from "./errors.js";
import { encodeValue } from "./expand.js";
import type { Part } from "./operation.js";
import { join, spread } from "./spread.js";

/** How a cookie is written. */
export type CookieStyle = {
  /** `form` percent-encodes. `cookie` (3.2) does not: what needs escapes has to have them. */
  readonly style?: "form" | "cookie";
  readonly explode?: boolean;
  readonly required?: boolean;
  /** The media type that it is written in, instead of a style. */
  readonly content?: string;
  /** The name of the argument where it is not that of the cookie. */
  readonly key?: string;
};

/**
 * A cookie parameter: `color=blue`, exploded `R=100; G=200`. `&` never stands between cookies, whatever the style (OAS 3.2 "Serialization
 * and Examples"). Servers can send it; a browser forbids the header, and sends the cookies that it keeps itself.
 */
export function cookie(name: string, { style = "form", explode = true, required = false, content, key = name }: CookieStyle = {}): Part {
  return (draft, args) => {
    const { headers } = draft.request;
    const value = args[key];
    const pairs = content && value !== undefined ? [[name, [contentText(draft, key, value, content)]] as const] : spread(key, value, explode, name);
    const text = join(pairs, "; ", style === "form" ? encodeValue : (item) => plain(key, item));
    if (required && !text) throw new ArgumentError(key, value);
    if (text) headers["cookie"] = headers["cookie"] ? headers["cookie"] + "; " + text : text;
  };
}

/** RFC 6265 §4.1.1: a semicolon or a space would end the value; nothing but ASCII is left as it is. */
function plain(argument: string, item: unknown): string {
  const text = String(item);
  if (/[^\x21-\x7e]|;/.test(text)) throw new ArgumentError(argument, item);
  return text;
}
