import type { Header } from "../exchange.ts";

/** The values of all headers of a name, in their order, whatever the case of its letters (RFC 9110 §5.1). */
export function headersNamed(headers: readonly Header[], name: string): string[] {
  const wanted = name.toLowerCase();
  const found: string[] = [];
  for (const [each, value] of headers) if (isNamed(each, wanted)) found.push(value.trim());
  return found;
}

/** The first header of a name. */
export function headerNamed(headers: readonly Header[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  for (const [each, value] of headers) if (isNamed(each, wanted)) return value.trim();
  return undefined;
}

/** Most names are not even as long. */
function isNamed(name: string, wanted: string): boolean {
  return name.length === wanted.length && name.toLowerCase() === wanted;
}
