import { Buffer } from "node:buffer";
import { headerNamed } from "../../checks/headers-named.ts";
import type { Values } from "../../case.ts";
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
  const because = "RFC 9110 §13.1.2: If-None-Match is compared weakly, with each tag of the list";
  const same = await send(etag, "If-None-Match with the ETag that was given");
  const documented = get.operation.responses.find(({ status }) => status === "304");
  await checkModifiedSince(run, get, read);
  if (same.response?.status === 304 && headerNamed(same.response.headers, "etag") === undefined) return violation(run, same, { ...about, severity: "warning", key: "etag", message: "A 304 has no ETag, and a 200 has one", because: "RFC 9110 §15.4.5: the server generating a 304 response MUST generate ETag if it would have been sent in a 200 response to the same request" });
  if (documented === undefined) return;
  if (!isSuccess(same)) {
    for (const [tag, title] of [[`${unknownTag}, ${etag}`, "If-None-Match with the ETag that was given as the second of two"], [etag.startsWith("W/") ? etag.slice(2) : `W/${etag}`, "If-None-Match with the ETag that was given, weak or strong as it was not"]] as const) {
      const answer = await send(tag, title);
      if (same.response?.status === 304 && isSuccess(answer) && headerNamed(answer.response?.headers ?? [], "etag") === etag) return violation(run, answer, { ...about, severity: "warning", at: documented.at, key: "if-none-match", message: `304 for ${etag}, and ${answer.response?.status} for ${tag}`, because });
    }
    return;
  }
  const now = headerNamed(same.response?.headers ?? [], "etag");
  const isSame = Buffer.from(same.response?.body ?? []).equals(Buffer.from(read.answer.response?.body ?? []));
  if (now !== etag) return isSame && now !== undefined ? violation(run, same, { ...about, severity: "warning", at: documented.at, key: "etag", message: "The ETag is another each time, though what it is of is the same", because: "The document has 304, which can never be; RFC 9110 §8.8: a validator says whether a representation has changed" }) : undefined;
  violation(run, same, { ...about, at: documented.at, key: "if-none-match", message: `${same.response?.status} although the ETag is the one that was given`, because: "The document has 304; RFC 9110 §13.1.2: when the condition is false, the server MUST NOT perform the method, and answers GET with 304" });
}

/** Asks for what changed since a time: not what has changed since, and not where If-None-Match says more (RFC 9110 §13.1.3). */
async function checkModifiedSince(run: Run, get: TestedOperation, { request, answer }: NonNullable<Awaited<ReturnType<typeof readSomething>>>): Promise<void> {
  const changed = headerNamed(answer.response?.headers ?? [], "last-modified");
  if (changed === undefined || !(Date.parse(changed) > Date.parse(longAgo))) return;
  const about = { operation: get.name, at: get.operation.at, key: "if-modified-since" };
  const send = (sent: WireRequest, title: string) => ask(run, { phase: "protocol", operation: get.operation, title, request: sent, expectation: { kind: "any" } });
  const old = await send(withHeader(request, ["if-modified-since", longAgo]), "If-Modified-Since with a time before it was changed");
  if (old.response?.status === 304) return violation(run, old, { ...about, message: "304 although it was changed since", because: "RFC 9110 §13.1.3: the condition is false only if the last modification date is earlier or equal to the given one" });
  const both = await send(withHeader(withHeader(request, ["if-modified-since", changed]), ["if-none-match", unknownTag]), "If-Modified-Since with the time of its change, and If-None-Match with another ETag");
  if (both.response?.status === 304) violation(run, both, { ...about, message: "304 although If-None-Match has an ETag that was never given", because: "RFC 9110 §13.1.3: a recipient MUST ignore If-Modified-Since if the request contains an If-None-Match header field" });
}

const longAgo = "Sat, 01 Jan 2000 00:00:00 GMT";

/** Changes something only if it is as it never was: that must not happen where the document has 412 (RFC 9110 §13.1.1). */
export async function checkMatch(run: Run, tested: TestedOperation): Promise<void> {
  const { operation } = tested;
  const documented = operation.responses.find(({ status }) => status === "412");
  const path = documented && (await createdPath(run, operation.path, "protocol"));
  const made = path && requestFor(run, tested, { path });
  if (documented === undefined || path === undefined || made === undefined) return;
  const answer = await ask(run, { phase: "protocol", operation, title: "If-Match with an ETag that was never given", request: withHeader(made.request, ["if-match", unknownTag]), expectation: { kind: "any" } });
  if (!isSuccess(answer)) return checkOwnTag(run, tested, path);
  violation(run, answer, { operation: tested.name, at: documented.at, key: "if-match", message: `${answer.response?.status} although If-Match has an ETag that was never given`, because: "The document has 412; RFC 9110 §13.1.1: an origin server MUST NOT perform the requested method if a received If-Match condition evaluates to false" });
}

/** Changes something only if it is as it is: that is done. */
async function checkOwnTag(run: Run, tested: TestedOperation, path: Values): Promise<void> {
  const { operation } = tested;
  const get = run.operations.find(({ contract, operation: { path: other } }) => contract.method === "GET" && other === operation.path);
  const [read, made] = [get && requestFor(run, get, { path }), requestFor(run, tested, { path })];
  if (get === undefined || read === undefined || made === undefined) return;
  const shown = await ask(run, { phase: "protocol", operation: get.operation, title: "what there is", ...read, expectation: { kind: "any" } });
  const etag = isSuccess(shown) ? headerNamed(shown.response?.headers ?? [], "etag") : undefined;
  if (etag === undefined || etag.startsWith("W/")) return;
  const answer = await ask(run, { phase: "protocol", operation, title: "If-Match with the ETag that it has", request: withHeader(made.request, ["if-match", etag]), expectation: { kind: "any" } });
  if (answer.response?.status !== 412) return;
  violation(run, { ...answer, evidence: { ...answer.evidence, before: [shown.evidence] } }, { operation: tested.name, at: operation.at, key: "if-match own", message: `412 although If-Match has the ETag that ${get.name} gives`, because: "RFC 9110 §13.1.1: the condition is true if any of the listed tags match the entity tag of the selected representation" });
}

function withHeader(request: WireRequest, header: Header): WireRequest {
  return { ...request, headers: [...request.headers.filter(([name]) => name.toLowerCase() !== header[0]), header] };
}
