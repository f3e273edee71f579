import type { Printable } from "./printable.ts";

/** The items with a separator between them. */
export function separated(items: readonly Printable[], separator: string): Printable {
  return items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]));
}
