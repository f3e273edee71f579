/** What stands in a path outside of braces, as it is sent: what a path may hold as it is (RFC 3986 §3.3, §3.4) stays, and so do escapes. */
export function encodeLiteral(text: string): string {
  return text.replace(/%(?![\dA-Fa-f]{2})|[^\w\-.~!$&'()*+,;=:@/?%]+/g, encodeName);
}

/** Percent-encoded but for unreserved characters: a name as it stands in the query, and in a template. */
export function encodeName(name: string): string {
  const text = name.replace(/\p{Surrogate}/gu, "\uFFFD");
  return encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
