import type { Middleware } from "./using.js";

/**
 * Ends a request that takes longer, its body included: it rejects with a `TimeoutError`. A stream of events or lines must only
 * have begun by then.
 */
export function timeout(milliseconds: number): Middleware {
  return async (url, request, next) => {
    const ending = new AbortController();
    const timer = AbortSignal.timeout(milliseconds);
    const end = () => ending.abort(timer.reason);
    const { signal = null } = request;
    // The listeners go when the request has ended, or the time is over.
    const options = { signal: ending.signal };
    timer.addEventListener("abort", end, options);
    signal?.addEventListener("abort", () => ending.abort(signal.reason), options);
    if (signal?.aborted) ending.abort(signal.reason);
    const response = await next(url, { ...request, ...options });
    if (/event-stream|json-?(l|seq)|ndjson/i.test(response.headers.get("content-type") ?? "")) timer.removeEventListener("abort", end);
    return response;
  };
}
