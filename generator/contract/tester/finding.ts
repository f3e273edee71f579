import type { Location } from "../../diagnostics.ts";
import type { Case } from "./case.ts";
import type { Outcome } from "./exchange.ts";

/** One defect of a server: however many requests show it, there is one finding. */
export type Finding = {
  readonly code: FindingCode;
  readonly severity: "error" | "warning";
  /** `GET /pets/{id}`, or a path that is not documented. */
  readonly operation: string;
  /** What the defect is, of all requests that show it: `"/id" must be an integer`. */
  readonly message: string;
  /** Why it is one: the rule of the standard or of the document. */
  readonly because: string;
  /** The place in the document that says so. */
  readonly at: Location;
  /** With code and operation, what makes two findings the same: the pointer and keyword of the rule, or the like. */
  readonly key: string;
  /** The smallest request that shows it, and what came back. */
  readonly evidence: Evidence;
  /** The same request, sent again, did not show it: the server answers the same differently. */
  readonly once?: true;
  /** How many exchanges showed it. */
  readonly count: number;
};

/** A case and what came of it. `before` are exchanges that must be made first, as in a sequence that creates what is then read. */
export type Evidence = { readonly case: Case; readonly outcome: Outcome; readonly before?: readonly { readonly case: Case; readonly outcome: Outcome }[] };

/** What can be wrong with a server. */
export type FindingCode =
  | "undocumented-status"
  | "undocumented-content-type"
  | "not-acceptable-content-type"
  | "invalid-response-body"
  | "invalid-response-header"
  | "missing-response-header"
  | "server-error"
  | "malformed-response"
  | "no-response"
  | "unexpected-body"
  | "broken-rule"
  | "valid-request-refused"
  | "invalid-request-accepted"
  | "invalid-request"
  | "undocumented-operation"
  | "credentials-ignored"
  | "credentials-refused"
  | "method-not-refused"
  | "protocol-violation"
  | "not-created"
  | "not-deleted"
  | "not-updated"
  | "not-repeatable"
  | "broken-link"
  | "broken-paging"
  | "broken-filter"
  | "broken-order"
  | "broken-echo";
