import type { Violation } from "../validate/violation.js";

/**
 * Why a request is refused, or could not be answered: what an application's error mapping gets, and what the default one makes an
 * RFC 9457 problem of.
 *
 *     { status: 400, kind: "invalid-request", title: "The request does not follow the API's document", violations: [{ in: "query",
 *       name: "limit", path: "", schema: "/paths/~1pets/get/parameters/0/schema", keyword: "minimum", message: "must be ≥ 1" }], headers: {} }
 */
export type Problem = {
  readonly status: number;
  readonly kind: ProblemKind;
  /** A sentence for the client; it tells nothing of the server's inside. */
  readonly title: string;
  /** What the application has to say to the client: the reason that it gave with `refuse`. */
  readonly reason?: string;
  /** For `invalid-request`; else empty. What is wrong with a response is for the log only. */
  readonly violations: readonly RequestViolation[];
  /** What HTTP asks for with the status: `allow`, `www-authenticate`, `accept`. By name in lower case. */
  readonly headers: { readonly [name: string]: string | readonly string[] };
  /** `GET /pets/{id}`, where the request is of a documented operation. */
  readonly operation?: string;
};

export type ProblemKind =
  | "invalid-request" // 400
  | "unauthorized" // 401
  | "forbidden" // 403
  | "not-found" // 404: the document has no such path
  | "method-not-allowed" // 405
  | "not-acceptable" // 406
  | "too-large" // 413
  | "unsupported-media-type" // 415
  | "handler-failed" // 500: a handler threw
  | "invalid-response" // 500: a handler's answer breaks the document
  | "not-implemented"; // 501: there is no handler, and no example either

/** A violation, and the part of the request that it is in. Violations of the body have no name. */
export type RequestViolation = Violation & { readonly in: "path" | "query" | "header" | "cookie" | "body"; readonly name?: string };
