/** Makes of a text on the wire the text that was meant; `undefined` where its percent-encoding or its UTF-8 is broken. */
export type Decode = (raw: string) => string | undefined;

/** RFC 3986 §2.1: percent-encoded UTF-8, as it stands in paths and cookies. A `+` is a plus. */
export function decodePercent(raw: string): string | undefined {
  if (!raw.includes("%")) return raw;
  try {
    return decodeURIComponent(raw);
  } catch {
    return undefined;
  }
}

/** The same in a query or a form, where `+` is a space (WHATWG URL §5.1): a plus is `%2B`. */
export function decodeForm(raw: string): string | undefined {
  return decodePercent(raw.includes("+") ? raw.replaceAll("+", " ") : raw);
}

/** In headers nothing is encoded (OAS 3.2, appendix D); blanks around a value are none of it (RFC 9110 §5.5, §5.6.1). */
export function decodeHeader(raw: string): string {
  return raw.trim();
}

/** Nothing is encoded in cookies of style cookie and in the parts of a multipart body (OAS 3.2 "Style Values", "Encoding Object"). */
export function asIs(raw: string): string {
  return raw;
}
