import { Buffer } from "node:buffer";
import type { Finding } from "../../finding.ts";
import type { WireRequest } from "../../exchange.ts";
import { isProvenInvalid } from "../../judge-request.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import { ask, isSuccess, statuses } from "../ask.ts";
import { createdPath, requestFor } from "../resource.ts";
import { violation } from "./violation.ts";

/** A body that is odd. Where it may not be taken, or its media type not be refused, it says as what that is found. */
type Odd = { readonly title: string; readonly request: WireRequest; readonly taken?: { readonly key: string; readonly severity: Finding["severity"]; readonly because: string }; readonly refused?: { readonly key: string; readonly because: string } };

/**
 * Sends bodies that no client library makes. What is no JSON, or of a media type that is not documented, must not be taken; else HTTP leaves
 * much freedom: then it is only looked at whether the server fails.
 */
export async function checkBodies(run: Run, tested: TestedOperation): Promise<void> {
  const { operation, contract } = tested;
  const path = contract.method !== "POST" && operation.path.endsWith("}") ? await createdPath(run, operation.path, "protocol") : undefined;
  const made = requestFor(run, tested, path === undefined ? {} : { path });
  const { body } = made?.request ?? {};
  if (made === undefined) return;
  const odd = body === undefined || body.length === 0 ? [] : [...oddTypes(tested, made.request, body), ...(isJson(made.request) ? oddJson(made.request, body) : []), ...(isLines(tested, made.request) ? oddLines(made.request, body) : [])];
  for (const { title, request, taken, refused } of odd) {
    const answer = await ask(run, { phase: "protocol", operation, title, request, expectation: { kind: "status", statuses: statuses(200, 499), because: "HTTP leaves it to the server", odd: "body" } });
    if (refused !== undefined && answer.response?.status === 415) violation(run, answer, { severity: "warning", operation: tested.name, at: operation.requestBody?.at ?? operation.at, key: refused.key, message: `A body with ${title} is refused with 415`, because: refused.because });
    if (taken === undefined || !isSuccess(answer)) continue;
    violation(run, answer, { code: "invalid-request-accepted", severity: taken.severity, operation: tested.name, at: operation.requestBody?.at ?? operation.at, key: taken.key, message: `A request with ${title} is accepted with ${answer.response?.status}`, because: taken.because });
  }
}

function isJson({ headers }: WireRequest): boolean {
  return headers.some(([name, value]) => name.toLowerCase() === "content-type" && /^application\/([^;]*\+)?json\s*(;|$)/i.test(value));
}

function isLines({ contract }: TestedOperation, { headers }: WireRequest): boolean {
  const sent = headers.find(([name]) => name.toLowerCase() === "content-type")?.[1];
  return contract.body?.content.some(({ kind, mediaType }) => kind === "lines" && mediaType === sent) === true;
}

function oddLines(request: WireRequest, body: Uint8Array): Odd[] {
  const text = Buffer.from(body).toString();
  return [
    { title: "a line that is no JSON", request: { ...request, body: Buffer.from(`${text}{\n`) }, taken: { key: "syntax", severity: "error", because: "RFC 8259 §2: it is no JSON, and the document asks for lines of JSON" } },
    { title: "an empty line among the lines", request: { ...request, body: Buffer.from(`${text}\n${text}`) } },
  ];
}

function oddTypes(tested: TestedOperation, request: WireRequest, body: Uint8Array): Odd[] {
  const other = withHeader(request, "content-type", "application/x-specwright");
  const isDocumented = tested.operation.responses.some(({ status }) => status === "415");
  const taken = { key: "media type", severity: isDocumented ? "error" : "warning", because: `The document has only ${tested.operation.requestBody?.content.map(({ name }) => name).join(", ")}; RFC 9110 §15.5.16: what is not supported gets 415` } as const;
  return [
    { title: "a body of a media type that is not documented", request: other, ...(isProvenInvalid(tested.judge(other)) && { taken }) },
    ...plainText(tested, request, taken),
    ...(request.headers.some(([name, value]) => name.toLowerCase() === "content-type" && /^multipart\/form-data;/i.test(value)) ? [{ title: "parts, and no boundary", request: withHeader(request, "content-type", "multipart/form-data") }] : []),
    { title: "a content coding that nobody knows", request: withHeader(request, "content-encoding", "x-specwright") },
    { title: "a body of 70,000 bytes more", request: { ...request, body: Buffer.concat([body, Buffer.alloc(70_000, " ")]) } },
  ];
}

/** What browsers send without asking whether they may: who takes it for JSON takes it from any page. */
function plainText(tested: TestedOperation, request: WireRequest, taken: Odd["taken"]): Odd[] {
  const plain = withHeader(request, "content-type", "text/plain");
  return isJson(request) && taken !== undefined && isProvenInvalid(tested.judge(plain)) ? [{ title: "JSON that says that it is plain text", request: plain, taken }] : [];
}

function oddJson(request: WireRequest, body: Uint8Array): Odd[] {
  const text = Buffer.from(body).toString();
  const type = request.headers.find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "application/json";
  const quote = text.indexOf('":"') + 3;
  const open = text.startsWith("{") && text.length > 2;
  const first = /^\{("(?:[^"\\]|\\.)*":(?:"(?:[^"\\]|\\.)*"|[\d.eE+-]+|true|false|null))/.exec(text)?.[1];
  const odd: (Odd | false)[] = [
    (open || text.startsWith("[")) && { title: "JSON that ends too soon", request: { ...request, body: body.subarray(0, -1) }, taken: { key: "syntax", severity: "error", because: "RFC 8259 §2: it is no JSON, and the document asks for JSON" } },
    { title: "something after the JSON", request: { ...request, body: Buffer.from(`${text} specwright`) }, taken: { key: "trailing", severity: "warning", because: "RFC 8259 §2: a JSON text is one value, and nothing beside it" } },
    quote > 2 && { title: "JSON that is not UTF-8", request: { ...request, body: Buffer.concat([body.subarray(0, Buffer.byteLength(text.slice(0, quote))), Buffer.from([0xff]), body.subarray(Buffer.byteLength(text.slice(0, quote)))]) }, taken: { key: "encoding", severity: "warning", because: "RFC 8259 §8.1: JSON MUST be UTF-8" } },
    { title: "a byte order mark before the JSON", request: { ...request, body: Buffer.from(`\ufeff${text}`) } },
    { title: "a charset that says nothing new", request: withHeader(request, "content-type", `${type}; charset=utf-8`), refused: { key: "charset", because: "RFC 8259 §11: application/json has no parameter charset; adding one has no effect on compliant recipients" } },
    { title: "a charset that JSON has not", request: withHeader(request, "content-type", `${type}; charset=iso-8859-1`) },
    first !== undefined && { title: "a name that is there twice in one object", request: { ...request, body: Buffer.from(`{${first},${text.slice(1)}`) } },
    { title: "lists in lists, 2,000 deep", request: { ...request, body: Buffer.from("[".repeat(2000) + "]".repeat(2000)) } },
  ];
  return odd.filter((each) => each !== false);
}

function withHeader(request: WireRequest, name: string, value: string): WireRequest {
  return { ...request, headers: [...request.headers.filter(([each]) => each.toLowerCase() !== name), [name, value]] };
}
