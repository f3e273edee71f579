import type { Part } from "./operation.js";
import { setHeader } from "./set-header.js";

/** Asks for these media types, in this order, where a plain operation asks for JSON. */
export function accept(...mediaTypes: string[]): Part {
  return (draft) => setHeader(draft, "accept", mediaTypes.join(", "));
}
