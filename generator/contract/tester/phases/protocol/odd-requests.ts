import { Buffer } from "node:buffer";
import type { WireRequest } from "../../exchange.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import { ask, askUnjudged, statuses } from "../ask.ts";
import { requestFor } from "../resource.ts";
import { failure } from "./violation.ts";

/**
 * Sends targets and headers that no client library makes: wrong percent-encoding, a very long query, an Accept that nothing fits, content where
 * there is none. A server may refuse them or not; it must not fail (RFC 9110 §15.5, §12.4.1).
 */
export async function checkOddRequests(run: Run, tested: TestedOperation): Promise<void> {
  const made = requestFor(run, tested);
  if (made === undefined) return;
  const { request } = made;
  const plain = await askUnjudged(run, { phase: "protocol", title: "a plain request", request, expectation: { kind: "any" } });
  // What fails without anything odd fails for another reason.
  if ((plain.response?.status ?? 500) >= 500) return;
  // What stands before a server may answer these in its own way.
  for (const [title, odd, key = title] of oddTargets(tested, request)) {
    const answer = await askUnjudged(run, { phase: "protocol", title, request: odd, expectation: { kind: "any" } });
    failure(run, answer, { operation: tested.name, at: tested.operation.at, key: key.startsWith("path ") ? `${answer.response?.status} ${key}` : key });
  }
  for (const [title, odd] of oddHeaders(tested, request)) {
    await ask(run, { phase: "protocol", operation: tested.operation, title, request: odd, expectation: { kind: "status", statuses: statuses(200, 499), because: "HTTP leaves it to the server" } });
  }
}

type Odd = readonly [title: string, request: WireRequest, key?: string];

function oddTargets({ operation }: TestedOperation, request: WireRequest): Odd[] {
  const [path = "", query] = request.target.split("?", 2);
  const search = query === undefined ? "" : `${query}&`;
  // What makes it fail is found by other phases as what is wrong with this parameter.
  const inPath = ["%zz", "%ff", "99999999999999999999"].flatMap((text): Odd[] => {
    const odd = withLastParameter(operation.path, path, text);
    const name = /\{([^{}]*)\}[^{}]*$/.exec(operation.path)?.[1] ?? "";
    return odd === undefined ? [] : [[`${text} in its path`, { ...request, target: odd + (query === undefined ? "" : `?${query}`) }, `path ${name}`]];
  });
  return [...inPath, ["%zz in its query", { ...request, target: `${path}?${search}specwright=%zz` }, "percent-encoding"], ["a query of 4,000 characters", { ...request, target: `${path}?${search}specwright=${"a".repeat(4000)}` }]];
}

/** The path with another text in place of its last parameter. The base path stands before the template's segments. */
function withLastParameter(template: string, path: string, text: string): string | undefined {
  const wanted = template.split("/").toReversed();
  const fromEnd = wanted.findIndex((segment) => segment.includes("{"));
  const sent = path.split("/");
  const index = sent.length - 1 - fromEnd;
  return fromEnd < 0 || index < 1 ? undefined : sent.map((segment, each) => (each === index ? text : segment)).join("/");
}

function oddHeaders({ contract }: TestedOperation, request: WireRequest): Odd[] {
  const accept: Odd = ["an Accept that nothing fits", { ...request, headers: [...request.headers.filter(([name]) => name.toLowerCase() !== "accept"), ["accept", "application/x-specwright"]] }];
  const content: Odd = ["content, although it has none", { ...request, headers: [...request.headers, ["content-type", "application/json"]], body: Buffer.from("{}") }];
  return contract.body === undefined && request.body === undefined ? [accept, content] : [accept];
}
