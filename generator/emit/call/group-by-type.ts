import type { MediaType } from "../../model/api.ts";
import type { Printable } from "../../print/printable.ts";

/** Media types whose bodies have one type. */
export type SameType = { mediaTypes: MediaType[]; type: Printable };

/** Media types by the type of their body, in their order. */
export function groupByType(typed: readonly { mediaType: MediaType; type: Printable }[]): SameType[] {
  const [only] = typed;
  if (only !== undefined && typed.length === 1) return [{ mediaTypes: [only.mediaType], type: only.type }];
  const groups = new Map<string, SameType>();
  for (const { mediaType, type } of typed) {
    const key = JSON.stringify(type);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { mediaTypes: [mediaType], type });
    else known.mediaTypes.push(mediaType);
  }
  return [...groups.values()];
}
