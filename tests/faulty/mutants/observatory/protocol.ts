import { Buffer } from "node:buffer";
import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import type { Fault } from "../../fault.ts";
import { answers, changed, reads, withBody, withHeader, withoutRequestHeader } from "../../faults.ts";
import type { Mutant } from "../../mutant.ts";
import type { Answer } from "../../warehouse/exchange.ts";

const star = "GET /stars/{starId}";
const violation = ["protocol-violation"] as const;

/** What client libraries do not show. */
export const protocol: readonly Mutant[] = [
  { name: "an ETag of each answer", on: star, codes: [...violation, "not-repeatable"], fault: { answer: counting() } },
  { name: "weak ETags are not compared", on: star, codes: violation, fault: changed(`${star} 304`, (answer, { headers }) => (/^W\/|,/.test(headers.get("if-none-match") ?? "") ? { status: 200, headers: { ...answer.headers, "last-modified": "Mon, 02 Feb 2026 03:04:05 GMT", "cache-control": "max-age=0", "content-type": "application/json" }, body: '{"id":1,"kind":"single","name":"Vega","magnitude":0.1}' } : answer)) },
  { name: "304 is never given", on: star, codes: violation, fault: reads(star, (asked) => withoutRequestHeader("if-none-match")(withoutRequestHeader("if-modified-since")(asked))) },
  { name: "a 304 without its ETag", on: star, codes: ["missing-response-header", "protocol-violation"], fault: withHeader(`${star} 304`, "etag") },
  { name: "304 by date, though the ETag is another", on: star, codes: violation, fault: reads(star, (asked) => (asked.headers.has("if-modified-since") ? withoutRequestHeader("if-none-match")(asked) : asked)) },
  { name: "304 for any date", on: star, codes: violation, fault: changed(`${star} 200`, (answer, { headers }) => (headers.has("if-modified-since") && !headers.has("if-none-match") ? { status: 304, headers: { etag: answer.headers["etag"] ?? "" } } : answer)) },
  { name: "the time of a change as ISO 8601", on: star, codes: violation, fault: withHeader(`${star} 200`, "last-modified", "2026-02-02T03:04:05Z") },
  { name: "the time of a change in the local zone", on: star, codes: violation, fault: withHeader(`${star} 200`, "last-modified", "Mon, 02 Feb 2026 04:04:05 GMT+0100") },
  { name: "an age with its unit", on: star, codes: violation, fault: withHeader(`${star} 200`, "cache-control", "max-age=10s") },
  { name: "JSON and CSV, and no Vary", on: "GET /light-curve", codes: violation, fault: { answer: (answer, { path }) => (path === "/light-curve" ? { ...answer, headers: without(answer, "vary") } : answer) } },
  { name: "two languages, and no Vary", on: "GET /stars", codes: violation, fault: withHeader("GET /stars 200", "vary") },
  { name: "a 204 with a length", on: "POST /session", codes: [...violation, "unexpected-body"], fault: sent("POST", "/session", 204, (response) => response.setHeader("content-length", "0")) },
  { name: "HEAD says that there is nothing", on: "HEAD /stars", with: ["GET /stars"], codes: violation, fault: head("/stars", "0") },
  { name: "HEAD says another length", on: "HEAD /settings", with: ["GET /settings"], codes: violation, fault: head("/settings", "17") },
  { name: "HEAD is of another type", on: "HEAD /light-curve", with: ["GET /light-curve"], codes: violation, fault: { answer: (answer, { method, path }) => (method === "HEAD" && path === "/light-curve" ? { ...answer, headers: { ...answer.headers, "content-type": "text/html" } } : answer) } },
  { name: "HEAD makes it fail", on: "HEAD /angles", with: ["GET /angles"], codes: ["server-error"], fault: { instead: ({ method, path }) => (method === "HEAD" && path === "/angles" ? { status: 500, headers: { "content-type": "text/plain" }, body: "" } : undefined) } },
  { name: "gzip that nothing says", on: "GET /settings", codes: ["invalid-response-body"], fault: changed("GET /settings 200", (answer) => ({ ...answer, body: gzipSync(String(answer.body)) })) },
  { name: "it says gzip, and is none", on: "GET /settings", codes: ["invalid-response-body"], fault: withHeader("GET /settings 200", "content-encoding", "gzip") },
  { name: "JSON in UTF-16", on: "GET /settings", codes: ["invalid-response-body"], fault: withBody("GET /settings 200", (text) => Buffer.from(text, "utf16le")) },
  { name: "CSV in Latin-1 that says UTF-8", on: "GET /light-curve", codes: ["invalid-response-body"], fault: changed("GET /light-curve 200", (answer) => (answer.headers["content-type"] === "text/csv" ? { ...answer, headers: { ...answer.headers, "content-type": "text/csv; charset=utf-8" }, body: Buffer.from(`${String(answer.body)}9,é\n`, "latin1") } : answer)) },
  { name: "a header with a line break in it", on: "GET /angles", codes: ["malformed-response", "protocol-violation", "missing-response-header", "invalid-response-header"], fault: sent("GET", "/angles", 200, (response, body) => void response.socket?.end(`HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nDeprecation: @1767225600\r\nSunset: Sat, 31 Dec 2033\r\n23:59:59 GMT\r\nConnection: close\r\n\r\n${body}`)) },
  { name: "a Link that is no link", on: "GET /stars", codes: violation, fault: withHeader("GET /stars 200", "link", "/stars?page=2; rel=next") },
  { name: "OPTIONS makes it fail", on: "/stars", with: ["GET /stars"], codes: ["server-error"], fault: answers(500, "OPTIONS /stars", () => true) },
  { name: "DELETE of all stars is accepted", on: "/stars", with: ["GET /stars"], codes: ["method-not-refused"], fault: answers(204, "DELETE /stars", () => true) },
  { name: "a body that is too deep makes it fail", on: "PUT /settings", codes: ["server-error"], fault: answers(500, "PUT /settings", ({ body }) => body.toString().startsWith("[[[[[[")) },
  { name: "another coding makes it fail", on: "PUT /settings", codes: ["server-error"], fault: answers(500, "PUT /settings", ({ headers }) => headers.has("content-encoding")) },
];

function without({ headers }: Answer, name: string): Answer["headers"] {
  const { [name]: _, ...others } = headers;
  return others;
}

function counting(): Fault["answer"] {
  let count = 0;
  return (answer, { method, path }) => (method === "GET" && path.startsWith("/stars/") && answer.status === 200 ? { ...answer, headers: { ...answer.headers, etag: `"${(count++ + 0xabc).toString(16)}"` } } : answer);
}

/** Sends answers with a status otherwise; what has not ended is sent as it is. */
function sent(method: string, path: string, status: number, change: (response: ServerResponse, body: string) => unknown): Fault {
  return {
    send: (answer, { request, response }) => {
      if (request.method !== method || !(request.url ?? "").startsWith(path) || answer.status !== status) return false;
      change(response, String(answer.body ?? ""));
      if (response.socket?.writableEnded === true) return true;
      response.writeHead(status, answer.headers);
      response.end();
      return true;
    },
  };
}

function head(path: string, length: string): Fault {
  return { send: (answer, { request, response }) => {
    if (request.method !== "HEAD" || (request.url ?? "").split("?")[0] !== path || answer.status !== 200) return false;
    response.writeHead(200, { ...answer.headers, "content-length": length });
    response.end();
    return true;
  } };
}
