import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { Stopped } from "./stopped.ts";

/** How much a run may still send. */
export type Budget = {
  /** Waits until the next request may be sent, and counts it. Rejects with a `Stopped` when none may. */
  readonly take: () => Promise<void>;
  /** How many requests there were. */
  readonly spent: () => number;
  /** How many more there may be, of the share. */
  readonly left: () => number;
  /** From now on there may be no more than one of so many equal shares of what is left. */
  readonly share: (shares: number) => void;
};

/** A budget of requests, time and requests a second. */
export function budgetOf({ maxRequests, seconds, rate, signal }: { maxRequests: number; seconds: number; rate: number | undefined; signal: AbortSignal | undefined }): Budget {
  const start = performance.now();
  const between = rate === undefined ? 0 : 1000 / rate;
  let spent = 0;
  let end = maxRequests;
  let next = start;
  const take = async () => {
    if (signal?.aborted) throw new Stopped("interrupted");
    if (spent >= end) throw new Stopped("max-requests");
    if (performance.now() - start > seconds * 1000) throw new Stopped("timeout");
    spent++;
    if (between === 0) return;
    const wait = next - performance.now();
    next = Math.max(next, performance.now()) + between;
    if (wait > 0) await sleep(wait, undefined, signal === undefined ? {} : { signal }).catch(() => { throw new Stopped("interrupted"); });
  };
  return { take, spent: () => spent, left: () => end - spent, share: (shares) => void (end = spent + Math.ceil((maxRequests - spent) / shares)) };
}
