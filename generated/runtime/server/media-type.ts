/** A media type or range in its parts: `{ essence: "application/json", parameters: { charset: "utf-8" } }`, names in lower case. */
export type MediaType = { readonly essence: string; readonly parameters: ReadonlyMap<string, string> };

/** Reads a media type (RFC 9110 §8.3.1). */
export function parseMediaType(text: string): MediaType {
  const [essence = "", ...rest] = text.split(";");
  return { essence: essence.trim().toLowerCase(), parameters: new Map(rest.map(parseParameter).filter(([name]) => name)) };
}

/** Whether a media type is in a range: `image/png` in `image/*`, everything in `*\/*`. Also ranges in themselves and in larger ones. */
export function isInRange({ essence }: MediaType, range: MediaType): boolean {
  if (essence === range.essence || range.essence === "*/*") return true;
  const [start = "", ...ends] = range.essence.split("*");
  return ends.length === 1 && essence.startsWith(start) && essence.endsWith(ends.join("")) && start !== "";
}

/** Whether a media type has all parameters of another. What text is encoded in is a matter of its own. */
export function hasParametersOf({ parameters }: MediaType, other: MediaType): boolean {
  if (other.parameters.size === 0) return true;
  return [...other.parameters].every(([name, value]) => name === "charset" || parameters.get(name)?.toLowerCase() === value.toLowerCase());
}

function parseParameter(text: string): [name: string, value: string] {
  const at = text.indexOf("=");
  const value = text.slice(at + 1).trim();
  const isQuoted = value.length > 1 && value.startsWith('"') && value.endsWith('"');
  return [at < 0 ? "" : text.slice(0, at).trim().toLowerCase(), isQuoted ? value.slice(1, -1).replace(/\\(.)/g, "$1") : value];
}
