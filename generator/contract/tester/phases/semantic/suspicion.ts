import type { Finding } from "../../finding.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import type { Answer } from "../ask.ts";

/** Takes down what is not as the document's shape lets expect. */
export function suspicion(run: Run, tested: TestedOperation, { evidence }: Answer, found: Pick<Finding, "code" | "key" | "message" | "because"> & { readonly at?: string }): void {
  const { at = tested.operation.at, ...rest } = found;
  run.report({ ...rest, severity: "warning", operation: tested.name, at: run.at(at), evidence });
}
