import type { Outgoing } from "./draft.js";
import type { Middleware } from "./using.js";

/** When to send a request again. */
export type RetryOptions = {
  /** How often a request is sent at most: 3. */
  readonly attempts?: number;
  /** Milliseconds before the second attempt, doubled for each after it: 500. Each wait is a random part of that. */
  readonly delay?: number;
  /** The longest wait in milliseconds: 30 seconds. A response that asks for a longer one is given as it is. */
  readonly longest?: number;
  /** The methods that may be sent twice. By default those that RFC 9110 calls idempotent. */
  readonly methods?: readonly string[];
  /** The statuses that are worth another attempt: 408, 429, 502, 503, 504. */
  readonly statuses?: readonly number[];
};

/**
 * Sends a request again after a failure that may pass, and after as long as `Retry-After` asks for, else after an exponential
 * back-off with full jitter. A body that is a stream is never sent twice.
 */
export function retry({
  attempts = 3,
  delay = 500,
  longest = 30_000,
  methods = ["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "QUERY"],
  statuses = [408, 429, 502, 503, 504],
}: RetryOptions = {}): Middleware {
  return async (url, request, next) => {
    const last = isRepeatable(request, methods) ? attempts : 1;
    for (let attempt = 1; ; attempt++) {
      const response = await next(url, request).catch((error: unknown) => {
        if (attempt >= last || request.signal?.aborted) throw error;
      });
      if (response && (attempt >= last || !statuses.includes(response.status))) return response;
      const pause = retryAfter(response) ?? Math.random() * Math.min(longest, delay * 2 ** (attempt - 1));
      if (response && pause > longest) return response;
      await response?.body?.cancel();
      await wait(pause, request.signal);
    }
  };
}

/** A stream is told by `duplex`, which the Fetch Standard asks for with every one. */
function isRepeatable(request: Outgoing, methods: readonly string[]): boolean {
  return methods.includes(request.method) && !("duplex" in request);
}

/** RFC 9110 §10.2.3: seconds, or a date. In milliseconds from now. */
function retryAfter(response: Response | void): number | undefined {
  const text = response?.headers.get("retry-after");
  if (!text) return;
  const milliseconds = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}

function wait(milliseconds: number, signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    if (signal?.aborted) stop();
    signal?.addEventListener("abort", stop, { once: true });
  });
}
