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
  const tries = { sent: 40, proven: 400 };
  let best = start;
  let [from, until] = [0, Infinity];
  while (tries.sent > 0 && tries.proven > 0) {
    const step = await firstStep(best.case, { tested, shows, tries, from, until });
    if (step === undefined && from === 0) break;
    if (step !== undefined) best = step;
    // The steps before the one that did have failed just now. They are tried again when no other does.
    [from, until] = step === undefined ? [0, from] : [step.index, Infinity];
  }
  // What was special about it may not be there as it was.
  return best === start ? best : { ...best, case: { ...best.case, title: `${start.case.title}; made smaller` } };
}

type Stepping = {
  readonly tested: TestedOperation;
  readonly shows: (one: Case) => Promise<Outcome | undefined>;
  /** How many may still be sent, and how many proven to be what they should be. */
  readonly tries: { sent: number; proven: number };
  readonly from: number;
  readonly until: number;
};

/** The first step that makes a case smaller so that it still shows what it did, of those in a range. */
async function firstStep(one: Case, { tested, shows, tries, from, until }: Stepping): Promise<(Shown & { readonly index: number }) | undefined> {
  const { values, request } = one;
  // What was changed by hand after it was written cannot be written again.
  if (values === undefined || !isSame(written(values, tested), request)) return undefined;
  let index = -1;
  for (const simpler of simplerValues(values)) {
    index++;
    if (index < from) continue;
    if (index >= until || tries.proven-- <= 0) return undefined;
    const next = provenAgain(one, simpler, tested);
    if (next === undefined || isSame(next.request, request)) continue;
    if (tries.sent-- <= 0) return undefined;
    const outcome = await shows(next);
    if (outcome !== undefined) return { case: next, outcome, index };
  }
  return undefined;
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

function isStillTrue({ expectation, request }: Case, { judge, accepts }: TestedOperation): boolean {
  if (expectation.kind !== "invalid") return accepts(request);
  const found = judge(request);
  return isProvenInvalid(found) && found.every(({ keyword }) => keyword === expectation.rule.keyword);
}

function isSame(one: WireRequest | undefined, other: WireRequest): boolean {
  if (one === undefined || one.target !== other.target || one.headers.length !== other.headers.length) return false;
  const areHeaders = one.headers.every(([name, value], index) => name === other.headers[index]?.[0] && value === other.headers[index]?.[1]);
  return areHeaders && Buffer.compare(one.body ?? nothing, other.body ?? nothing) === 0;
}

const nothing = new Uint8Array();
