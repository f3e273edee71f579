import type { ServerResponse } from "node:http";
import type { Fault } from "../../fault.ts";
import { answers, changed, reads, withBody, withHeader, withMember, withoutRequestHeader } from "../../faults.ts";
import type { Mutant } from "../../mutant.ts";
import type { Answer } from "../../warehouse/exchange.ts";

const parcel = "GET /parcels/{parcelId}";
const violation = ["protocol-violation"] as const;
const body = ["invalid-response-body"] as const;
const failure = ["server-error"] as const;
const refused = ["valid-request-refused"] as const;
const one = ["POST /parcels"];

/** What is wrong with bytes, methods and what HTTP says of headers. */
export const protocol: readonly Mutant[] = [
  { name: "405 does not say what may be done", on: "/parcels", with: ["GET /parcels"], codes: violation, fault: withoutAllow("/parcels") },
  { name: "405 does not say all that may be done", on: "/schedule", with: ["GET /schedule", "PUT /schedule"], codes: violation, fault: { answer: (answer, { path }) => (path === "/schedule" && answer.status === 405 ? { ...answer, headers: { ...answer.headers, allow: "GET, HEAD, OPTIONS" } } : answer) } },
  { name: "all parcels may be taken away at once", on: "/parcels", with: ["GET /parcels"], codes: ["method-not-refused"], fault: answers(204, "DELETE /parcels", () => true) },
  { name: "a pickup may be posted to", on: "/pickups/{pickupId}", with: ["GET /pickups/{pickupId}", "POST /pickups"], codes: ["method-not-refused"], fault: answers(200, "POST /pickups/{pickupId}", () => true) },
  { name: "a method that nobody knows makes it fail", on: "/health", with: ["GET /health"], codes: failure, fault: { instead: ({ method, path }) => (path === "/health" && !["GET", "HEAD", "OPTIONS"].includes(method) ? broken : undefined) } },
  { name: "an ETag is never known again", on: parcel, with: one, codes: violation, fault: reads(parcel, (asked) => withoutRequestHeader("if-none-match")(asked)) },
  { name: "only one ETag is understood", on: parcel, with: one, codes: violation, fault: reads(parcel, (asked) => ((asked.headers.get("if-none-match") ?? "").includes(",") ? withoutRequestHeader("if-none-match")(asked) : asked)) },
  { name: "a weak ETag is not known again", on: parcel, with: one, codes: violation, fault: reads(parcel, (asked) => (/W\//.test(asked.headers.get("if-none-match") ?? "") ? withoutRequestHeader("if-none-match")(asked) : asked)) },
  { name: "any ETag is known", on: parcel, with: one, codes: violation, fault: changed(`${parcel} 200`, (answer, { headers }) => (headers.has("if-none-match") ? { status: 304, headers: { etag: answer.headers["etag"] ?? "" } } : answer)) },
  { name: "no ETag with a 304", on: parcel, with: one, codes: ["missing-response-header", ...violation], fault: withHeader(`${parcel} 304`, "etag") },
  { name: "what was meant for another state replaces", on: "PUT /parcels/{parcelId}", with: [...one, parcel], codes: violation, fault: reads("PUT /parcels/{parcelId}", withoutRequestHeader("if-match")) },
  { name: "what was meant for another state changes", on: "PATCH /parcels/{parcelId}", with: [...one, parcel], codes: violation, fault: reads("PATCH /parcels/{parcelId}", withoutRequestHeader("if-match")) },
  { name: "what was meant for this state is refused", on: "PUT /parcels/{parcelId}", with: [...one, parcel], codes: [...violation, ...refused], fault: answers(412, "PUT /parcels/{parcelId}", ({ headers }) => headers.has("if-match")) },
  { name: "a time of change in ISO 8601", on: parcel, with: one, codes: violation, fault: changed(`${parcel} 200`, (answer) => ({ ...answer, headers: { ...answer.headers, "last-modified": new Date(answer.headers["last-modified"] ?? "").toISOString() } })) },
  { name: "no Vary where there are two types", on: "GET /rates", codes: violation, fault: withHeader("GET /rates 200", "vary") },
  { name: "a 204 has content", on: "DELETE /parcels/{parcelId}", with: one, codes: ["unexpected-body", "malformed-response", ...violation], fault: raw("DELETE", /^\/parcels\//, 204, (response) => response.socket?.write("HTTP/1.1 204 No Content\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}")) },
  { name: "what HEAD asks for is sent", on: "HEAD /parcels/{parcelId}", with: one, codes: ["unexpected-body", "malformed-response", ...violation], fault: raw("HEAD", /^\/parcels\/[^/]*$/, 200, (response, { headers, body }) => response.socket?.end(`HTTP/1.1 200 OK\r\nETag: ${headers["etag"] ?? ""}\r\nLast-Modified: ${headers["last-modified"] ?? ""}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body ?? "")}\r\nConnection: close\r\n\r\n${String(body)}`)) },
  { name: "HEAD is shorter than GET", on: "HEAD /schedule", with: ["GET /schedule"], codes: violation, fault: raw("HEAD", /^\/schedule$/, 200, (response, { headers }) => response.writeHead(200, { ...headers, "content-length": "1" }).end()) },
  { name: "HEAD has no ETag", on: "HEAD /parcels/{parcelId}", with: [...one, parcel], codes: ["missing-response-header"], fault: withHeader("HEAD /parcels/{parcelId} 200", "etag") },
  { name: "HEAD is not understood", on: "HEAD /couriers", with: ["GET /couriers"], codes: [...violation, "undocumented-status"], fault: { instead: ({ method, path }) => (method === "HEAD" && path === "/couriers" ? { status: 404, headers: { "content-type": "application/problem+json" }, body: "" } : undefined) } },
  { name: "OPTIONS makes it fail", on: "/quotes", with: ["POST /quotes"], codes: failure, fault: { instead: ({ method, path }) => (method === "OPTIONS" && path === "/quotes" ? broken : undefined) } },
  { name: "an answer is longer than it says", on: "GET /schedule", codes: ["malformed-response", ...body, ...violation], fault: raw("GET", /^\/schedule$/, 200, (response, { body }) => response.socket?.end(`HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 20\r\nConnection: close\r\n\r\n${String(body)}`)) },
  { name: "an answer is shorter than it says", on: "GET /schedule", codes: ["malformed-response", "no-response", ...body, ...violation], fault: raw("GET", /^\/schedule$/, 200, (response, { body }) => response.socket?.end(`HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\nConnection: close\r\n\r\n${String(body)}`)) },
  { name: "JSON with a mark of its order", on: "GET /schedule", codes: [...body, ...violation], fault: withBody("GET /schedule 200", (text) => `\ufeff${text}`) },
  { name: "a name is told twice", on: "GET /schedule", codes: [...body, ...violation], fault: withBody("GET /schedule 200", (text) => text.replace("{", '{"zone":"UTC",')) },
  { name: "JSON in Latin-1", on: "POST /pickups", codes: [...body, ...violation], fault: changed("POST /pickups 202", (answer) => ({ ...answer, body: Buffer.from(String(answer.body), "latin1") })) },
  { name: "a line after JSON", on: "GET /couriers/{courierId}", codes: body, fault: withBody("GET /couriers/{courierId} 200", (text) => `${text}\n<!-- 12 ms -->`) },
  { name: "JSON breaks off", on: "GET /couriers/{courierId}", codes: body, fault: withBody("GET /couriers/{courierId} 200", (text) => text.slice(0, -3)) },
  { name: "the answer is empty", on: "GET /couriers/{courierId}", codes: body, fault: withBody("GET /couriers/{courierId} 200", () => "") },
  { name: "a label is empty", on: "GET /parcels/{parcelId}/label", with: one, codes: body, fault: withBody("GET /parcels/{parcelId}/label 200", () => "") },
  { name: "a label is a page", on: "GET /parcels/{parcelId}/label", with: one, codes: body, fault: withBody("GET /parcels/{parcelId}/label 200", () => "<html></html>") },
  { name: "what is no JSON makes it fail", on: "POST /quotes", codes: failure, fault: changed("POST /quotes 400", () => broken) },
  { name: "what is wrongly encoded makes it fail", on: "GET /rates", codes: failure, fault: { instead: ({ path, query }) => (path === "/rates" && query.some(([, text]) => /%(?![0-9a-f]{2})/i.test(text)) ? broken : undefined) } },
  { name: "what is not UTF-8 makes it fail", on: "PUT /schedule", codes: failure, fault: answers(500, "PUT /schedule", ({ body }) => !Buffer.from(body.toString()).equals(body)) },
  { name: "no boundary makes it fail", on: "POST /claims", codes: failure, fault: answers(500, "POST /claims", ({ headers }) => !(headers.get("content-type") ?? "").includes("boundary=")) },
  { name: "another type makes it fail", on: "POST /pickups", codes: failure, fault: changed("POST /pickups 415", () => broken) },
  { name: "no content makes it fail", on: "PUT /schedule", codes: failure, fault: answers(500, "PUT /schedule", ({ body }) => body.length === 0) },
  { name: "a bare null makes it fail", on: "POST /quotes", codes: failure, fault: answers(500, "POST /quotes", ({ body }) => body.toString() === "null") },
  { name: "a zero in a text makes it fail", on: "PUT /schedule", codes: failure, fault: answers(500, "PUT /schedule", ({ body }) => body.includes("\\u0000")) },
  { name: "a charset is refused", on: "POST /quotes", codes: refused, fault: answers(415, "POST /quotes", ({ headers }) => (headers.get("content-type") ?? "").includes("charset")) },
  { name: "a type in capitals is refused", on: "PUT /schedule", codes: refused, fault: answers(415, "PUT /schedule", ({ headers }) => /[A-Z]/.test(headers.get("content-type") ?? "")) },
  { name: "an answer calls itself compressed", on: "GET /health", codes: [...body, ...violation, "malformed-response"], fault: withHeader("GET /health 200", "content-encoding", "gzip") },
  { name: "where the type of JSON is told twice", on: "POST /quotes", codes: ["undocumented-content-type", ...violation], fault: withHeader("POST /quotes 200", "content-type", "application/json, application/json") },
  { name: "a problem has another status than the answer", on: "GET /pickups/{pickupId}", codes: violation, fault: withMember("GET /pickups/{pickupId} 404", "status", 400) },
];

const broken: Answer = { status: 500, headers: { "content-type": "text/plain" }, body: "Broken" };

function withoutAllow(path: string): Fault {
  return { answer: (answer, asked) => {
    if (asked.path !== path || answer.status !== 405) return answer;
    const { allow: _, ...headers } = answer.headers;
    return { ...answer, headers };
  } };
}

/** Sends answers with a status otherwise. */
function raw(method: string, path: RegExp, status: number, write: (response: ServerResponse, answer: Answer) => unknown): Fault {
  return {
    send: (answer, { request, response }) => {
      if (request.method !== method || !path.test((request.url ?? "").split("?")[0] ?? "") || answer.status !== status) return false;
      write(response, answer);
      return true;
    },
  };
}
