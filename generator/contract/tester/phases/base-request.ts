import type { RequestValues } from "../case.ts";
import { defaultValues } from "../default-values.ts";
import type { WireRequest } from "../exchange.ts";
import type { Run, TestedOperation } from "../phase.ts";
import { prepareRequest } from "../prepare-request.ts";

/** A valid request of an operation, with credentials, and what it was written from; `undefined` where none was found. */
export function baseRequest(run: Run, tested: TestedOperation): { readonly values: RequestValues; readonly request: WireRequest } | undefined {
  const values = defaultValues(run.api, tested);
  const prepared = values && prepareRequest(tested, values, "valid");
  return values === undefined || prepared === undefined ? undefined : { values, request: prepared.request };
}
