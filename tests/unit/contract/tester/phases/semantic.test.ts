import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "../../../../../generator/json.ts";
import { answered, findingsOf, type Told } from "./server-of.ts";

const kind = { type: "string", enum: ["cat", "dog"] };
const query = (named: string, schema: JsonObject) => ({ name: named, in: "query", schema });
const name = { name: "X-Request-Id", in: "header", schema: { type: "string" } };
const row = { type: "object", properties: { id: { type: "integer" }, kind, age: { type: "integer" } } };
const list = { type: "object", properties: { pets: { type: "array", items: row }, total: { type: "integer" } } };
const document: JsonObject = { paths: {
  "/pets": { get: { parameters: [name, query("limit", { type: "integer", minimum: 1, maximum: 50 }), query("kind", kind), query("sort", { type: "string", enum: ["age", "-age"] })], responses: { 200: answered(list, { headers: { "X-Request-Id": { schema: { type: "string" } } } }) } } },
  "/pets/{id}": { get: { parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer", minimum: 1 } }], responses: { 200: answered(row), 404: { description: "d" } } } },
} };

type Asked = Parameters<Parameters<typeof findingsOf>[2]>[0];

const pets = [9, 10, 2, 1, 30].map((age, index) => ({ id: index + 1, kind: index % 2 === 0 ? "cat" : "dog", age }));

function server({ limit = true, filter = true, order = true, asTexts = false, total = true, echo = true, id = true } = {}): (asked: Asked) => Told {
  return ({ path, query: asked, header }) => {
    if (path !== "/pets") return { status: 200, json: { ...pets[0], id: id ? Number(path.split("/")[2]) : 77 } };
    const found = pets.filter((pet) => !filter || asked.get("kind") === null || pet.kind === asked.get("kind"));
    const sign = asked.get("sort") === "-age" ? -1 : 1;
    if (order && asked.get("sort") !== null) found.sort((a, b) => sign * (asTexts ? (String(a.age) < String(b.age) ? -1 : 1) : a.age - b.age));
    const page = found.slice(0, limit ? Number(asked.get("limit") ?? 50) : 50);
    const given = header("x-request-id");
    return { status: 200, json: { pets: page, total: total ? found.length : page.length }, ...(given !== undefined && { headers: { "x-request-id": echo ? given : "static" } }) };
  };
}

test("a server that does what names say has no finding", async () => {
  assert.deepEqual(await findingsOf("semantic", document, server()), []);
});

const faults = [
  { name: "limit is not looked at", answer: server({ limit: false }), finding: "warning broken-paging GET /pets" },
  { name: "a filter is not looked at", answer: server({ filter: false }), finding: "warning broken-filter GET /pets" },
  { name: "an order is not looked at", answer: server({ order: false }), finding: "warning broken-order GET /pets" },
  { name: "numbers are in the order of texts", answer: server({ asTexts: true }), finding: "warning broken-order GET /pets" },
  { name: "the total is that of the page", answer: server({ total: false }), finding: "warning broken-paging GET /pets" },
  { name: "the name of a request does not come back", answer: server({ echo: false }), finding: "warning broken-echo GET /pets" },
  { name: "the id is not that of the path", answer: server({ id: false }), finding: "warning broken-echo GET /pets/{id}" },
];

for (const { name: fault, answer, finding } of faults) {
  test(`it is found, once, that ${fault}`, async () => {
    assert.deepEqual(await findingsOf("semantic", document, answer), [finding]);
  });
}
