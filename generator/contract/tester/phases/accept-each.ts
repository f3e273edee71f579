import { defaultValues } from "../default-values.ts";
import type { Run, TestedOperation } from "../phase.ts";
import { prepareRequest } from "../prepare-request.ts";

/** Asks for each media type of a success alone, where there are several (RFC 9110 §12.5.1). */
export async function acceptEach(run: Run, tested: TestedOperation): Promise<void> {
  const success = tested.contract.responses.find(({ status, content }) => /^2/.test(status) && content.length > 1);
  const values = defaultValues(run.api, tested);
  const prepared = values && prepareRequest(tested, values, "valid");
  if (success === undefined || prepared === undefined) return;
  for (const { mediaType } of success.content.slice(0, most)) {
    const headers = prepared.request.headers.map(([name, value]): [string, string] => [name, name.toLowerCase() === "accept" ? mediaType : value]);
    await run.send({ phase: "coverage", operation: tested.operation, title: `accepts ${mediaType} alone`, request: { ...prepared.request, headers }, expectation: { kind: "valid" } });
  }
}

const most = 5;
