import type { Api, Operation } from "../../model/api.ts";
import { schemeContracts } from "../../model/scheme-contracts.ts";
import { headersNamed } from "./checks/headers-named.ts";
import type { Case } from "./case.ts";
import type { Outcome, WireRequest } from "./exchange.ts";

/** Which credentials were let in, and where: those that are not any more have ended, as a session does when somebody logs out. */
export type AcceptedCredentials = {
  readonly learn: (one: Case, outcome: Outcome) => void;
  /** Whether an operation has let in the credentials of a request before, and a GET that has, which may be asked again. */
  readonly of: (request: WireRequest, operation: Operation) => { readonly here: boolean; readonly witness: Case | undefined };
};

/** Nothing is known of any credentials yet. */
export function acceptedCredentials(api: Api): AcceptedCredentials {
  const names = ["authorization", "cookie", ...[...schemeContracts(api).values()].flatMap((scheme) => (scheme.kind === "apiKey" && scheme.in === "header" ? [scheme.parameter.toLowerCase()] : []))];
  const order = new Map(api.operations.map((operation, index) => [operation, index]));
  const known = new Map<string, Map<Operation, Case>>();
  const keyOf = ({ headers }: WireRequest) => JSON.stringify(names.map((name) => headersNamed(headers, name)));
  return {
    learn: (one, outcome) => {
      const { operation, request } = one;
      if (operation === undefined || outcome.kind !== "response" || outcome.response.status < 200 || outcome.response.status > 299) return;
      if (operation.security.length === 0 || operation.security.some(({ schemes }) => schemes.length === 0)) return;
      const key = keyOf(request);
      const cases = known.get(key) ?? new Map<Operation, Case>();
      known.set(key, cases);
      if (!cases.has(operation)) cases.set(operation, one);
    },
    of: (request, operation) => {
      const cases = known.get(keyOf(request));
      const gets = [...(cases?.values() ?? [])].filter((one) => one.request.method === "GET" && one.operation !== operation);
      const [witness] = gets.sort((one, other) => indexOf(order, one) - indexOf(order, other));
      return { here: cases?.has(operation) === true, witness };
    },
  };
}

function indexOf(order: ReadonlyMap<Operation, number>, { operation }: Case): number {
  return (operation && order.get(operation)) ?? Infinity;
}
