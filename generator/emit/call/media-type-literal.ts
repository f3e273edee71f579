import type { MediaType } from "../../model/api.ts";
import { stringLiteral } from "../../print/literal.ts";

/** The type of the names of a media type: `"image/png"`, or `` `image/${string}` `` for a range. */
export function mediaTypeLiteral({ name }: MediaType): string {
  if (!name.includes("*")) return stringLiteral(name);
  return /^[a-z]+\/\*$/.test(name) ? `\`${name.slice(0, -1)}\${string}\`` : "string";
}
