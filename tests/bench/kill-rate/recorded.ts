import type { WireRequest, WireResponse } from "../../../generator/contract/tester/exchange.ts";
import { socketTransport } from "../../../generator/contract/tester/transport/socket-transport.ts";
import type { Fault } from "../../faulty/fault.ts";
import type { Mutant } from "../../faulty/mutant.ts";
import { operationsOf } from "../../faulty/try-mutant.ts";
import { type Subject, testSubject } from "../../faulty/subjects.ts";

/** A valid request of an operation: `GET /items`. */
export type Recorded = { readonly operation: string; readonly request: WireRequest };

/** How many requests of each operation passive testers are shown. */
export const most = 40;

/** The valid requests that we send to the correct server, the first of each operation. */
export async function record(subject: Subject): Promise<Recorded[]> {
  const recorded: Recorded[] = [];
  const counts = new Map<string, number>();
  await testSubject(subject, undefined, {
    phases: ["examples", "coverage"],
    onExchange: ({ case: { operation, request, expectation } }) => {
      const name = operation === undefined ? "" : `${request.method} ${operation.path}`;
      const count = counts.get(name) ?? 0;
      counts.set(name, count + 1);
      if (expectation.kind === "valid" && count < most) recorded.push({ operation: name, request });
    },
  });
  return recorded;
}

/** What a passive tester says of an exchange. */
export type Tell = (request: WireRequest, response: WireResponse) => readonly string[];

/** What is said of a server's answers to requests, up to the first that is not among what is usual. */
export async function toldOf(url: string, requests: readonly Recorded[], { tell, usual }: { tell: Tell; usual: ReadonlySet<string> | undefined }): Promise<Set<string>> {
  const transport = socketTransport(url, { answer: 5_000, pause: 5_000 });
  const told = new Set<string>();
  for (const { request } of requests) {
    const outcome = await transport.send(request);
    if (outcome.kind === "response") for (const text of tell(request, outcome.response)) told.add(text);
    if (usual !== undefined && [...told].some((text) => !usual.has(text))) break;
  }
  await transport.close();
  return told;
}

/** Whether something is said of a faulty server that is not said of the correct one. */
export function findsBy(said: (operations: readonly string[], faulty?: { readonly fault: Fault; readonly usual: ReadonlySet<string> }) => Promise<Set<string>>): (mutant: Mutant) => Promise<boolean> {
  const known = new Map<string, ReadonlySet<string>>();
  return async (mutant) => {
    const operations = operationsOf(mutant);
    const key = operations.join();
    const usual = known.get(key) ?? (await said(operations));
    known.set(key, usual);
    return [...(await said(operations, { fault: mutant.fault, usual }))].some((text) => !usual.has(text));
  };
}
