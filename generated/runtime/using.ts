import type { Fetch, Outgoing } from "./draft.js";

/**
 * Stands around a request: it may change it, send it by `next`, send it again, look at the response or put another in its
 * place. `request.route` is the operation.
 */
export type Middleware = (url: string, request: Outgoing, next: Fetch) => Promise<Response>;

/** A fetch with middleware around it, the first outermost: `createClient({ fetch: using(retry(), timeout(5000)) })`. */
export function using(...middleware: Middleware[]): Fetch {
  return usingFetch((url, request) => fetch(url, request), ...middleware);
}

/** As `using`, around another fetch than the platform's. */
export function usingFetch(fetch: Fetch, ...middleware: Middleware[]): Fetch {
  return middleware.reduceRight<Fetch>((next, one) => (url, request) => one(url, request, next), fetch);
}
