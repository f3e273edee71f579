import type { Header } from "./exchange.ts";

/** Headers as a server has them: by name in lower case, several lines of one name as a list. */
export function headersOf(headers: readonly Header[]): { readonly [name: string]: string | readonly string[] } {
  const result: { [name: string]: string | readonly string[] } = Object.create(null);
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    const known = result[key];
    result[key] = known === undefined ? value : [known, value].flat();
  }
  return result;
}
