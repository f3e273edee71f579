import type { Expectation } from "../tester/case.ts";
import type { WireRequest } from "../tester/exchange.ts";
import { isProvenInvalid } from "../tester/judge-request.ts";
import { headerNamed } from "../tester/checks/headers-named.ts";
import type { TestedOperation } from "../tester/phase.ts";

/**
 * What the document lets us expect of the answer to a request that somebody else has made. Nothing, where correct servers may read it in more
 * than one way: texts that are empty or blank, numbers with an exponent, brackets in brackets, and texts where a type is asked for.
 */
export function expectationOf(request: WireRequest, tested: TestedOperation): Expectation {
  if (isDoubtful(request)) return { kind: "any" };
  const found = tested.judge(request);
  if (found.length === 0) return { kind: hasUnknownQuery(request, tested) ? "any" : "valid" };
  const [first] = found;
  if (first === undefined || !isProvenInvalid(found) || found.some(({ keyword }) => ofWriting.has(keyword))) return { kind: "any" };
  const { keyword, at, in: location = "body", name } = first;
  const isText = location !== "body" || !/\bjson\b/i.test(headerNamed(request.headers, "content-type") ?? "");
  if (isText && keyword === "type") return { kind: "any" };
  return { kind: "invalid", rule: { keyword, at: at === "" ? tested.operation.at : at, in: location, ...(name !== undefined && { name }) } };
}

/** A parameter that is not documented is a server's to take or to refuse. */
function hasUnknownQuery({ target }: WireRequest, { operation }: TestedOperation): boolean {
  const known = new Set(operation.parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name));
  return [...new URLSearchParams(target.split("?").slice(1).join("?")).keys()].some((name) => !known.has(name));
}

/** How a value is written, and not what it is: servers differ in what they forgive. */
const ofWriting: ReadonlySet<string> = new Set(["style", "encoding", "syntax", "content", "depth"]);

function isDoubtful({ method, target, headers, body }: WireRequest): boolean {
  const query = target.split("?").slice(1).join("?");
  const isOddText = /=(&|$)|(^|&)[^=&]+(&|$)|=(\+|%20)+(&|$)|\de[+-]?\d|%5D(%5B|\[)|\](%5B|\[)/i.test(query);
  const length = headers.reduce((sum, [name, text]) => sum + name.length + text.length + 4, 0);
  return isOddText || target.length > 7000 || length > 7000 || (body?.length ?? 0) > 1024 * 1024 || headerNamed(headers, "content-encoding") !== undefined || method === "TRACE";
}
