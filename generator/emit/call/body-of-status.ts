import type { Response } from "../../model/api.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import type { Printable } from "../../print/printable.ts";
import { separated } from "../../print/separated.ts";
import { responseBody } from "./response-body.ts";

/** What is known of an answer beside its response: `status` where it is one. */
export type Answered = { method: string; status: string | undefined; isSuccess: boolean };

/** The type of the body of a response: one of those of its media types. */
export function bodyOfStatus({ content }: Response, { method, status, isSuccess }: Answered, plan: TypePlan): Printable {
  // RFC 9110 §6.4.1.
  if (method === "head" || status === "204" || status === "205" || status === "304") return "undefined";
  // A success without content has none. A failure that nobody describes has what the server, or what stands before it, says.
  if (content.length === 0) return isSuccess ? "undefined" : "unknown";
  return distinctUnion(content.map((mediaType) => responseBody(mediaType, isSuccess, plan)));
}

/** `A | B`, each of them once. */
export function distinctUnion(types: readonly Printable[]): Printable {
  const [only] = types;
  if (only !== undefined && types.length === 1) return only;
  const distinct = new Map(types.map((type) => [JSON.stringify(type), type]));
  return separated([...distinct.values()], " | ");
}
