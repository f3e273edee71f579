/**
 * A path as most would write it: characters that need no escape have none, and escapes are in capitals (RFC 3986 §6.2.2). `literals` are
 * segments of the document with characters that some escape and some do not, by what they mean; they are written as there.
 */
export function plainPath(path: string, literals: ReadonlyMap<string, string>): string {
  const plain = path.replace(/%[\da-fA-F]{2}/g, (escape) => {
    const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : escape.toUpperCase();
  });
  if (literals.size === 0 || !plain.includes("%")) return plain;
  return plain.split("/").map((segment) => literals.get(decoded(segment)) ?? segment).join("/");
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
