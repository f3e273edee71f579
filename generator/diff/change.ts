import type { Pointer } from "../model/schema.ts";

/**
 * One difference between two versions of an API, and whom it breaks.
 *
 *     { rule: "request-property-became-required", severity: "breaking", where: "POST /pets request body /name",
 *       message: "must be sent now", base: "/components/schemas/Pet", revision: "/components/schemas/Pet" }
 */
export type Change = {
  /** A name in the manner of oasdiff: which side, which thing, what became of it. */
  readonly rule: string;
  readonly severity: Severity;
  /** The operation and the place in it, in words of the document. */
  readonly where: string;
  /** What is different now, after `where`. */
  readonly message: string;
  /** Where that is in each version; one of them only, where a thing came or went. */
  readonly base?: Pointer;
  readonly revision?: Pointer;
};

/**
 * - `breaking`: a consumer who keeps to the base version fails with the revision
 * - `warning`: one may, if it relies on what the base did not promise
 * - `info`: none does
 */
export type Severity = "breaking" | "warning" | "info";

/** Who sends a value: what narrows a request breaks its senders, and what widens a response its readers. */
export type Direction = "request" | "response";
