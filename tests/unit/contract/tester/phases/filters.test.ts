import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "../../../../../generator/json.ts";
import { answered, findingsOf, type Told } from "./server-of.ts";

type Asked = Parameters<Parameters<typeof findingsOf>[2]>[0];
type Book = { id: string; title: string; state: string; createdAt: string; publishedOn: string; price: number };

const state = { type: "string", enum: ["new", "used"] };
const query = (name: string, schema: JsonObject, more: JsonObject = {}) => ({ name, in: "query", schema, ...more });
const row = { type: "object", properties: { id: { type: "string" }, title: { type: "string" }, state, createdAt: { type: "string", format: "date-time" }, publishedOn: { type: "string", format: "date" }, price: { type: "number" } } };
const sort = { type: "array", items: { type: "string", enum: ["state", "-state", "created_at", "-created_at"] }, minItems: 1 };
const document: JsonObject = { paths: { "/books": { get: {
  parameters: [
    query("filter[state]", state), query("created_after", { type: "string", format: "date-time" }), query("created_before", { type: "string", format: "date-time" }), query("published_before", { type: "string", format: "date" }),
    query("max_price", { type: "number" }), query("q", { type: "string", minLength: 1 }), query("title", { type: "string" }), query("sort", sort, { style: "form", explode: false }),
  ],
  responses: { 200: answered({ type: "object", properties: { data: { type: "array", items: row } } }), 400: { description: "d" } },
} } } };

const books = Array.from({ length: 9 }, (_, index): Book => ({
  id: `b${index}`, title: `Title ${index}`, state: index % 2 === 0 ? "new" : "used", createdAt: new Date(Date.UTC(2026, 0, 1 + ((index * 4) % 9), 12)).toISOString(), publishedOn: `2020-01-0${((index * 2) % 9) + 1}`, price: ((index * 5) % 9) + 0.5,
}));

/** A server that filters and sorts, save for one parameter. */
function server(not = ""): (asked: Asked) => Told {
  return ({ query: asked }) => {
    const given = (name: string) => (name === not ? null : asked.get(name));
    const is = (name: string, wanted: (text: string) => boolean) => given(name) === null || wanted(given(name) ?? "");
    const found = books.filter((book) => is("filter[state]", (text) => book.state === text) && is("created_after", (text) => Date.parse(book.createdAt) >= Date.parse(text)) && is("created_before", (text) => Date.parse(book.createdAt) < Date.parse(text))
      && is("published_before", (text) => book.publishedOn <= text) && is("max_price", (text) => book.price <= Number(text)) && is("q", (text) => book.title.includes(text)) && is("title", (text) => book.title === text));
    const keys = (given("sort") ?? "").split(",").filter((key) => key !== "").slice(0, not === "second" ? 1 : 2);
    const valueOf = (book: Book, key: string) => (key.endsWith("state") ? book.state : book.createdAt);
    const compare = (one: Book, other: Book, key: string) => (valueOf(one, key) < valueOf(other, key) ? -1 : valueOf(one, key) > valueOf(other, key) ? 1 : 0) * (key.startsWith("-") ? -1 : 1);
    return { status: 200, json: { data: found.toSorted((one, other) => keys.map((key) => compare(one, other, key)).find((order) => order !== 0) ?? 0) } };
  };
}

test("nothing is said of a server that filters and sorts by what names mean", async () => {
  assert.deepEqual(await findingsOf("semantic", document, server()), []);
});

for (const name of ["filter[state]", "created_after", "created_before", "published_before", "max_price", "q", "title"]) {
  test(`it is found, once, that ${name} is not looked at`, async () => {
    assert.deepEqual(await findingsOf("semantic", document, server(name)), ["warning broken-filter GET /books"]);
  });
}

for (const name of ["sort", "second"]) {
  test(`it is found, once, that a list of orders is not looked at: ${name}`, async () => {
    assert.deepEqual(await findingsOf("semantic", document, server(name)), ["warning broken-order GET /books"]);
  });
}
