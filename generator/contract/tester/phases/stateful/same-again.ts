import type { Run, TestedOperation } from "../../phase.ts";
import { ask } from "../ask.ts";
import { readSomething } from "../resource.ts";

/** Reads the same three times: what is there stays there while nobody changes anything (RFC 9110 §9.2.1). What changes in it is not looked at. */
export async function checkSameAgain(run: Run, tested: TestedOperation): Promise<void> {
  const first = await readSomething(run, tested, "stateful");
  if (first === undefined) return;
  for (const title of ["the same request again", "the same request a third time"]) {
    const answer = await ask(run, { phase: "stateful", operation: tested.operation, title, request: first.request, values: first.values, expectation: { kind: "any" } });
    const status = answer.response?.status ?? 0;
    if (![400, 404, 410, 422].includes(status)) continue;
    return run.report({
      code: "not-repeatable", severity: "error", operation: tested.name, at: run.at(tested.operation.at), key: "status",
      message: `The same request is answered with ${first.answer.response?.status}, and then with ${status}`,
      because: "Nothing was changed between them (RFC 9110 §9.2.1: GET is safe)",
      evidence: { ...answer.evidence, before: [first.answer.evidence] },
    });
  }
}
