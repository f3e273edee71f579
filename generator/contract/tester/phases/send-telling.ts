import type { Case, RequestValues } from "../case.ts";
import { defaultValues } from "../default-values.ts";
import type { Outcome, WireRequest } from "../exchange.ts";
import { textsOf, withFreshText } from "../fresh-body.ts";
import type { Run, TestedOperation } from "../phase.ts";
import { choosing } from "../values/choices.ts";
import { validValues } from "../values/valid-values.ts";

/** A case that was written from values, and how to write it from others: `undefined` where it would not be what it is any more. */
export type Telling = { readonly case: Case & { readonly values: RequestValues }; readonly rewrite: (values: RequestValues) => WireRequest | undefined };

/**
 * Sends a case, and where the answer tells nothing but that what it names is not there (404, 410), or is there already (409), once more with
 * what is there, and with a name that is not taken.
 */
export async function sendTelling(run: Run, tested: TestedOperation, telling: Telling): Promise<void> {
  const outcome = await run.send(telling.case);
  if (statusOf(outcome) === 409) return sendFresh(run, tested, telling);
  if (statusOf(outcome) !== 404 && statusOf(outcome) !== 410) return;
  const { values } = telling.case;
  const usual = defaultValues(run.api, tested)?.path ?? new Map();
  const path = run.living.of(tested.operation.path, tested.contract.method);
  if (path !== undefined && [...usual].every(([name, value]) => values.path.get(name) === value)) {
    const there = { ...values, path };
    const other = await sendOther(run, telling, there);
    if (other !== undefined && statusOf(other) === 409) await sendFresh(run, tested, { ...telling, case: { ...telling.case, values: there } });
  }
}

/** The same values, with the path of something that is there and a name that is not taken, where a run has learnt of such. */
export function tellingValues(run: Run, tested: TestedOperation, { values, rewrite }: Written): RequestValues {
  const path = run.living.of(tested.operation.path, tested.contract.method);
  const living = path !== undefined && rewrite({ ...values, path }) !== undefined ? { ...values, path } : values;
  return withFreeName(run, tested, { values: living, rewrite });
}

/** The same values, with a name that is not taken, where a run has learnt which member of the body is the name. */
export function withFreeName(run: Run, tested: TestedOperation, { values, rewrite }: Written): RequestValues {
  const { random, name } = memoryOf(run, tested);
  const isStillSo = (other: RequestValues) => rewrite(other) !== undefined;
  return (name === undefined ? undefined : withFreshText(values, name, { tested, made: validValues(run.api), choose: choosing(random), isStillSo })) ?? values;
}

type Written = { readonly values: RequestValues; readonly rewrite: Telling["rewrite"] };

/** Learns which member of a body is the name. */
async function sendFresh(run: Run, tested: TestedOperation, telling: Telling): Promise<void> {
  const memory = memoryOf(run, tested);
  const isStillSo = (values: RequestValues) => telling.rewrite(values) !== undefined;
  for (const name of memory.name === undefined ? textsOf(telling.case.values) : [memory.name]) {
    const values = withFreshText(telling.case.values, name, { tested, made: validValues(run.api), choose: choosing(memory.random), isStillSo });
    const outcome = values && (await sendOther(run, telling, values));
    if (outcome === undefined || statusOf(outcome) === 409) continue;
    memory.name = name;
    return;
  }
}

async function sendOther(run: Run, { case: one, rewrite }: Telling, values: RequestValues): Promise<Outcome | undefined> {
  const request = rewrite(values);
  return request === undefined ? undefined : run.send({ ...one, values, request });
}

function statusOf(outcome: Outcome): number | undefined {
  return outcome.kind === "response" ? outcome.response.status : undefined;
}

/** What goes on through a run: names that have been sent are taken. Each operation has its own, so that what it sends follows from nothing but its seed. */
type Memory = { readonly random: () => number; name?: string };

function memoryOf(run: Run, tested: TestedOperation): Memory {
  const known = memories.get(tested) ?? { random: run.random(tested.operation) };
  memories.set(tested, known);
  return known;
}

const memories = new WeakMap<TestedOperation, Memory>();
