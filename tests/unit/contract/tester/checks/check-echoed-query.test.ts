import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "../../../../../generator/json.ts";
import { answered, findingsOf, type Told } from "../phases/server-of.ts";

const size = { type: "object", required: ["length"], properties: { length: { type: "integer" } } };
const members = { to: { type: "string", minLength: 1, maxLength: 20 }, express: { type: "boolean" }, size };
const query = (name: string, schema: JsonObject, required = false): JsonObject => ({ name, in: "query", required, schema });
const document = (path: string, more: JsonObject[] = []): JsonObject => ({ paths: { [path]: { get: {
  parameters: [query("to", members.to, true), query("express", { type: "boolean", default: false }), { name: "size", in: "query", content: { "application/json": { schema: size } } }, ...more],
  responses: { 200: answered({ type: "object", properties: { ...members, to: { type: "string" } } }) },
} } } });

type Asked = Parameters<Parameters<typeof findingsOf>[2]>[0];

function rate(change: (told: { [name: string]: unknown }) => unknown = () => undefined): (asked: Asked) => Told {
  return ({ query: asked }) => {
    const given = asked.get("size");
    const told = { to: asked.get("to"), express: asked.get("express") === "true", ...(given !== null && { size: JSON.parse(given) }) };
    change(told);
    return { status: 200, json: told };
  };
}

test("what is made of a query says what the query says", async () => {
  assert.deepEqual(await findingsOf("coverage", document("/rate"), rate()), []);
  const faults: ((told: { [name: string]: unknown }) => unknown)[] = [(told) => (told["express"] = true), (told) => (told["to"] = Buffer.from(String(told["to"])).toString("latin1")), (told) => told["size"] !== undefined && (told["size"] = { length: 5 })];
  for (const fault of faults) assert.deepEqual(await findingsOf("coverage", document("/rate"), rate(fault)), ["warning broken-echo GET /rate"]);
});

test("what is there where a parameter is not, is its default", async () => {
  const hasty = (asked: Asked): Told => (asked.query.has("express") ? rate()(asked) : rate((told) => (told["express"] = true))(asked));
  assert.deepEqual(await findingsOf("coverage", document("/rate"), hasty), ["warning broken-echo GET /rate"]);
});

test("what a path names has members of its own", async () => {
  const id = { name: "id", in: "path", required: true, schema: { type: "string" } };
  assert.deepEqual(await findingsOf("coverage", document("/rates/{id}", [id]), rate((told) => (told["express"] = true))), []);
});
