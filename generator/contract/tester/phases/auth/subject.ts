import { documentedResponse } from "../../../../model/documented-response.ts";
import type { SchemeContract } from "../../../../runtime/server/contract.ts";
import type { RequestValues } from "../../case.ts";
import type { WireRequest } from "../../exchange.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import { type Answer, ask, statuses } from "../ask.ts";

/** Whose doors are tried: an operation, and a valid request of it. */
export type Subject = {
  readonly run: Run;
  readonly tested: TestedOperation;
  readonly contracts: ReadonlyMap<string, SchemeContract>;
  readonly values: RequestValues;
  /** The request without credentials. */
  readonly bare: WireRequest;
};

/** Sends a request of it; what the answer means is for the phase to say. */
export function send({ run, tested, values }: Subject, request: WireRequest, title: string): Promise<Answer> {
  // Where the document has 401 and not 403, a 403 is as undocumented as anything else.
  const isForbidden = documentedResponse(tested.operation.responses, 401) === undefined || documentedResponse(tested.operation.responses, 403) !== undefined;
  // Nor is who is refused sent elsewhere.
  const expectation = { kind: "status", statuses: [...statuses(200, 299), ...statuses(400, 499)].filter((status) => isForbidden || status !== 403), because: "what it means is for this phase to say", odd: "credentials" } as const;
  return ask(run, { phase: "auth", operation: tested.operation, title, request, values, expectation });
}
