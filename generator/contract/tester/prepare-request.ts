import { ArgumentError } from "../../runtime/errors.ts";
import type { RequestValues } from "./case.ts";
import type { WireRequest } from "./exchange.ts";
import { isAmbiguous } from "./is-ambiguous.ts";
import { isProvenInvalid } from "./judge-request.ts";
import type { TestedOperation } from "./phase.ts";

/** A request, and what two validators say of its bytes. */
export type PreparedRequest = { readonly request: WireRequest; readonly found: ReturnType<TestedOperation["judge"]> };

/** Writes a request and has its bytes judged: `undefined` where it cannot be sent as it is, or is not proven to be what it should be, to everybody. */
export function prepareRequest(tested: TestedOperation, values: RequestValues, wanted: "valid" | "invalid"): PreparedRequest | undefined {
  const request = written(tested, values);
  if (request === undefined || isAmbiguous(values, request, tested)) return undefined;
  if (wanted === "valid") return tested.accepts(request) ? { request, found: [] } : undefined;
  const found = tested.judge(request);
  return isProvenInvalid(found) ? { request, found } : undefined;
}

function written(tested: TestedOperation, values: RequestValues): WireRequest | undefined {
  try {
    return tested.write(values);
  } catch (error) {
    if (error instanceof ArgumentError || error instanceof URIError) return undefined;
    throw error;
  }
}
