import { headerNamed } from "../../checks/headers-named.ts";
import type { WireResponse } from "../../exchange.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import { type Answer, ask, isSuccess, statuses } from "../ask.ts";
import { readSomething } from "../resource.ts";
import { failure, violation } from "./violation.ts";

/**
 * HEAD is GET without content: the same status, and the same ETag where both have one (RFC 9110 §9.3.2). It is asked between two
 * GETs that give the same, so that what has changed meanwhile is nobody's fault. A server need not have it where the document does not.
 */
export async function checkHead(run: Run, get: TestedOperation): Promise<void> {
  const before = await readSomething(run, get, "protocol");
  if (before === undefined) return;
  const { request, answer: { response: first } } = before;
  const documented = run.api.operations.find(({ method, path }) => path === get.operation.path && /^head$/i.test(method));
  const head = await ask(run, { phase: "protocol", ...(documented !== undefined && { operation: documented }), title: "HEAD of what GET gives", request: { ...request, method: "HEAD" }, expectation: { kind: "status", statuses: statuses(200, 499), because: "RFC 9110 §9.3.2" } });
  const about = { operation: `HEAD ${get.operation.path}`, at: documented?.at ?? get.operation.at };
  if (documented === undefined && failure(run, head, { ...about, key: "HEAD" })) return;
  const after = await ask(run, { phase: "protocol", operation: get.operation, title: "the same request again", request, values: before.values, expectation: { kind: "any" } });
  if (first === undefined || after.response === undefined || head.response === undefined || isDifferent(first, after.response)) return;
  const difference = differenceOf(head, first, documented !== undefined);
  if (difference !== undefined) violation(run, head, { ...about, ...difference });
}

function isDifferent(one: WireResponse, other: WireResponse): boolean {
  return one.status !== other.status || one.body.length !== other.body.length || headerNamed(one.headers, "etag") !== headerNamed(other.headers, "etag");
}

function differenceOf(head: Answer, get: WireResponse, isDocumented: boolean): { key: string; message: string; because: string } | undefined {
  const { response } = head;
  if (response === undefined) return undefined;
  const because = "RFC 9110 §9.3.2: HEAD is identical to GET except that the server MUST NOT send content";
  if (!isSuccess(head)) return isDocumented && response.status < 500 && ![401, 403, 429].includes(response.status) ? { key: "status", message: `HEAD is answered with ${response.status}, and GET with ${get.status}`, because } : undefined;
  const etags = [headerNamed(response.headers, "etag"), headerNamed(get.headers, "etag")];
  const types = [response, get].map(({ headers }) => headerNamed(headers, "content-type")?.split(";")[0]?.trim().toLowerCase());
  if (types.every((type) => type !== undefined) && types[0] !== types[1]) return { key: "content-type", message: `HEAD says ${types[0]}, and GET ${types[1]}`, because };
  const length = headerNamed(response.headers, "content-length");
  // A content coding may come out in another length each time.
  const isPlain = headerNamed(get.headers, "content-encoding") === undefined;
  if (length !== undefined && isPlain && Number(length) !== get.body.length) return { key: "content-length", message: `HEAD says ${length} bytes, and GET has ${get.body.length}`, because: "RFC 9110 §8.6: a server MUST NOT send Content-Length in a response to HEAD unless it is what would have been sent to GET" };
  if (etags.every((etag) => /^(W\/)?"[^"]*"$/.test(etag ?? "")) && etags[0] !== etags[1]) return { key: "etag", message: `HEAD gives the ETag ${etags[0]}, and GET ${etags[1]}`, because };
  return undefined;
}
