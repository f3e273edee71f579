import type { ServerRequest } from "./exchange.js";

/** One request on its way through the router. */
export type ExchangeState = {
  readonly request: ServerRequest;
  /** What stands in place of the path's template expressions, as it was sent. */
  readonly texts: { readonly [name: string]: string };
  /** Without its question mark. */
  readonly query: string;
};
