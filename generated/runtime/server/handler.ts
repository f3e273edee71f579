import type { ServerRequest } from "./exchange.js";
import type { Reply } from "./reply.js";

/** What implements one operation. Generated code has the types of its own operation in place of these. */
export type Handler = (request: HandlerRequest, reply: Replies, context: Context) => Reply | Promise<Reply>;

/** A request as a handler gets it: read, and found to follow the document. */
export type HandlerRequest = {
  readonly path: Values;
  readonly query: Values;
  /** By name in lower case. */
  readonly headers: Values;
  readonly cookies: Values;
  /** `undefined` where there is none. */
  readonly body: unknown;
  /** The media type of the body, as the document writes it; of a range, `image/*`, the one that was sent. `undefined` without a body. */
  readonly contentType: string | undefined;
};

/** Values by the name of their parameter. */
export type Values = { readonly [name: string]: unknown };

/** What else there is to know of a request. */
export type Context<Principal = unknown> = {
  /**
   * Who asks: what the function of the security scheme gave. Where several schemes are asked for together, what each gave, by its
   * name; `undefined` for an anonymous request.
   */
  readonly principal: Principal;
  /** Which operation it is: `GET /pets/{id}`. */
  readonly operation: string;
  /** Aborted when the client goes away. */
  readonly signal: AbortSignal;
  /** The request as it came. */
  readonly request: ServerRequest;
};

/** Makes the replies of an operation: `reply[200](body)`, `reply["4XX"](404, body)`, `reply.default(500, body)`, `reply.notImplemented()`. */
export type Replies = { readonly [status: string]: (...values: readonly unknown[]) => Reply };
