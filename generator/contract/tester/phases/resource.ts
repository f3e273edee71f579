import type { RequestValues, Values } from "../case.ts";
import { defaultValues } from "../default-values.ts";
import type { WireRequest } from "../exchange.ts";
import type { PhaseName } from "../case.ts";
import type { Run, TestedOperation } from "../phase.ts";
import { prepareRequest } from "../prepare-request.ts";
import { type Answer, ask, isSuccess } from "./ask.ts";
import { sendTelling, withFreeName } from "./send-telling.ts";

/** A request that is written from values. */
export type Written = { readonly values: RequestValues; readonly request: WireRequest };

/** A valid request of an operation for these path parameters; the document's own ones where there are none given. */
export function requestFor(run: Run, tested: TestedOperation, { path, all = false }: { path?: Values; all?: boolean } = {}): Written | undefined {
  const values = defaultValues(run.api, tested, all);
  if (values === undefined) return undefined;
  const placed = path === undefined ? values : { ...values, path };
  return written(tested, withFreeName(run, tested, { values: placed, rewrite: (other) => written(tested, other)?.request }));
}

/** A valid request with these values. */
export function written(tested: TestedOperation, values: RequestValues): Written | undefined {
  const prepared = prepareRequest(tested, values, "valid");
  return prepared && { values, request: prepared.request };
}

/** Reads something that is there: by the document's own values, or else by what answers have told of. */
export async function readSomething(run: Run, tested: TestedOperation, phase: PhaseName): Promise<(Written & { readonly answer: Answer }) | undefined> {
  for (const path of [undefined, run.living.of(tested.operation.path, "GET")]) {
    const made = requestFor(run, tested, path === undefined ? {} : { path });
    if (made === undefined) continue;
    const answer = await ask(run, { phase, operation: tested.operation, title: "a plain request", request: made.request, values: made.values, expectation: { kind: "any" } });
    if (isSuccess(answer)) return { ...made, answer };
    if (tested.operation.parameters.every((parameter) => parameter.in !== "path")) return undefined;
  }
  return undefined;
}

/** Path parameters of something that this run has created, and may change; it is created now where there is nothing yet. */
export async function createdPath(run: Run, path: string, phase: PhaseName): Promise<Values | undefined> {
  const known = run.living.of(path, "PUT");
  if (known !== undefined) return known;
  const creator = run.operations.find(({ operation, contract }) => contract.method === "POST" && path.startsWith(`${operation.path}/{`) && !path.slice(operation.path.length + 2).includes("/"));
  const made = creator && requestFor(run, creator);
  if (creator === undefined || made === undefined) return undefined;
  const one = { phase, operation: creator.operation, title: "something new", ...made, expectation: { kind: "any" } } as const;
  await sendTelling(run, creator, { case: one, rewrite: (values) => written(creator, values)?.request });
  return run.living.of(path, "PUT");
}
