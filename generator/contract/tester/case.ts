import type { Json } from "../../json.ts";
import type { Operation } from "../../model/api.ts";
import type { Pointer } from "../../model/schema.ts";
import type { WireRequest } from "./exchange.ts";

/** The phases of a run, in their order. */
export const phaseNames = ["examples", "coverage", "fuzz", "negative", "auth", "protocol", "stateful", "semantic"] as const;

export type PhaseName = (typeof phaseNames)[number];

/** One request, and what the document lets us expect of the answer. */
export type Case = {
  /** `traffic`: nobody thought it up, it passed by. */
  readonly phase: PhaseName | "traffic";
  /** None where the request is of no documented operation. */
  readonly operation?: Operation;
  /** What is special about it, after "sends": `limit=101, one above its maximum`. */
  readonly title: string;
  readonly request: WireRequest;
  /** What the request was written from, where it was; for semantic checks and for shrinking. */
  readonly values?: RequestValues;
  readonly expectation: Expectation;
};

/**
 * What the document says must come back, beside what is true of every answer (documented status, content type, headers, body).
 *
 * - `valid`: the request follows the document, as an independent validator has proven of its bytes: no 4XX that calls it invalid, no 5XX.
 *   `isRare`: it has what standards allow and few servers know, such as a leap second
 * - `invalid`: it breaks one rule, also proven: a documented 4XX, neither 2XX nor 5XX
 * - `status`: one of these, whatever the document lists; `odd` is the part of the request that is: `body`
 * - `any`: nothing but what is true of every answer
 */
export type Expectation =
  | { readonly kind: "valid"; readonly isRare?: true }
  | { readonly kind: "invalid"; readonly rule: BrokenRule }
  | { readonly kind: "status"; readonly statuses: readonly number[]; readonly because: string; readonly odd?: string }
  | { readonly kind: "any" };

/**
 * The one rule that a request breaks: `{ keyword: "maximum", at: "/paths/~1pets/get/parameters/0/schema", in: "query", name: "limit", says: "must be
 * at most 50" }`. `says` is for people.
 */
export type BrokenRule = { readonly keyword: string; readonly at: Pointer; readonly in: "path" | "query" | "header" | "cookie" | "body"; readonly name?: string; readonly says?: string };

/** What a request says, before it is text: by the names of the document. */
export type RequestValues = {
  readonly path: Values;
  readonly query: Values;
  readonly headers: Values;
  readonly cookies: Values;
  readonly body?: BodyValue;
};

/** `contentTypes`: of parts that may be of several media types, those that are not of the first one. */
export type BodyValue = { readonly mediaType: string; readonly value: Json; readonly contentTypes?: { readonly [part: string]: string } };

export type Values = ReadonlyMap<string, Json>;
