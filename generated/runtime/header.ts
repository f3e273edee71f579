import { contentText, isJsonType } from "./content-text.js";
import { ArgumentError } from "./errors.js";
import type { Part } from "./operation.js";
import { join, spread } from "./spread.js";

/** How a header is written. */
export type HeaderStyle = {
  readonly explode?: boolean;
  readonly required?: boolean;
  /** The media type that it is written in, instead of style simple. */
  readonly content?: string;
  /** The name of the argument where it is not that of the header. */
  readonly key?: string;
};

/** A header parameter, of style simple: `blue,black`, `R,100,G,200`, exploded `R=100,G=200`. Nothing is percent-encoded (OAS 3.2, appendix D). */
export function header(name: string, { explode = false, required = false, content, key = name }: HeaderStyle = {}): Part {
  return (draft, args) => {
    const value = args[key];
    const pairs = content && value !== undefined ? [[null, [contentText(draft, key, value, content)]] as const] : spread(key, value, explode, null);
    const text = join(pairs, ",", content && isJsonType(content) ? escapeJson : String);
    // What fetch would refuse or take away: RFC 9110 §5.5.
    if ((required && !pairs.length) || /^\s|\s$|[^\t\x20-\x7e\x80-\xff]/.test(text)) throw new ArgumentError(key, value);
    if (pairs.length) draft.request.headers[name.toLowerCase()] = text;
  };
}

/** JSON in ASCII: what is not, is in strings, which have escapes for it (RFC 8259 §7). */
export function escapeJson(json: unknown): string {
  return String(json).replace(/[^\x20-\x7e]/g, (unit) => "\\u" + unit.charCodeAt(0).toString(16).padStart(4, "0"));
}
