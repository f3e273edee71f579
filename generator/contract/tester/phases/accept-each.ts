import { headersNamed } from "../checks/headers-named.ts";
import { defaultValues } from "../default-values.ts";
import type { WireResponse } from "../exchange.ts";
import type { Run, TestedOperation } from "../phase.ts";
import { prepareRequest } from "../prepare-request.ts";
import { type Answer, ask, isSuccess } from "./ask.ts";
import { violation } from "./protocol/violation.ts";

/** Asks for each media type of a success alone, where there are several, and for each before others that are not wanted (RFC 9110 §12.5.1). */
export async function acceptEach(run: Run, tested: TestedOperation): Promise<void> {
  const success = tested.contract.responses.find(({ status, content }) => /^2/.test(status) && content.length > 1);
  const values = defaultValues(run.api, tested);
  const prepared = values && prepareRequest(tested, values, "valid");
  if (success === undefined || prepared === undefined) return;
  const types = success.content.slice(0, most).map(({ mediaType }) => mediaType).filter((type) => !type.includes("*"));
  const wishes = types.flatMap((type) => [
    { accept: type, title: `accepts ${type} alone` },
    { accept: [...types.filter((other) => other !== type).map((other) => `${other};q=0`), type].join(", "), title: `accepts ${type}, and no other` },
  ]);
  const answers: Answer[] = [];
  for (const { accept, title } of wishes) {
    const headers = prepared.request.headers.map(([name, value]): [string, string] => [name, name.toLowerCase() === "accept" ? accept : value]);
    answers.push(await ask(run, { phase: "coverage", operation: tested.operation, title, request: { ...prepared.request, headers }, expectation: { kind: "valid" } }));
  }
  checkVary(run, tested, { answers, asked: "Accept", given: "content-type" });
}

const most = 5;

/** Whether answers that differ by what a header of the request asks for say so to caches. */
export function checkVary(run: Run, { name, operation, contract }: TestedOperation, { answers, asked, given }: { answers: readonly Answer[]; asked: string; given: string }): void {
  const successes = answers.filter(isSuccess);
  const kinds = new Set(successes.flatMap(({ response }) => headersOf(response, given)));
  const silent = successes.find(({ response }) => !headersOf(response, "vary").join(",").toLowerCase().split(",").some((each) => each.trim() === asked.toLowerCase() || each.trim() === "*"));
  // Caches keep what answers GET.
  if (contract.method !== "GET" || kinds.size < 2 || silent === undefined) return;
  violation(run, silent, {
    operation: name, at: operation.at, severity: "warning", key: "header vary", message: `What comes depends on ${asked}, and Vary does not say so`,
    because: "RFC 9110 §12.5.5: an origin server SHOULD generate a Vary header field on a cacheable response when it wishes that response to be selectively reused",
  });
}

function headersOf(response: WireResponse | undefined, name: string): string[] {
  return headersNamed(response?.headers ?? [], name);
}
