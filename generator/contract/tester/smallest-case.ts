import type { Case, RequestValues } from "./case.ts";
import type { Outcome, WireRequest } from "./exchange.ts";
import { isAmbiguous } from "./is-ambiguous.ts";
import { isProvenInvalid } from "./judge-request.ts";
import type { TestedOperation } from "./phase.ts";
import { simplerValues } from "./simpler-values.ts";

/** A case, and what came of it. */
export type Shown = { readonly case: Case; readonly outcome: Outcome };

/**
 * The smallest case that still shows what was found, as far as some tries get. What is made smaller is proven again before it is sent: a valid
 * request stays valid, and an invalid one breaks the same rule. `shows` sends a case, and gives what came of it if that is found again.
 */
export async function smallestCase(start: Shown, tested: TestedOperation, shows: (one: Case) => Promise<Outcome | undefined>): Promise<Shown> {
  let best = start;
  let tries = most;
  for (let found = true; found && tries > 0; ) {
    found = false;
    for (const simpler of simplerCases(best.case, tested)) {
      if (tries-- <= 0) break;
      const outcome = await shows(simpler);
      if (outcome === undefined) continue;
      best = { case: simpler, outcome };
      found = true;
      break;
    }
  }
  // What was special about it may not be there as it was.
  return best === start ? best : { ...best, case: { ...best.case, title: `${start.case.title}; made smaller` } };
}

const most = 40;

function* simplerCases(one: Case, tested: TestedOperation): Generator<Case> {
  const { values, request } = one;
  // What was changed by hand after it was written cannot be written again.
  if (values === undefined || !isSame(written(values, tested), request)) return;
  for (const simpler of simplerValues(values)) {
    const next = provenAgain(one, simpler, tested);
    if (next !== undefined && !isSame(next.request, request)) yield next;
  }
}

/** The same case with other values, where that is proven to be what it is; `undefined` where it is not. */
export function provenAgain(one: Case, values: RequestValues, tested: TestedOperation): Case | undefined {
  const request = written(values, tested);
  if (request === undefined || isAmbiguous(values, request, tested)) return undefined;
  const next = { ...one, values, request };
  return isStillTrue(next, tested) ? next : undefined;
}

function written(values: RequestValues, tested: TestedOperation): WireRequest | undefined {
  try {
    return tested.write(values);
  } catch {
    // It cannot be sent as it is.
    return undefined;
  }
}

function isStillTrue({ expectation, request }: Case, { judge }: TestedOperation): boolean {
  const found = judge(request);
  if (expectation.kind !== "invalid") return found.length === 0;
  return isProvenInvalid(found) && found.every(({ keyword }) => keyword === expectation.rule.keyword);
}

function isSame(one: WireRequest | undefined, other: WireRequest): boolean {
  return one !== undefined && one.target === other.target && JSON.stringify(one.headers) === JSON.stringify(other.headers) && Buffer.from(one.body ?? []).equals(Buffer.from(other.body ?? []));
}
