import type { Header } from "../exchange.ts";

/** The values of all headers of a name, in their order, whatever the case of its letters (RFC 9110 §5.1). */
export function headersNamed(headers: readonly Header[], name: string): string[] {
  const wanted = name.toLowerCase();
  return headers.filter(([each]) => each.toLowerCase() === wanted).map(([, value]) => value.trim());
}

/** The first header of a name. */
export function headerNamed(headers: readonly Header[], name: string): string | undefined {
  return headersNamed(headers, name)[0];
}
