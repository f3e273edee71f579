import type { Printable } from "./printable.ts";

/** The items with a separator between them. */
export function separated(items: readonly Printable[], separator: string): Printable {
  const parts: Printable[] = [];
  for (const item of items) {
    if (parts.length > 0) parts.push(separator);
    parts.push(item);
  }
  return parts;
}
