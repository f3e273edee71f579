import { unescapePointer } from "../json.ts";
import type { Pointer } from "./schema.ts";

/** `Pet` for `/components/schemas/Pet`, and nothing for what stands elsewhere or deeper. */
export function componentName(pointer: Pointer, section: string): string | undefined {
  if (!pointer.startsWith("/components/")) return undefined;
  const prefix = `/components/${section}/`;
  if (!pointer.startsWith(prefix)) return undefined;
  const rest = pointer.slice(prefix.length);
  return rest.includes("/") ? undefined : unescapePointer(rest);
}
