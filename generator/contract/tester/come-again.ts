import { headerNamed } from "./checks/headers-named.ts";
import type { Outcome } from "./exchange.ts";

/** Waits as long as an answer asks to, where that is short: `true` where one may come again (RFC 6585 §4, RFC 9110 §10.2.3). `owner` is who waits, and waits no longer than some seconds in all. */
export async function comeAgain(outcome: Outcome, owner: object): Promise<boolean> {
  const text = outcome.kind === "response" && outcome.response.status === 429 ? headerNamed(outcome.response.headers, "retry-after") : undefined;
  const seconds = text !== undefined && /^\d{1,3}$/.test(text) ? Number(text) : Infinity;
  const waited = (spent.get(owner) ?? 0) + seconds;
  if (seconds > longest || waited > longestInAll) return false;
  spent.set(owner, waited);
  if (seconds > 0) await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  return true;
}

const longest = 1;
const longestInAll = 10;
const spent = new WeakMap<object, number>();
