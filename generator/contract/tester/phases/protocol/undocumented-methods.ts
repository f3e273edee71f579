import type { PathItem } from "../../../../model/api.ts";
import { sentMethod } from "../../../../model/sent-method.ts";
import { headersNamed } from "../../checks/headers-named.ts";
import type { WireRequest } from "../../exchange.ts";
import { matchTemplate, pathTemplates } from "../../path-template.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import { type Answer, ask, isSuccess } from "../ask.ts";
import { readSomething, requestFor } from "../resource.ts";
import { failure, violation, type Violation } from "./violation.ts";

/**
 * Asks a path with methods that it does not document: they are refused with 405 and the methods that there are (RFC 9110 §15.5.6), or with
 * 501. What is taken is more than the document says.
 */
export async function checkMethods(run: Run, tested: readonly TestedOperation[]): Promise<void> {
  const [first] = tested;
  const item = run.api.paths.find(({ path }) => path === first?.operation.path);
  if (first === undefined || item === undefined) return;
  const documented = item.operations.map(({ method }) => sentMethod(method));
  const base = await baseOf(run, tested);
  if (base === undefined || isOfAnother(run, item, base.request)) return;
  const subject: Subject = { run, item, documented, ...base };
  for (const method of candidates.filter((each) => !documented.includes(each) && !(each === "GET" && documented.includes("HEAD")))) {
    const answer = await ask(run, { phase: "protocol", title: `${method}, which is not documented`, request: asMethod(base.request, method), expectation: { kind: "any" } });
    judge(subject, method, answer);
  }
  if (!documented.includes("OPTIONS")) await askOptions(subject);
}

const candidates = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** `isThere`: a documented method has found something under the same target. */
type Base = { readonly request: WireRequest; readonly isThere: boolean };

type Subject = Base & { readonly run: Run; readonly item: PathItem; readonly documented: readonly string[] };

/** A request with a body first: it is what another method that takes one would take as well. */
async function baseOf(run: Run, tested: readonly TestedOperation[]): Promise<Base | undefined> {
  const get = tested.find(({ contract }) => contract.method === "GET");
  const read = get && (await readSomething(run, get, "protocol"));
  for (const one of tested.toSorted((a, b) => Number(b.contract.body !== undefined) - Number(a.contract.body !== undefined))) {
    const made = requestFor(run, one, read === undefined ? {} : { path: read.values.path });
    if (made !== undefined) return { request: made.request, isThere: read !== undefined };
  }
  return undefined;
}

/** Whether another template fits the same path: its methods are not this one's (OAS "Path Templating Matching"). */
function isOfAnother({ api, transport }: Run, { path }: PathItem, { target }: WireRequest): boolean {
  const base = new URL(transport.baseUrl).pathname.replace(/\/+$/, "");
  const sent = target.slice(base.length).split("?", 1).join("");
  return [...pathTemplates(api)].some(([other, template]) => (matchTemplate(template, sent) !== undefined) !== (other === path));
}

function asMethod({ target, headers, body }: WireRequest, method: string): WireRequest {
  const bare = headers.filter(([name]) => !/^(content-type|accept)$/i.test(name));
  const kept = headers.filter(([name]) => /^content-type$/i.test(name));
  const request: WireRequest = { method, target: target.split("?", 1).join(""), headers: [["accept", "*/*"], ...bare] };
  return method === "GET" || method === "DELETE" || body === undefined ? request : { ...request, headers: [...request.headers, ...kept], body };
}

function judge(subject: Subject, method: string, answer: Answer): void {
  const { run, item, isThere } = subject;
  const about = { operation: item.path, at: item.at };
  if (failure(run, answer, { ...about, key: "undocumented method" })) return;
  const status = answer.response?.status;
  if (isSuccess(answer)) return violation(run, answer, { ...about, code: "method-not-refused", key: method, message: `${method}, which is not documented, is answered with ${status}`, because: "The document has no such operation; RFC 9110 §15.5.6: a method that a resource does not support is refused with 405" });
  if (status === 405) return checkAllow(subject, method, answer);
  if (status === 404 && isThere) violation(run, answer, { ...about, severity: "warning", code: "method-not-refused", key: "404", message: "A method that is not documented gets 404, although something is there", because: "RFC 9110 §9.1: a method that is known but not allowed for the target resource SHOULD get 405" });
}

/** RFC 9110 §15.5.6: a 405 MUST have an Allow header with the target's currently supported methods. */
function checkAllow({ run, item, documented }: Subject, method: string, answer: Answer): void {
  const lines = headersNamed(answer.response?.headers ?? [], "allow");
  const listed = lines.join(",").split(",").map((each) => each.trim()).filter((each) => each !== "");
  const missing = documented.filter((each) => !listed.includes(each));
  const about: Omit<Violation, "key" | "message"> = { operation: item.path, at: item.at, because: "RFC 9110 §15.5.6: the origin server MUST generate an Allow header field in a 405 response containing a list of the target resource's currently supported methods" };
  if (lines.length === 0) return violation(run, answer, { ...about, key: "allow", message: "A 405 has no header Allow" });
  if (listed.includes(method)) return violation(run, answer, { ...about, key: "allow", message: `Allow lists ${method}, which is refused` });
  if (missing.length > 0) violation(run, answer, { ...about, key: "allow", message: `Allow does not list ${missing.join(", ")}, which the document has` });
}

/** RFC 9110 §9.3.7. Whether OPTIONS is answered is the server's choice. */
async function askOptions(subject: Subject): Promise<void> {
  const { run, item, documented, request } = subject;
  const answer = await ask(run, { phase: "protocol", title: "OPTIONS", request: asMethod({ ...request, headers: request.headers }, "OPTIONS"), expectation: { kind: "any" } });
  if (failure(run, answer, { operation: item.path, at: item.at, key: "OPTIONS" }) || !isSuccess(answer)) return;
  const lines = headersNamed(answer.response?.headers ?? [], "allow");
  const missing = documented.filter((method) => !lines.join(",").split(",").some((each) => each.trim() === method));
  if (lines.length === 0 || missing.length === 0) return;
  violation(run, answer, { operation: item.path, at: item.at, severity: "warning", key: "options", message: `Allow of OPTIONS does not list ${missing.join(", ")}, which the document has`, because: "RFC 9110 §10.2.1: Allow lists the methods that the target resource supports" });
}
