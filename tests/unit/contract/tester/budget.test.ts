import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { type Budget, budgetOf } from "../../../../generator/contract/tester/budget.ts";
import { Stopped } from "../../../../generator/contract/tester/stopped.ts";

function budget(t: TestContext, given: Partial<Parameters<typeof budgetOf>[0]> = {}): Budget {
  const made = budgetOf({ maxRequests: 100, seconds: 60, rate: undefined, signal: undefined, ...given });
  t.after(made.close);
  return made;
}

const stoppedBy = (reason: string) => (error: unknown) => error instanceof Stopped && error.reason === reason;
const never = new Promise<never>(() => undefined);

test("a phase may take its part of what is left, and the last one all", async (t) => {
  const { take, share, left, spent } = budget(t, { maxRequests: 10 });
  share(0.25);
  assert.equal(left(), 3);
  for (let count = 0; count < 3; count++) await take();
  await assert.rejects(take(), stoppedBy("max-requests"));
  share(1);
  assert.deepEqual([left(), spent()], [7, 3]);
});

test("what does not come is given up when the time is up, and nothing more is sent", async (t) => {
  const { take, within } = budget(t, { seconds: 0.02 });
  // A server that does not answer holds a socket, which keeps the process alive.
  const socket = setTimeout(() => undefined, 60_000);
  t.after(() => clearTimeout(socket));
  await assert.rejects(within(never), stoppedBy("timeout"));
  await assert.rejects(take(), stoppedBy("timeout"));
});

test("time is shared as well: a phase whose part is over sends nothing more, and the next one does", async (t) => {
  const { take, share } = budget(t);
  share(0);
  await new Promise((resolve) => setTimeout(resolve, 2));
  await assert.rejects(take(), (error) => error instanceof Stopped);
  share(1);
  await take();
});

test("Ctrl-C gives up what is waited for: an answer, and the time of the next request", async (t) => {
  const stop = new AbortController();
  const { take, within } = budget(t, { rate: 0.001, signal: stop.signal });
  await take();
  const waiting = [within(never), take()];
  stop.abort();
  for (const each of waiting) await assert.rejects(each, stoppedBy("interrupted"));
});

test("a run that is interrupted before it begins sends nothing", async (t) => {
  const { take, within } = budget(t, { signal: AbortSignal.abort() });
  await assert.rejects(take(), stoppedBy("interrupted"));
  await assert.rejects(within(never), stoppedBy("interrupted"));
});

test("timers have their turn, though nothing is ever waited for", async (t) => {
  const { take } = budget(t, { maxRequests: Infinity });
  let isHeard = false;
  setTimeout(() => void (isHeard = true), 1);
  while (!isHeard) await take();
});
