import { performance } from "node:perf_hooks";
import { setImmediate as turn, setTimeout as sleep } from "node:timers/promises";
import { Stopped } from "./stopped.ts";

/** How much a run may still send. */
export type Budget = {
  /** Waits until the next request may be sent, and counts it. Rejects with a `Stopped` when none may. */
  readonly take: () => Promise<void>;
  /** What is waited for, as long as there is time: rejects with a `Stopped` when the run is to end, whatever comes of it then. */
  readonly within: <Value>(waited: Promise<Value>) => Promise<Value>;
  /** How many requests there were. */
  readonly spent: () => number;
  /** How many more there may be, of the share. */
  readonly left: () => number;
  /** From now on there may be no more than this part of what is left of requests and of time. */
  readonly share: (part: number) => void;
  /** Lets go of the clock. */
  readonly close: () => void;
};

/** A budget of requests, time and requests a second. */
export function budgetOf({ maxRequests, seconds, rate, signal }: { maxRequests: number; seconds: number; rate: number | undefined; signal: AbortSignal | undefined }): Budget {
  const start = performance.now();
  const deadline = start + seconds * 1000;
  const ending = endingOf(seconds, signal);
  const pace = paceOf(rate, ending);
  const breathe = breathing();
  let spent = 0;
  let end = { requests: maxRequests, time: deadline };
  const take = async () => {
    await breathe();
    ending.check();
    if (spent >= end.requests) throw new Stopped("max-requests");
    if (performance.now() > end.time) throw new Stopped("timeout");
    spent++;
    await pace();
  };
  return {
    take,
    within: ending.within,
    close: ending.close,
    spent: () => spent,
    left: () => end.requests - spent,
    share: (part) => {
      const now = performance.now();
      end = { requests: spent + Math.ceil((maxRequests - spent) * part), time: now + (deadline - now) * part };
    },
  };
}

/** The end of a run: what is waited for is given up then. */
type Ending = Pick<Budget, "within" | "close"> & { readonly signal: AbortSignal; readonly check: () => void };

function endingOf(seconds: number, interrupted: AbortSignal | undefined): Ending {
  const stop = new AbortController();
  // A timer of more than 2^31 ms would ring at once.
  const timer = setTimeout(() => stop.abort(), Math.min(seconds * 1000, 2 ** 31 - 1)).unref();
  const interrupt = () => stop.abort();
  interrupted?.addEventListener("abort", interrupt);
  if (interrupted?.aborted) interrupt();
  const stopped = () => new Stopped(interrupted?.aborted ? "interrupted" : "timeout");
  // One listener for all that is waited for: a run waits some hundred thousand times.
  const waiting = new Set<(reason: Stopped) => void>();
  stop.signal.addEventListener("abort", () => {
    for (const giveUp of waiting) giveUp(stopped());
  });
  return {
    signal: stop.signal,
    check: () => {
      if (stop.signal.aborted) throw stopped();
    },
    within: (waited) => new Promise((resolve, reject) => {
      if (stop.signal.aborted) return reject(stopped());
      waiting.add(reject);
      waited.then((value) => {
        waiting.delete(reject);
        resolve(value);
      }, (error: unknown) => {
        waiting.delete(reject);
        reject(error);
      });
    }),
    close: () => {
      clearTimeout(timer);
      interrupted?.removeEventListener("abort", interrupt);
    },
  };
}

/** Waits until the next request may be sent by its rate. */
function paceOf(rate: number | undefined, { signal, check }: Ending): () => Promise<void> {
  if (rate === undefined) return async () => undefined;
  let next = performance.now();
  return async () => {
    const now = performance.now();
    const wait = next - now;
    next = Math.max(next, now) + 1000 / rate;
    if (wait > 0) await sleep(wait, undefined, { signal }).catch(check);
  };
}

/** Lets timers and signals have their turn now and then: a server in this process answers without ever waiting for anything, and Ctrl-C would not be heard. */
function breathing(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < 50) return;
    await turn();
    last = performance.now();
  };
}
