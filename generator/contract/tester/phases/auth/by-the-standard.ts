import { documentedResponse } from "../../../../model/documented-response.ts";
import { headersNamed } from "../../checks/headers-named.ts";
import type { WireRequest } from "../../exchange.ts";
import { type Answer, askUnjudged, isSuccess } from "../ask.ts";
import { send, type Subject } from "./subject.ts";

/** HEAD is GET without content (RFC 9110 §9.3.2): it tells of what is there, which is for the same to know. */
export async function askWithHead(subject: Subject, none: Answer): Promise<void> {
  const { run, tested: { contract, operation }, bare } = subject;
  if (contract.method !== "GET" || ![401, 403].includes(none.response?.status ?? 0) || run.api.operations.some(({ method, path }) => path === operation.path && /^head$/i.test(method))) return;
  const head = await askUnjudged(run, { phase: "auth", title: "HEAD without credentials", request: { ...bare, method: "HEAD" }, expectation: { kind: "any" } });
  if (!isSuccess(head)) return;
  run.report({
    code: "credentials-ignored", severity: "error", operation: `HEAD ${operation.path}`, at: run.at(operation.at), key: "none", evidence: head.evidence,
    message: `A request without credentials is answered with ${head.response?.status}, and GET with ${none.response?.status}`, because: "RFC 9110 §9.3.2: HEAD is identical to GET except that the server MUST NOT send content",
  });
}

/** RFC 9110 §11.1: the name of a scheme is the same in any case. */
export async function askInLowerCase(subject: Subject, request: WireRequest): Promise<void> {
  const { run, tested: { name, operation } } = subject;
  const headers = request.headers.map(([each, value]): [string, string] => [each, each.toLowerCase() === "authorization" ? value.replace(/^(?:Bearer|Basic)(?= )/, (scheme) => scheme.toLowerCase()) : value]);
  if (headers.every(([, value], index) => value === request.headers[index]?.[1])) return;
  const answer = await send(subject, { ...request, headers }, "the right credentials, and their scheme in small letters");
  if (answer.response?.status !== 401) return;
  run.report({
    code: "protocol-violation", severity: "warning", operation: name, at: run.at(operation.at), key: "scheme case", evidence: answer.evidence,
    message: "Credentials are refused where the name of their scheme is in small letters", because: "RFC 9110 §11.1: authentication schemes are case-insensitive",
  });
}

/** RFC 9110 §15.5.2: a 401 MUST say by which schemes to come again; there is such a scheme only where credentials stand in Authorization. */
export function checkChallenge({ run, tested: { name, operation }, contracts }: Subject, { evidence, response }: Answer): void {
  if (response?.status !== 401 || headersNamed(response.headers, "www-authenticate").length > 0) return;
  const used = operation.security.flatMap(({ schemes }) => schemes).map(({ scheme }) => contracts.get(scheme));
  if (!used.some((scheme) => scheme !== undefined && scheme.kind !== "apiKey" && scheme.kind !== "mutualTLS")) return;
  const documented = documentedResponse(operation.responses, 401)?.headers.find((header) => header.name.toLowerCase() === "www-authenticate");
  // A required one that is missing is found by the check of headers.
  if (documented?.required === true) return;
  run.report({
    code: "protocol-violation", severity: documented === undefined ? "warning" : "error", operation: name, at: run.at(documented?.at ?? operation.at), key: "www-authenticate", evidence,
    message: "A 401 has no header WWW-Authenticate", because: "RFC 9110 §15.5.2: the server generating a 401 response MUST send a WWW-Authenticate header field",
  });
}
