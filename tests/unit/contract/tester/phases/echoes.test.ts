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

test("what a list has is what comes by its id", async () => {
  const kind = { type: "string", enum: ["cat", "dog"] };
  const listed: JsonObject = { paths: {
    "/pets": { get: { parameters: [{ name: "kind", in: "query", schema: kind }, { name: "limit", in: "query", schema: { type: "integer", minimum: 1, maximum: 20 } }, { name: "offset", in: "query", schema: { type: "integer", minimum: 0 } }], responses: { 200: answered({ type: "array", items: { type: "object", properties: { id: { type: "string" }, kind } } }) } } },
    "/pets/{pet_id}": { get: { parameters: [{ name: "pet_id", in: "path", required: true, schema: { type: "string" }, example: "me" }], responses: { 200: answered({ type: "object", properties: { id: { type: "string" } } }), 404: { description: "d" } } } },
  } };
  const pets = Array.from({ length: 6 }, (_, index) => ({ id: `p${index}`, kind: index % 2 === 0 ? "cat" : "dog" }));
  const answer = ({ same = false, forgets = false } = {}) => ({ path, query }: Asked): Told => {
    const offset = Number(query.get("offset") ?? 0);
    const wanted = forgets && offset > 0 ? null : query.get("kind");
    if (path === "/pets") return { status: 200, json: pets.filter((each) => wanted === null || each.kind === wanted).slice(offset).slice(0, Number(query.get("limit") ?? 20)) };
    const id = path.split("/")[2];
    return pets.some((each) => each.id === id) ? { status: 200, json: { id: same ? "p0" : id } } : id === "me" ? { status: 200, json: { id: "p3" } } : { status: 404 };
  };
  assert.deepEqual(await findingsOf("semantic", listed, answer()), []);
  assert.deepEqual(await findingsOf("semantic", listed, answer({ same: true })), ["warning broken-echo GET /pets/{pet_id}"]);
  assert.deepEqual(await findingsOf("semantic", listed, answer({ forgets: true })), ["warning broken-paging GET /pets"]);
});
