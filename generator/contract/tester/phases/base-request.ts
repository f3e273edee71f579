import type { RequestValues } from "../case.ts";
import { defaultValues } from "../default-values.ts";
import type { WireRequest } from "../exchange.ts";
import type { Run, TestedOperation } from "../phase.ts";
import { prepareRequest } from "../prepare-request.ts";
import { tellingValues } from "./send-telling.ts";

/**
 * A valid request of an operation, with credentials, and what it was written from; `undefined` where none was found. What it names is there,
 * or is not taken yet, as far as that is known.
 */
export function baseRequest(run: Run, tested: TestedOperation): { readonly values: RequestValues; readonly request: WireRequest } | undefined {
  const usual = defaultValues(run.api, tested);
  const values = usual && tellingValues(run, tested, { values: usual, rewrite: (other) => prepareRequest(tested, other, "valid")?.request });
  const prepared = values && prepareRequest(tested, values, "valid");
  return values === undefined || prepared === undefined ? undefined : { values, request: prepared.request };
}
