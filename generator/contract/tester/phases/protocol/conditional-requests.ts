import { headerNamed } from "../../checks/headers-named.ts";
import type { Header, WireRequest } from "../../exchange.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import { ask, isSuccess } from "../ask.ts";
import { createdPath, readSomething, requestFor } from "../resource.ts";
import { violation } from "./violation.ts";

/** What no server gives for an ETag, in a form that each takes. */
const unknownTag = '"0specwright0"';

/** Asks for what changed only: 304 is for the ETag that was given, and for no other (RFC 9110 §13.1.2). A server may always answer in full. */
export async function checkNoneMatch(run: Run, get: TestedOperation): Promise<void> {
  const read = await readSomething(run, get, "protocol");
  const etag = read?.answer.response && headerNamed(read.answer.response.headers, "etag");
  if (read === undefined || etag === undefined) return;
  const about = { operation: get.name, at: get.operation.at };
  const send = (tag: string, title: string) => ask(run, { phase: "protocol", operation: get.operation, title, request: withHeader(read.request, ["if-none-match", tag]), expectation: { kind: "any" } });
  const other = await send(unknownTag, "If-None-Match with an ETag that was never given");
  if (other.response?.status === 304) return violation(run, other, { ...about, key: "if-none-match", message: "304 for an ETag that was never given", because: "RFC 9110 §13.1.2: the condition is false only if one of the listed tags matches the entity tag of the selected representation" });
  const same = await send(etag, "If-None-Match with the ETag that was given");
  const documented = get.operation.responses.find(({ status }) => status === "304");
  if (documented === undefined || !isSuccess(same) || headerNamed(same.response?.headers ?? [], "etag") !== etag) return;
  violation(run, same, { ...about, at: documented.at, key: "if-none-match", message: `${same.response?.status} although the ETag is the one that was given`, because: "The document has 304; RFC 9110 §13.1.2: when the condition is false, the server MUST NOT perform the method, and answers GET with 304" });
}

/** Changes something only if it is as it never was: that must not happen where the document has 412 (RFC 9110 §13.1.1). */
export async function checkMatch(run: Run, tested: TestedOperation): Promise<void> {
  const { operation } = tested;
  const documented = operation.responses.find(({ status }) => status === "412");
  const path = documented && (await createdPath(run, operation.path, "protocol"));
  const made = path && requestFor(run, tested, { path });
  if (documented === undefined || made === undefined) return;
  const answer = await ask(run, { phase: "protocol", operation, title: "If-Match with an ETag that was never given", request: withHeader(made.request, ["if-match", unknownTag]), expectation: { kind: "any" } });
  if (!isSuccess(answer)) return;
  violation(run, answer, { operation: tested.name, at: documented.at, key: "if-match", message: `${answer.response?.status} although If-Match has an ETag that was never given`, because: "The document has 412; RFC 9110 §13.1.1: an origin server MUST NOT perform the requested method if a received If-Match condition evaluates to false" });
}

function withHeader(request: WireRequest, header: Header): WireRequest {
  return { ...request, headers: [...request.headers.filter(([name]) => name.toLowerCase() !== header[0]), header] };
}
