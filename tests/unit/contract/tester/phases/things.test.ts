import assert from "node:assert/strict";
import { test } from "node:test";
import { isObject, type JsonObject, parseJson } from "../../../../../generator/json.ts";
import { answered, findingsOf, type Told } from "./server-of.ts";

type Asked = Parameters<Parameters<typeof findingsOf>[2]>[0];

const written = { name: { type: "string", pattern: "^[a-z]{3,8}$" }, note: { type: ["string", "null"], pattern: "^[a-z]{3,8}$" }, kind: { type: "string", enum: ["small", "large"], default: "small" }, parts: { type: "array", items: { type: "object", required: ["of"], properties: { of: { type: "string", pattern: "^[a-z]{3}$" } } } } };
const order = { type: "object", properties: { ...written, id: { type: "string", readOnly: true }, state: { type: "string", readOnly: true }, created_at: { type: "string", readOnly: true } } };
const line = { type: "object", properties: { id: { type: "string", readOnly: true }, text: { type: "string", pattern: "^[a-z]{3,8}$" } } };
const body = (schema: JsonObject) => ({ required: true, content: { "application/json": { schema } } });
const path = (name: string) => ({ name, in: "path", required: true, schema: { type: "string" } });
const gone = { description: "d" };
const document: JsonObject = { paths: {
  "/orders": { post: { parameters: [{ name: "Idempotency-Key", in: "header", schema: { type: "string" } }], requestBody: body({ type: "object", required: ["name"], properties: written }), responses: { 201: answered(order) } } },
  "/orders/batch": { post: { requestBody: body({ type: "array", minItems: 2, maxItems: 3, items: { type: "object", required: ["name"], properties: written } }), responses: { 201: answered({ type: "object", properties: { data: { type: "array", items: order } } }) } } },
  "/orders/{id}": {
    parameters: [path("id")],
    get: { responses: { 200: answered(order), 404: gone } },
    patch: { requestBody: body({ type: "object", minProperties: 1, properties: { name: written.name, note: written.note } }), responses: { 200: answered(order), 404: gone } },
  },
  "/orders/{id}/close": { post: { parameters: [path("id")], responses: { 200: answered(order), 404: gone } } },
  "/orders/{id}/lines": { post: { parameters: [path("id")], requestBody: body(line), responses: { 201: answered(line), 404: gone } } },
  "/orders/{id}/lines/{line}": { get: { parameters: [path("id"), path("line")], responses: { 200: answered(line), 404: gone } } },
  "/files": { post: { requestBody: body(line), responses: { 201: answered(line, { headers: { Location: { schema: { type: "string" } } } }) } }, get: { parameters: [{ name: "limit", in: "query", schema: { type: "integer", minimum: 1, maximum: 100 } }], responses: { 200: answered({ type: "array", items: line }) } } },
  "/files/{id}/content": { get: { parameters: [path("id")], responses: { 200: { description: "d" }, 404: gone } } },
} };

type Wrong = "touches" | "created" | "keeps null" | "any parent" | "two" | "not closed" | "default" | "a batch" | "a part" | "no content" | "not listed";

