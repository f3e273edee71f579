import { contentText } from "./content-text.js";
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
  return ({ request }, args) => {
    const value = args[key];
    const pairs = content && value !== undefined ? [[null, [contentText(key, value, content)]] as const] : spread(key, value, explode, null);
    const text = join(pairs, ",", String);
    // What fetch would refuse or take away: RFC 9110 §5.5.
    if ((required && !pairs.length) || /^\s|\s$|[^\t\x20-\x7e\x80-\xff]/.test(text)) throw new ArgumentError(key, value);
    if (pairs.length) request.headers[name.toLowerCase()] = text;
  };
}
