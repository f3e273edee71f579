import { isObject, type Json, setMember } from "../../../../json.ts";
import type { PhaseName, RequestValues, Values } from "../../case.ts";
import { defaultValues } from "../../default-values.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import { choosing } from "../../values/choices.ts";
import { placesOf } from "../../values/places.ts";
import { validValues } from "../../values/valid-values.ts";
import { type Answer, ask, isSuccess } from "../ask.ts";
import { type Written, written } from "../resource.ts";

/** A request that was answered with success, and what it wrote. */
export type Done = Written & { readonly answer: Answer; readonly body: Json | undefined };

/** Where to write, and how a request is changed before it is sent. */
export type Writing = { readonly path?: Values; readonly title: string; readonly phase?: PhaseName; readonly change?: (values: RequestValues) => RequestValues };

/**
 * Sends an operation with a body, another one each time, until it succeeds: a name may be taken, and a rule may be nowhere written.
 * `undefined` where none of some did.
 */
export async function writeBody(run: Run, tested: TestedOperation, { path, title, phase = "stateful", change = (values) => values }: Writing): Promise<Done | undefined> {
  for (const proposed of bodies(run, tested, path)) {
    const values = change(proposed);
    const made = written(tested, values);
    if (made === undefined) continue;
    const answer = await ask(run, { phase, operation: tested.operation, title, ...made, expectation: { kind: "any" } });
    if (isSuccess(answer)) return { ...made, answer, body: values.body?.value };
    if (answer.response === undefined || [401, 403, 405, 501].includes(answer.response.status)) return undefined;
  }
  return undefined;
}

const tries = 8;

function* bodies(run: Run, tested: TestedOperation, path: Values | undefined): Generator<RequestValues> {
  const usual = defaultValues(run.api, tested, true);
  const least = defaultValues(run.api, tested);
  const place = placesOf(tested).find(({ in: location, name }) => location === "body" && name === (least?.body ?? usual?.body)?.mediaType);
  const base = least ?? usual;
  if (base === undefined) return;
  const at = path ?? base.path;
  const choose = choosing(run.random(tested.operation));
  for (let count = 0; place !== undefined && count < tries; count++) {
    const value = validValues(run.api).random(place.schema, choose);
    if (value !== undefined) yield { ...base, path: at, body: { mediaType: place.name, value: withIdentity(value, at) } };
  }
  if (usual !== undefined) yield { ...usual, path: at };
  yield { ...base, path: at };
}

/** What is replaced stays itself: a body that has what the path calls it says the same. */
function withIdentity(value: Json, path: Values): Json {
  const [name, id] = [...path].at(-1) ?? [];
  if (!isObject(value) || name === undefined || id === undefined) return value;
  const copy = { ...value };
  for (const each of [name, "id"]) if (Object.hasOwn(copy, each)) setMember(copy, each, id);
  return copy;
}
