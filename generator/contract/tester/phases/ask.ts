import type { Json } from "../../../json.ts";
import type { Case } from "../case.ts";
import type { WireResponse } from "../exchange.ts";
import type { Evidence } from "../finding.ts";
import { exactJsonOf } from "../exact-json.ts";
import type { Run } from "../phase.ts";

/** What came of a case: nothing is known of an answer that did not come. */
export type Answer = { readonly evidence: Evidence; readonly response?: WireResponse };

/** Sends a case, and gives what came back with the evidence that it is. */
export async function ask(run: Run, one: Case): Promise<Answer> {
  const outcome = await run.send(one);
  return { evidence: { case: one, outcome }, ...(outcome.kind === "response" && { response: outcome.response }) };
}

/** Sends a case past all checks: what stands before a server may answer it in its own way, so that only the phase looks at it. */
export async function askUnjudged(run: Run, one: Case): Promise<Answer> {
  const outcome = await run.transport.send(one.request);
  return { evidence: { case: one, outcome }, ...(outcome.kind === "response" && { response: outcome.response }) };
}

/** Whether an answer says that what was asked for was done. */
export function isSuccess({ response }: Answer): boolean {
  return response !== undefined && response.status >= 200 && response.status < 300;
}

/** The JSON value that an answer's body is, in which large integers are texts; nothing where it is none. */
export function jsonOf({ response }: Answer): Json | undefined {
  return response === undefined ? undefined : exactJsonOf(response.body);
}

/** All statuses from one to another, for expectations that leave them open. */
export function statuses(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
