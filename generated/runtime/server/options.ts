import type { BasicCredential } from "../security.js";
import type { Violation } from "../validate/violation.js";
import type { ServerRequest } from "./exchange.js";
import type { Problem } from "./problem.js";
import type { Refusal } from "./refusal.js";
import type { Reply } from "./reply.js";

/** How a router goes about requests. */
export type RouterOptions = {
  /** One function for each security scheme, by its name. */
  readonly security?: { readonly [scheme: string]: Authenticate };
  /** Makes of a problem the application's own error body. By default it is an RFC 9457 problem. */
  readonly error?: (problem: Problem, context: ErrorContext) => Reply;
  /**
   * What is done about an answer that breaks the document: `on` logs it and sends a 500 in its place, `report` logs it and sends it,
   * `off` does not look. By default `on`.
   */
  readonly responses?: "on" | "report" | "off";
  /** What is done about a query parameter that the document does not have. By default the request is refused. */
  readonly unknownQuery?: "refuse" | "ignore";
  readonly limits?: Partial<Limits>;
  /** Gets what went wrong inside. By default it is written to the console. */
  readonly log?: (entry: LogEntry) => void;
  /** What stands before every path, in place of the path of the document's first server: `/v1`, or "" for nothing. */
  readonly basePath?: string;
};

/** What a request may cost. */
export type Limits = {
  /** Bytes of a body. By default 1 MiB. */
  readonly body: number;
  /** How deep objects and lists may stand in each other. By default 512. */
  readonly depth: number;
  /** How many violations are told of one request. By default 20. */
  readonly violations: number;
};

/**
 * Who the owner of a credential is: a principal, or `undefined` or `null` where it is nobody's (401), or a refusal: `return refuse(403)`.
 * Generated code knows which kind of credential a scheme has; as a method, this type takes a function of any of them.
 */
export type Authenticate = { authenticate(credential: AnyCredential, context: SecurityContext): unknown }["authenticate"];

/** A key or token, the name and password of a user, or for mutual TLS the request, whose connection has the certificate. */
export type AnyCredential = string | BasicCredential | ServerRequest;

/** What a security function may want to know beside the credential. */
export type SecurityContext = {
  /** The scopes, or roles, that the operation asks of this scheme. */
  readonly scopes: readonly string[];
  readonly request: ServerRequest;
  /** Which operation it is: `GET /pets/{id}`. */
  readonly operation: string;
  /** What to return to refuse somebody for a reason that the client is told. */
  readonly refuse: (status: 401 | 403, reason?: string) => Refusal;
};

/** What an error mapping may want to know beside the problem. */
export type ErrorContext = {
  readonly request: ServerRequest;
  /** Of `handler-failed`: what the handler threw. */
  readonly error?: unknown;
};

/** Something that went wrong inside, and of which the client learns nothing but a status. */
export type LogEntry = {
  readonly kind: "handler-failed" | "invalid-response" | "stream-failed" | "mapping-failed" | "load-failed";
  /** Which operation it is: `GET /pets/{id}`. Of none: the method and URL that were sent. */
  readonly operation: string;
  readonly message: string;
  /** What was thrown. */
  readonly error?: unknown;
  /** How an answer breaks the document. */
  readonly violations?: readonly Violation[];
};
