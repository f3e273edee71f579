import { Buffer } from "node:buffer";
import type { Fault } from "../fault.ts";
import { answers, changed, reads, withBody, withHeader, withoutRequestHeader, withRequestHeader } from "../faults.ts";
import type { Mutant } from "../mutant.ts";

const item = "GET /items/{itemId}";

/** What client libraries do not show. */
export const protocol: readonly Mutant[] = [
  { name: "405 without Allow", on: "/health", with: ["GET /health"], codes: ["protocol-violation", "method-not-refused"], fault: { answer: (answer) => (answer.status === 405 ? { ...answer, headers: { "content-type": "application/problem+json" } } : answer) } },
  { name: "a method that is not documented is accepted", on: "/health", with: ["GET /health"], codes: ["method-not-refused"], fault: answers(200, "DELETE /health", () => true) },
  { name: "a method that is not documented makes it fail", on: "/stock", with: ["GET /stock"], codes: ["server-error", "method-not-refused"], fault: answers(500, "PUT /stock", () => true) },
  { name: "404 for a method that is not there", on: "/movements", with: ["GET /movements"], codes: ["method-not-refused", "protocol-violation"], fault: { answer: (answer, { path }) => (answer.status === 405 && path === "/movements" ? { ...answer, status: 404 } : answer) } },
  { name: "Allow lists what is not allowed", on: "/health", with: ["GET /health"], codes: ["protocol-violation", "method-not-refused"], fault: { answer: (answer) => (answer.status === 405 ? { ...answer, headers: { ...answer.headers, allow: "POST, PUT" } } : answer) } },
  { name: "an answer to HEAD has a body", on: "HEAD /items/{itemId}", codes: ["unexpected-body", "malformed-response", "protocol-violation"], fault: raw("HEAD", "/items/0", () => 'HTTP/1.1 200 OK\r\nETag: "a"\r\nContent-Length: 4\r\nConnection: close\r\n\r\nbody') },
  { name: "HEAD has another ETag than GET", on: "HEAD /items/{itemId}", with: [item], codes: ["protocol-violation"], fault: withHeader("HEAD /items/{itemId} 200", "etag", '"other"') },
  { name: "HEAD does not find what GET finds", on: "HEAD /items/{itemId}", with: [item], codes: ["protocol-violation"], fault: answers(404, "HEAD /items/{itemId}", () => true) },
  { name: "a 204 has a body", on: "DELETE /items/{itemId}", codes: ["unexpected-body", "malformed-response", "protocol-violation"], fault: raw("DELETE", "/items/", (status) => status === 204 ? "HTTP/1.1 204 No Content\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}" : undefined) },
  { name: "a member of an answer is there twice", on: "GET /health", codes: ["invalid-response-body"], fault: withBody("GET /health 200", () => '{"status":"ill","status":"well","version":"1.2.3"}') },
  { name: "a longer Content-Length than there is content", on: "GET /health", codes: ["malformed-response", "no-response"], fault: raw("GET", "/health", () => 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\nConnection: close\r\n\r\n{"status":"well","version":"1.2.3"}') },
  { name: "a shorter Content-Length than there is content", on: "GET /health", codes: ["malformed-response", "invalid-response-body"], fault: raw("GET", "/health", () => 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9\r\nConnection: close\r\n\r\n{"status":"well","version":"1.2.3"}') },
  { name: "it hangs up", on: "GET /health", codes: ["no-response", "malformed-response"], fault: raw("GET", "/health", () => "") },
  { name: "JSON in Latin-1", on: item, codes: ["invalid-response-body", "undocumented-content-type"], fault: changed(`${item} 200`, (answer) => ({ ...answer, headers: { ...answer.headers, "content-type": "application/json; charset=iso-8859-1" }, body: Buffer.from(String(answer.body).replace("Thing", "Gerät"), "latin1") })) },
  { name: "JSON that is not UTF-8", on: item, codes: ["invalid-response-body"], fault: changed(`${item} 200`, (answer) => ({ ...answer, body: Buffer.from(String(answer.body).replace("Thing", "Gerät"), "latin1") })) },
  { name: "JSON after a byte order mark", on: "GET /health", codes: ["invalid-response-body"], fault: withBody("GET /health 200", (text) => `\ufeff${text}`) },
  { name: "something after the JSON", on: "GET /health", codes: ["invalid-response-body"], fault: withBody("GET /health 200", (text) => `${text}\nok`) },
  { name: "half of the JSON", on: "GET /health", codes: ["invalid-response-body"], fault: withBody("GET /health 200", (text) => text.slice(0, -5)) },
  { name: "NaN", on: item, codes: ["invalid-response-body"], fault: withBody(`${item} 200`, (text) => text.replace(/"price":[\d.]+/, '"price":NaN')) },
  { name: "a Content-Type that is none", on: "GET /health", codes: ["protocol-violation", "undocumented-content-type"], fault: withHeader("GET /health 200", "content-type", "application json") },
  { name: "an ETag without quotes", on: item, codes: ["protocol-violation", "invalid-response-header"], fault: withHeader(`${item} 200`, "etag", "abc") },
  { name: "a Location with a space", on: "POST /items", codes: ["protocol-violation", "invalid-response-header"], fault: withHeader("POST /items 201", "location", "/items/a b") },
  { name: "304 for any ETag", on: item, codes: ["protocol-violation"], fault: changed(`${item} 200`, (answer, { headers }) => (headers.has("if-none-match") ? { status: 304, headers: { etag: answer.headers["etag"] ?? "" } } : answer)) },
  { name: "If-Match is not looked at", on: "PUT /items/{itemId}", with: [item, "POST /items"], codes: ["protocol-violation"], fault: reads("PUT /items/{itemId}", (asked) => (/^"[a-z0-9]{1,20}"$/.test(asked.headers.get("if-match") ?? "") ? withoutRequestHeader("if-match")(asked) : asked)) },
  { name: "JSON that is none makes it fail", on: "POST /orders", codes: ["server-error"], fault: failsOn("That is no JSON") },
  { name: "what is not UTF-8 makes it fail", on: "POST /orders", codes: ["server-error"], fault: failsOn("That is not UTF-8") },
  { name: "a wrong percent-encoding makes it fail", on: "GET /photos/{name}", codes: ["server-error"], fault: failsOn("That is not percent-encoded UTF-8") },
  { name: "an unknown media type makes it fail", on: "POST /items", codes: ["server-error"], fault: failsOn("It must be application/json") },
  { name: "what it cannot give makes it fail", on: "GET /stock", codes: ["server-error"], fault: answers(500, "GET /stock", ({ headers }) => !/json|csv|\*\/\*|text\/\*|application\/\*/.test(headers.get("accept") ?? "*/*")) },
  { name: "a media type of another kind is taken for a form", on: "POST /subscriptions", codes: ["invalid-request-accepted", "protocol-violation"], fault: reads("POST /subscriptions", withRequestHeader("content-type", "application/x-www-form-urlencoded")) },
];

/** Answers a request with these bytes, and closes the connection; as it would be answered else where there are none. */
function raw(method: string, start: string, bytes: (status: number) => string | undefined): Fault {
  return {
    send: ({ status }, { request, response }) => {
      const text = request.method === method && (request.url ?? "").startsWith(start) ? bytes(status) : undefined;
      if (text === undefined) return false;
      response.socket?.end(text);
      return true;
    },
  };
}

/** Fails where it should refuse something with this title. */
function failsOn(title: string): Fault {
  return { answer: (answer) => (String(answer.body ?? "").includes(title) ? { status: 500, headers: { "content-type": "text/plain" }, body: "Something is broken" } : answer) };
}
