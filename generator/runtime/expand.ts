import { ArgumentError } from "./errors.js";
import type { Arguments } from "./operation.js";

/**
 * Fills a URI Template (RFC 6570, level 4 without `:prefix`) as OpenAPI's style tables ask: `{ids}` is style simple, `{.ids}` label,
 * `{;ids}` matrix, `{?ids}` and `{&ids}` form, `{+ids}` simple with reserved characters, and `*` is explode.
 * A `!` behind a name: it must be given. In a path every value must be, and may not be one that a URL would drop.
 */
export function expand(template: string, args: Arguments): string {
  return template.replace(/\{([.;?&+]?)([^}]*)\}/g, (_, operator: string, names: string) => {
    const query = operator === "?" || operator === "&";
    const parts: string[] = [];
    for (const specifier of names.split(",")) {
      const [, encoded = "", explode = "", required = ""] = /^(.*?)(\*?)(!?)$/.exec(specifier) ?? [];
      const name = decodeURIComponent(encoded);
      const text = expandValue(name, args[name], operator, explode !== "");
      if (text !== undefined) parts.push(text);
      else if (!query || required !== "") throw new ArgumentError(name, "is required");
      if (!query && text !== undefined && isLost(text)) throw new ArgumentError(name, `cannot be ${JSON.stringify(args[name])}: a URL would lose it`);
    }
    const between = operator === "" || operator === "+" ? "," : query ? "&" : operator;
    const first = query ? operator : operator === "+" ? "" : operator;
    return parts.length === 0 ? "" : first + parts.join(between);
  });
}

// WHATWG URL §4.5: a segment of one or two dots, written in any way, is taken away; one that is empty leads to another path.
function isLost(text: string): boolean {
  return text === "" || text === "." || text === "..";
}

function expandValue(name: string, value: unknown, operator: string, explode: boolean): string | undefined {
  const named = operator === "?" || operator === "&" || operator === ";";
  const encode = operator === "+" ? encodeReserved : encodeValue;
  const prefix = named ? `${encodeValue(name)}=` : "";
  const between = operator === "" || operator === "+" ? "," : operator === "?" ? "&" : operator;
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "object") return prefix + encode(value);
  const items = Array.isArray(value)
    ? value.filter(isGiven).map((item) => (explode ? prefix : "") + encode(item))
    : Object.entries(value).filter(([, item]) => isGiven(item)).map(([key, item]) => encode(key) + (explode ? "=" : ",") + encode(item));
  if (items.length === 0) return undefined;
  return explode ? items.join(between) : prefix + items.join(",");
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** Percent-encoded but for unreserved characters (RFC 3986 §2.3). */
export function encodeValue(value: unknown): string {
  return encodeURIComponent(String(value)).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Percent-encoded but for unreserved and reserved characters and what is percent-encoded already (RFC 6570 §3.2.3). */
export function encodeReserved(value: unknown): string {
  return encodeURI(String(value)).replace(/%25([0-9A-F]{2})/gi, "%$1").replaceAll("%5B", "[").replaceAll("%5D", "]");
}
