import type { Operation, Parameter } from "../../../model/api.ts";
import { decodeForm } from "../../../runtime/server/decode-text.ts";
import type { WireRequest } from "../exchange.ts";
import { headerNamed } from "./headers-named.ts";

/**
 * Whether a request asks for a part of the response only, by a parameter that the document marks with `x-partial-response: true`: then
 * what a schema requires may be missing, and rules between members need not hold.
 */
export function isPartialResponse({ target, headers }: WireRequest, { parameters }: Operation): boolean {
  const asking = parameters.filter(isMarked);
  if (asking.length === 0) return false;
  const names = new Set((target.split("?")[1] ?? "").split("&").map((pair) => decodeForm(pair.split("=", 1).join(""))));
  return asking.some(({ name, in: location }) => (location === "query" ? names.has(name) : location === "header" && headerNamed(headers, name) !== undefined));
}

function isMarked({ extensions }: Parameter): boolean {
  return extensions.some(({ name, value }) => name === "x-partial-response" && value === true);
}

/** Keywords that a value may break only because something is missing in it. */
export const missingKeywords: ReadonlySet<string> = new Set([
  "required", "dependentRequired", "dependentSchemas", "minProperties", "minItems", "contains", "minContains", "anyOf", "oneOf", "if", "then", "else", "discriminator",
]);
