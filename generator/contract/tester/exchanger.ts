import type { Budget } from "./budget.ts";
import type { Outcome, Transport, WireRequest } from "./exchange.ts";
import { callHook } from "./hook-failure.ts";
import type { Hooks } from "./hooks.ts";
import { Stopped } from "./stopped.ts";

/** Sends a request of an operation, which is named, or of none. */
export type Exchange = (request: WireRequest, operation: string | undefined) => Promise<Outcome>;

/**
 * Sends requests within a budget, with the hooks around each. A server that nobody can reach ends the run with a `Stopped`; an operation that
 * has not answered three times is asked no more, for each time costs as long as the others together.
 */
export function exchanger(transport: Transport, { budget, hooks }: { budget: Budget; hooks: Hooks }): Exchange {
  const { baseUrl } = transport;
  const { before, after } = hooks;
  const timeouts = new Map<string | undefined, number>();
  let refusals = 0;
  let isReached = false;
  return async (request, operation) => {
    if ((timeouts.get(operation) ?? 0) >= patience) return { kind: "failure", failure: "timeout", message: "it has not answered before, and was not asked again" };
    await budget.take();
    const sent = (before && (await called("before", () => before(request, { baseUrl, operation })))) ?? request;
    const outcome = await budget.within(transport.send(sent));
    if (after) await called("after", () => after({ request: sent, response: outcome.kind === "response" ? outcome.response : undefined }, { baseUrl, operation }));
    if (outcome.kind === "response") isReached = true;
    const failure = outcome.kind === "failure" ? outcome.failure : undefined;
    if (failure === "timeout") timeouts.set(operation, (timeouts.get(operation) ?? 0) + 1);
    refusals = failure === "refused" ? refusals + 1 : 0;
    if (refusals > 0 && (!isReached || refusals >= patience)) throw new Stopped("unreachable");
    return outcome;
  };
}

/** A hook that fails ends the run; what was found so far is the report. */
async function called<Given>(hook: "before" | "after", call: () => Given): Promise<Awaited<Given>> {
  try {
    return await callHook(hook, call);
  } catch (error) {
    throw new Stopped("hook-failed", error instanceof Error ? error.message : String(error));
  }
}

const patience = 3;
