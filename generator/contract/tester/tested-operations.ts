import type { Api, Operation } from "../../model/api.ts";
import { schemaById } from "../../model/lookup.ts";
import { contractOf } from "../../model/operation-contract.ts";
import { methodAndPath } from "../../model/sent-method.ts";
import type { WireRequest } from "./exchange.ts";
import { requestJudge } from "./judge-request.ts";
import type { TestedOperation } from "./phase.ts";
import { requestWriter } from "./write-request.ts";

/** How requests of a run look, whatever operation they are of. */
export type Dressing = {
  /** What stands before every path on the server: `/v1`, or "". */
  readonly basePath: string;
  /** Adds what is sent with every request of an operation: credentials, headers. */
  readonly dress: (request: WireRequest, operation: Operation) => WireRequest;
};

/** The operations of an Api as a tester has them. What one needs is made when it is first asked for. */
export function testedOperations(api: Api, { basePath, dress }: Dressing): TestedOperation[] {
  const schemas = schemaById(api);
  return api.operations.map((operation) => {
    const contract = once(() => contractOf(operation, schemas));
    const write = once(() => requestWriter(api, contract()));
    const judge = once(() => requestJudge(api, contract()));
    return {
      operation,
      name: methodAndPath(operation),
      get contract() {
        return contract();
      },
      write: (given) => {
        const written = write()(given);
        return dress({ ...written, target: basePath + written.target }, operation);
      },
      judge: (request) => judge().judge({ ...request, target: withoutBase(request.target, basePath) }),
      accepts: (request) => judge().accepts({ ...request, target: withoutBase(request.target, basePath) }),
    };
  });
}

function withoutBase(target: string, basePath: string): string {
  return target.startsWith(basePath) ? target.slice(basePath.length) : target;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
