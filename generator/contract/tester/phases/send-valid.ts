import type { PhaseName, RequestValues } from "../case.ts";
import type { Run, TestedOperation } from "../phase.ts";
import { prepareRequest } from "../prepare-request.ts";
import { valueAt } from "../values/places.ts";
import { listParameters } from "./lists/list-parameters.ts";
import { sendTelling } from "./send-telling.ts";

/** A request that should be valid, and what is special about it. */
export type Proposal = { readonly values: RequestValues; readonly title: string; readonly kind?: "valid" | "any"; readonly isRare?: true };

/** Sends those of the proposed requests that two validators accept, each once, until so many have been sent. The others are left out. */
export async function sendValid(run: Run, tested: TestedOperation, phase: PhaseName, proposals: readonly Proposal[], most: number): Promise<void> {
  const sent = new Set<string>();
  // Only the server knows what its cursors are; one that the document shows is one.
  const { cursor } = phase === "examples" ? {} : listParameters(tested);
  const isMadeUp = (values: RequestValues) => cursor !== undefined && valueAt(values, cursor) !== undefined;
  for (const [index, proposal] of proposals.entries()) {
    // Of random requests there is no end.
    if (sent.size >= most) return phase === "fuzz" ? undefined : run.leaveOut(tested, proposals.length - index);
    const { values, title, kind = "valid", isRare } = proposal;
    const prepared = prepareRequest(tested, values, "valid");
    if (prepared === undefined || isKnown(prepared.request, sent)) continue;
    const rewrite = (other: RequestValues) => prepareRequest(tested, other, "valid")?.request;
    await sendTelling(run, tested, { case: { phase, operation: tested.operation, title, request: prepared.request, values, expectation: isMadeUp(values) ? { kind: "any" } : kind === "valid" && isRare ? { kind, isRare } : { kind } }, rewrite });
  }
}

/** Whether the same bytes are among those that were sent; from now on, they are. */
export function isKnown({ target, headers, body }: ReturnType<TestedOperation["write"]>, sent: Set<string>): boolean {
  const text = JSON.stringify([target, headers, body === undefined ? null : Buffer.from(body.buffer, body.byteOffset, body.length).toString("latin1")]);
  return sent.has(text) || sent.add(text) === undefined;
}
