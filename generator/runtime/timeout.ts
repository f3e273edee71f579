import type { Middleware } from "./using.js";

/**
 * Ends a request that takes longer, its body included: it rejects with a `TimeoutError`. A stream of events or lines must only
 * have begun by then.
 */
export function timeout(milliseconds: number): Middleware {
  return async (url, request, next) => {
    const controller = new AbortController();
    const timer = AbortSignal.timeout(milliseconds);
    const stop = () => controller.abort(timer.reason);
    timer.addEventListener("abort", stop);
    const signal = request.signal ? AbortSignal.any([request.signal, controller.signal]) : controller.signal;
    const response = await next(url, { ...request, signal });
    if (/event-stream|json-?(l|seq)|ndjson/i.test(response.headers.get("content-type") ?? "")) timer.removeEventListener("abort", stop);
    return response;
  };
}
