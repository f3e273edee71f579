import type { Operation } from "../../../model/api.ts";
import type { SchemeContract } from "../../../runtime/server/contract.ts";
import type { WireRequest } from "../exchange.ts";
import { withoutCredentials } from "../phases/auth/without-credentials.ts";

/** Whether an operation asks for credentials and a request has none that would do, by what it holds: whether they are good, only the server knows. */
export function lacksCredentials(request: WireRequest, { security }: Pick<Operation, "security">, schemes: ReadonlyMap<string, SchemeContract>): boolean {
  return security.length > 0 && !security.some((alternative) => alternative.schemes.every(({ scheme }) => isThere(request, schemes.get(scheme))));
}

function isThere(request: WireRequest, scheme: SchemeContract | undefined): boolean {
  return scheme !== undefined && sizeOf(withoutCredentials(request, [scheme])) < sizeOf(request);
}

function sizeOf({ target, headers }: WireRequest): number {
  return target.length + headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
}
