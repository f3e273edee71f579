import { Buffer } from "node:buffer";
import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import type { Fault } from "../../fault.ts";
import { answers, changed, withBody, withHeader } from "../../faults.ts";
import type { Mutant } from "../../mutant.ts";
import type { Answer } from "../../warehouse/exchange.ts";
import { refuses } from "./faults.ts";

const violation = ["protocol-violation"] as const;
const failed = ["server-error"] as const;
const body = ["invalid-response-body", "malformed-response", "protocol-violation"] as const;
const one = "/bookings/{booking_id}";
const passenger = `${one}/passengers/{passenger_id}`;
const made = [`GET ${one}`, "POST /bookings", `PATCH ${one}`];

/** What HTTP and JSON themselves ask for. */
export const protocol: readonly Mutant[] = [
  { name: "DELETE of all trips is accepted", on: "/trips", with: ["GET /trips"], codes: ["method-not-refused"], fault: answers(204, "DELETE /trips", () => true) },
  { name: "PUT is answered as GET is", on: "/documents", with: ["GET /documents"], codes: ["method-not-refused"], fault: { asked: (asked) => (asked.method === "PUT" && asked.path === "/documents" ? { ...asked, method: "GET" } : asked) } },
  { name: "a method that is not there makes it fail", on: "/exports", with: ["POST /exports"], codes: failed, fault: answers(500, "PATCH /exports", () => true) },
  { name: "a 405 does not say what is allowed", on: "/bookings", with: ["GET /bookings"], codes: violation, fault: { answer: (answer, { path }) => (path === "/bookings" && answer.status === 405 ? without(answer, "allow") : answer) } },
  { name: "POST is not among what is allowed", on: "/bookings", with: ["GET /bookings", "POST /bookings"], codes: violation, fault: { answer: (answer, { path }) => (path === "/bookings" && answer.headers["allow"] !== undefined ? { ...answer, headers: { ...answer.headers, allow: "GET, HEAD, OPTIONS" } } : answer) } },
  { name: "OPTIONS makes it fail", on: "/exports", with: ["POST /exports"], codes: failed, fault: answers(500, "OPTIONS /exports", () => true) },
  { name: "HEAD makes it fail", on: "HEAD /documents", with: ["GET /documents"], codes: failed, fault: { instead: ({ method, path }) => (method === "HEAD" && path === "/documents" ? { status: 500, headers: { "content-type": "text/plain" }, body: "" } : undefined) } },
  { name: "HEAD is not known", on: "HEAD /trips", with: ["GET /trips"], codes: [...violation, "undocumented-status"], fault: { instead: ({ method, path }) => (method === "HEAD" && path === "/trips" ? { status: 404, headers: { "content-type": "application/json" }, body: '{"error":{"code":"not_found","message":"No"}}' } : undefined) } },
  { name: "HEAD says another length", on: "HEAD /documents/{document_id}/content", with: ["GET /documents/{document_id}/content"], codes: violation, fault: head(/^\/api\/v1\/documents\/[^/]+\/content$/, { "content-length": "17" }) },
  { name: "HEAD is of another type", on: "HEAD /trips", with: ["GET /trips"], codes: violation, fault: head(/^\/api\/v1\/trips$/, { "content-type": "text/html" }) },
  { name: "what is deleted has a length", on: `DELETE ${passenger}`, with: ["POST /bookings", `POST ${one}/passengers`], codes: [...violation, "unexpected-body"], fault: sent("DELETE", 204, (response) => response.setHeader("content-length", "2")) },
  { name: "it forgets what is known", on: `GET ${one}`, codes: violation, fault: { asked: (asked) => (asked.method === "GET" ? { ...asked, headers: new Map([...asked.headers].filter(([name]) => name !== "if-none-match")) } : asked) } },
  { name: "whatever is known is still so", on: `GET ${one}`, codes: violation, fault: changed(`GET ${one} 200`, (answer, { headers }) => (headers.has("if-none-match") ? { status: 304, headers: { etag: answer.headers["etag"] ?? "" } } : answer)) },
  { name: "a weak tag is not known", on: `GET ${one}`, codes: violation, fault: { asked: (asked) => (asked.method === "GET" && (asked.headers.get("if-none-match") ?? "").startsWith("W/") ? { ...asked, headers: new Map([...asked.headers, ["if-none-match", '"other"']]) } : asked) } },
  { name: "of several tags, the first one counts", on: `GET ${one}`, codes: violation, fault: { asked: (asked) => (asked.method === "GET" && asked.headers.has("if-none-match") ? { ...asked, headers: new Map([...asked.headers, ["if-none-match", (asked.headers.get("if-none-match") ?? "").split(",")[0] ?? ""]]) } : asked) } },
  { name: "what is not modified says no tag", on: `GET ${one}`, codes: [...violation, "missing-response-header"], fault: withHeader(`GET ${one} 304`, "etag") },
  { name: "a tag is made anew each time", on: `GET ${one}`, codes: [...violation, "not-repeatable"], fault: counting() },
  { name: "all states have the same tag", on: `PATCH ${one}`, with: made, codes: [...violation, "not-updated"], fault: { asked: (asked) => ({ ...asked, headers: new Map([...asked.headers].map(([name, text]) => [name, /^if-(none-)?match$/.test(name) ? text.replaceAll(/(?:W\/)?"v1"/g, "*") : text])) }), answer: (answer) => (answer.headers["etag"] === undefined ? answer : { ...answer, headers: { ...answer.headers, etag: '"v1"' } }) } },
  { name: "a member is there twice", on: "GET /exports/{export_id}", codes: body, fault: withBody("GET /exports/{export_id} 200", (text) => text.replace("{", '{"id":"exp_0",')) },
  { name: "something follows the JSON", on: "GET /session", codes: body, fault: withBody("GET /session 200", (text) => `${text}\n<!-- 12 ms -->`) },
  { name: "JSON with a comma too many", on: "POST /customers/batch", codes: body, fault: withBody("POST /customers/batch 201", (text) => text.replace(/\}$/, ",}")) },
  { name: "JSON begins with a mark", on: "GET /trips", codes: body, fault: withBody("GET /trips 200", (text) => `\ufeff${text}`) },
  { name: "names are in Latin-1", on: "POST /customers", codes: body, fault: withBody("POST /customers 201", (text) => Buffer.from(text, /[^\x00-\xff]/u.test(text) ? "utf8" : "latin1")) },
  { name: "no number is NaN", on: "GET /rates/{base}", codes: body, fault: withBody("GET /rates/{base} 200", (text) => text.replace(/"JPY":[^,}]+/, '"JPY":NaN')) },
  { name: "it is cut", on: "GET /reports/bookings", codes: [...body, "no-response"], fault: { send: (answer, { request, response }) => {
    if (request.method !== "GET" || !(request.url ?? "").includes("/reports/") || answer.status !== 200) return false;
    response.writeHead(200, { ...answer.headers, "content-length": Buffer.byteLength(answer.body ?? "") + 20 });
    response.write(answer.body ?? "");
    setTimeout(() => response.destroy(), 5);
    return true;
  } } },
  { name: "gzip that nothing says", on: "GET /customers/{customer_id}", codes: body, fault: changed("GET /customers/{customer_id} 200", (answer) => ({ ...answer, body: gzipSync(String(answer.body)) })) },
  { name: "what is created is not shown", on: `POST ${one}/passengers`, codes: body, fault: withBody(`POST ${one}/passengers 201`, () => "") },
  { name: "a booking is HTML", on: `GET ${one}`, codes: ["undocumented-content-type"], fault: withHeader(`GET ${one} 200`, "content-type", "text/html; charset=utf-8") },
  { name: "a customer has no type", on: "GET /customers/{customer_id}", codes: ["undocumented-content-type", "protocol-violation"], fault: withHeader("GET /customers/{customer_id} 200", "content-type") },
  { name: "a body that is too deep makes it fail", on: "POST /exports", codes: failed, fault: answers(500, "POST /exports", ({ body: bytes }) => bytes.toString().startsWith("[[[[[[")) },
  { name: "a body that is no JSON makes it fail", on: "POST /bookings", codes: failed, fault: { answer: (answer, { method, path, body: bytes }) => (method === "POST" && path === "/bookings" && answer.status === 400 && bytes.length > 0 ? { status: 500, headers: { "content-type": "text/plain" }, body: "SyntaxError" } : answer) } },
  { name: "no body makes it fail", on: `PATCH ${one}`, codes: failed, fault: answers(500, `PATCH ${one}`, ({ body: bytes }) => bytes.length === 0) },
  { name: "a body that is compressed makes it fail", on: "POST /customers", codes: failed, fault: answers(500, "POST /customers", ({ headers }) => headers.has("content-encoding")) },
  { name: "a charset is refused", on: "POST /bookings", codes: [...violation, "valid-request-refused"], fault: refuses(415, "POST /bookings", ({ headers }) => /charset="?utf-8"?$/i.test(headers.get("content-type") ?? "")) },
  { name: "a media type in capitals is refused", on: "POST /exports", codes: [...violation, "valid-request-refused"], fault: refuses(400, "POST /exports", ({ headers }) => /^(?=.*[A-Z])application\/json/i.test(headers.get("content-type") ?? "")) },
  { name: "no boundary makes it fail", on: "POST /documents", codes: failed, fault: answers(500, "POST /documents", ({ headers }) => /^multipart\/form-data *$/i.test(headers.get("content-type") ?? "")) },
];

function without(answer: Answer, name: string): Answer {
  const { [name]: _, ...headers } = answer.headers;
  return { ...answer, headers };
}

function counting(): Fault {
  let count = 0;
  return changed(`GET ${one} 200`, (answer) => ({ ...answer, headers: { ...answer.headers, etag: `"${count++}"` } }));
}

function head(path: RegExp, headers: Readonly<Record<string, string>>): Fault {
  return { send: (answer, { request, response }) => {
    if (request.method !== "HEAD" || !path.test((request.url ?? "").split("?")[0] ?? "") || answer.status !== 200) return false;
    response.writeHead(200, { ...answer.headers, "content-length": Buffer.byteLength(answer.body ?? ""), ...headers });
    response.end();
    return true;
  } };
}

/** Sends what has a status otherwise. */
function sent(method: string, status: number, change: (response: ServerResponse) => unknown): Fault {
  return { send: (answer, { request, response }) => {
    if (request.method !== method || !(request.url ?? "").includes("/passengers/") || answer.status !== status) return false;
    change(response);
    response.writeHead(status, answer.headers);
    response.end();
    return true;
  } };
}