/** A server that does as it should, save for one thing. */
function server(wrong?: Wrong): (asked: Asked) => Told {
  const orders = new Map<string, JsonObject>();
  const lines = new Map<string, JsonObject>();
  const files = new Map<string, JsonObject>();
  const replies = new Map<string, Told>();
  let count = 0;
  const add = (sent: JsonObject): JsonObject => {
    const { name = "", note, kind = wrong === "default" ? "large" : "small", parts } = sent;
    const made = { name, kind, ...(note !== undefined && { note }), ...(Array.isArray(parts) && { parts: wrong === "a part" ? parts.slice(0, 1) : parts }), id: `o${++count}`, state: "open", created_at: `2026-01-01T00:00:${String(count % 60).padStart(2, "0")}Z` };
    orders.set(made.id, made);
    return made;
  };
  const create = (sent: JsonObject, key: string | undefined): Told => {
    const reply = replies.get(key ?? "") ?? { status: 201, json: add(sent) };
    if (key !== undefined && wrong !== "two") replies.set(key, reply);
    return reply;
  };
  return ({ method, path: at, text, header }) => {
    const given = parseJson(text);
    const sent = isObject(given) ? given : {};
    const [, top, id = "", what, inner = ""] = at.split("/");
    if (top === "files" && method === "POST") {
      const made = { ...sent, id: `f${++count}` };
      files.set(made.id, made);
      return { status: 201, json: made, headers: { location: `/files/${made.id}/content` } };
    }
    if (top === "files" && id === "") return { status: 200, json: [...files.values()].slice(0, wrong === "not listed" ? 0 : 100).concat(wrong === "not listed" ? [{ id: "f0" }] : []) };
    if (top === "files") return files.has(id) && wrong !== "no content" ? { status: 200 } : { status: 404 };
    if (at === "/orders") return create(sent, header("idempotency-key"));
    if (at === "/orders/batch") return { status: 201, json: { data: (Array.isArray(given) ? given : []).map((each, index) => ({ ...add(isObject(each) ? each : {}), ...(wrong === "a batch" && index === 1 && { name: "lost" }) })) } };
    const known = orders.get(id);
    if (known === undefined) return { status: 404 };
    if (what === "lines" && method === "POST") {
      const made = { ...sent, id: `l${++count}` };
      lines.set(wrong === "any parent" ? made.id : `${id} ${made.id}`, made);
      return { status: 201, json: made };
    }
    const found = lines.get(wrong === "any parent" ? inner : `${id} ${inner}`);
    if (what === "lines") return found === undefined ? { status: 404 } : { status: 200, json: found };
    if (what === "close") {
      const closed = { ...known, state: "closed" };
      if (wrong !== "not closed") orders.set(id, closed);
      return { status: 200, json: closed };
    }
    if (method === "GET") return { status: 200, json: known };
    const { name, note } = sent;
    const next: JsonObject = { ...known, ...(wrong === "touches" && { note: null }), ...(name !== undefined && { name }), ...(note !== undefined && !(wrong === "keeps null" && note === null) && { note }), ...(wrong === "created" && { created_at: "2027-01-01T00:00:00Z" }) };
    orders.set(id, next);
    return { status: 200, json: next };
  };
}

test("nothing is said of a server that does as it should", async () => {
  for (const seed of [1, 2, 3]) assert.deepEqual(await findingsOf("stateful", document, server(), { seed }), []);
});

const faults: readonly (readonly [Wrong, string])[] = [
  ["touches", "warning not-updated PATCH /orders/{id}"],
  ["created", "warning not-updated PATCH /orders/{id}"],
  ["keeps null", "warning not-updated PATCH /orders/{id}"],
  ["any parent", "warning broken-link GET /orders/{id}/lines/{line}"],
  ["two", "error not-repeatable POST /orders"],
  ["not closed", "warning not-updated POST /orders/{id}/close"],
  ["default", "warning not-created POST /orders"],
  ["a batch", "warning not-created POST /orders/batch"],
  ["a part", "warning not-created POST /orders"],
  ["no content", "error broken-link POST /files"],
  ["not listed", "warning not-created POST /files"],
];

for (const [wrong, finding] of faults) {
  test(`it is found, once, what is wrong: ${wrong}`, async () => {
    // The least that an operation requires is sent before, and so are edges of lists.
    const found = await findingsOf(wrong === "default" || wrong === "a batch" ? "coverage" : "stateful", document, server(wrong), { seed: 2 });
    assert.ok(found.includes(finding), JSON.stringify(found));
    assert.deepEqual(found.filter((each) => !each.startsWith(finding.split("/")[0] ?? "")), []);
  });
}
