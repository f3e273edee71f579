import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "../../../../../generator/json.ts";
import { answered, findingsOf, type Told } from "./server-of.ts";

type Asked = Parameters<Parameters<typeof findingsOf>[2]>[0];

const base = { type: "string", enum: ["EUR", "USD", "CHF"] };
const document: JsonObject = { paths: {
  "/search": { get: { parameters: [{ name: "q", in: "query", schema: { type: "string" } }], responses: { 200: answered({ type: "object", properties: { q: { type: ["string", "null"] } } }) } } },
  "/rates/{base}": { get: { parameters: [{ name: "base", in: "path", required: true, schema: base }], responses: { 200: answered({ type: "object", properties: { base } }) } } },
} };

function server({ read = (text: string) => text, one = "" } = {}): (asked: Asked) => Told {
  return ({ path, query }) => {
    const q = query.get("q");
    return path === "/search" ? { status: 200, json: { q: q === null ? null : read(q) } } : { status: 200, json: { base: one === "" ? path.split("/")[2] : one } };
  };
}

test("a text comes back as it was sent, or as a server writes it", async () => {
  assert.deepEqual(await findingsOf("coverage", document, server()), []);
  assert.deepEqual(await findingsOf("coverage", document, server({ read: (text) => text.trim().toLowerCase() })), []);
});

for (const [name, read] of [["a plus is a space", (text: string) => text.replaceAll("+", " ")], ["it ends at an ampersand", (text: string) => text.split("&")[0] ?? ""]] as const) {
  test(`it is found that ${name}`, async () => {
    assert.deepEqual(await findingsOf("coverage", document, server({ read })), ["warning broken-echo GET /search"]);
  });
}

test("one of a list of values is that one", async () => {
  assert.deepEqual(await findingsOf("coverage", document, server({ one: "EUR" })), ["warning broken-echo GET /rates/{base}"]);
});
