import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "../../../../../generator/json.ts";
import { answered, findingsOf, type Told } from "./server-of.ts";

type Asked = Parameters<Parameters<typeof findingsOf>[2]>[0];

const limit = { name: "limit", in: "query", schema: { type: "integer", minimum: 1, maximum: 50 } };
const text = (name: string) => ({ name, in: "query", schema: { type: "string" } });
const row = { type: "object", required: ["id"], properties: { id: { type: "string" } } };
const rows = Array.from({ length: 11 }, (_, index) => ({ id: `pet_${(index * 7) % 11}` }));

/** Pages that begin after a row that is named, and say whether there are more. */
const named: JsonObject = { paths: { "/pets": { get: { parameters: [limit, text("starting_after")], responses: { 200: answered({ type: "object", properties: { data: { type: "array", items: row }, has_more: { type: "boolean" } } }), 400: { description: "d" } } } } } };

function afterNamed({ more = (left: number) => left > 0, from = 1, says = true } = {}): (asked: Asked) => Told {
  return ({ query }) => {
    const after = query.get("starting_after");
    const at = rows.findIndex(({ id }) => id === after);
    if (after !== null && at < 0) return { status: 400 };
    const rest = rows.slice(after === null ? 0 : at + from);
    const page = rest.slice(0, Number(query.get("limit") ?? 50));
    return { status: 200, json: { data: page, ...(says && { has_more: more(rest.length - page.length) }) } };
  };
}

test("pages that begin after the last row of the one before are read to their end", async () => {
  assert.deepEqual(await findingsOf("stateful", named, afterNamed()), []);
});

test("where nothing says whether there are more, the first page may be all that one knows of", async () => {
  assert.deepEqual(await findingsOf("stateful", named, afterNamed({ says: false })), []);
});

test("what a cursor is made of that is told nowhere, nobody knows", async () => {
  const opaque: JsonObject = JSON.parse(JSON.stringify(named).replace("starting_after", "cursor"));
  assert.deepEqual(await findingsOf("stateful", opaque, ({ query, ...asked }) => afterNamed()({ ...asked, query: new URLSearchParams(query.toString().replace("cursor", "starting_after")) })), []);
});

test("a row that nobody has heard of may be refused: only the server knows what its cursors are", async () => {
  for (const phase of ["coverage", "fuzz"] as const) assert.deepEqual(await findingsOf(phase, named, afterNamed()), []);
});

const faults = [
  { name: "it says that there are never more", answer: afterNamed({ more: () => false }) },
  { name: "it says that there are always more", answer: afterNamed({ more: () => true }) },
  { name: "a page begins with the row that it should begin after", answer: afterNamed({ from: 0 }) },
  { name: "a row is lost between two pages", answer: afterNamed({ from: 2 }) },
];

for (const { name, answer } of faults) {
  test(`it is found, once, that ${name}`, async () => {
    assert.deepEqual(await findingsOf("stateful", named, answer), ["error broken-paging GET /pets"]);
  });
}

test("a cursor may be told of as a link alone", async () => {
  const linked: JsonObject = { paths: { "/pets": { get: { parameters: [limit, text("cursor")], responses: { 200: answered({ type: "array", items: row }, { headers: { Link: { schema: { type: "string" } } } }) } } } } };
  const answer = ({ query }: Asked): Told => {
    const [at, size] = [Number(query.get("cursor") ?? 0), Number(query.get("limit") ?? 50)];
    return { status: 200, json: rows.slice(at, at + size), ...(at + size < rows.length && { headers: { link: `</pets?cursor=${at + size}&limit=${size}>; rel="next"` } }) };
  };
  assert.deepEqual(await findingsOf("stateful", linked, answer), []);
});

/** Pages that say which they are. */
const counted: JsonObject = { paths: { "/pets": { get: { parameters: [{ name: "page", in: "query", schema: { type: "integer", minimum: 1, default: 1 } }, { name: "per_page", in: "query", schema: { type: "integer", minimum: 1, maximum: 50, default: 4 } }], responses: { 200: answered({ type: "object", properties: { data: { type: "array", items: row }, meta: { type: "object" } } }) } } } } };

function telling({ usual = 4, tells = (page: number) => page } = {}): (asked: Asked) => Told {
  return ({ query }) => {
    const [page, size] = [Number(query.get("page") ?? 1), Number(query.get("per_page") ?? usual)];
    return { status: 200, json: { data: rows.slice((page - 1) * size, page * size), meta: { page: tells(page), perPage: size, total: rows.length } } };
  };
}

test("a page says which it is, and what is taken by default", async () => {
  assert.deepEqual(await findingsOf("semantic", counted, telling()), []);
  assert.deepEqual(await findingsOf("semantic", counted, telling({ usual: 5 })), ["warning broken-paging GET /pets"]);
  assert.deepEqual(await findingsOf("semantic", counted, telling({ usual: 3 })), ["warning broken-paging GET /pets"]);
  assert.deepEqual(await findingsOf("semantic", counted, telling({ tells: () => 1 })), ["warning broken-paging GET /pets"]);
});

test("what comes after the last row is nothing, and no failure", async () => {
  const fails = (asked: Asked): Told => (asked.query.get("starting_after") === rows.at(-1)?.id ? { status: 500 } : afterNamed()(asked));
  assert.deepEqual(await findingsOf("stateful", named, fails), ["error server-error GET /pets"]);
});

const linked: JsonObject = { paths: { "/pets": { get: { parameters: [{ name: "page", in: "query", schema: { type: "integer", minimum: 1 } }, { name: "per_page", in: "query", schema: { type: "integer", minimum: 1, maximum: 50, default: 3 } }], responses: { 200: answered({ type: "array", items: row }, { headers: { Link: { schema: { type: "string" } } } }) } } } } };

function linking(link = (page: number, size: number) => `/pets?page=${page}&per_page=${size}`): (asked: Asked) => Told {
  return ({ path, query }) => {
    if (path !== "/pets") return { status: 404 };
    const [page, size] = [Number(query.get("page") ?? 1), Number(query.get("per_page") ?? 3)];
    return { status: 200, json: rows.slice((page - 1) * size, page * size), ...(page * size < rows.length && { headers: { link: `<${link(page + 1, size)}>; rel="next"` } }) };
  };
}

test("a link leads to the next page, of the same size", async () => {
  assert.deepEqual(await findingsOf("stateful", linked, linking()), []);
  assert.deepEqual(await findingsOf("stateful", linked, linking((page) => `/pets?page=${page}`)), ["warning broken-paging GET /pets"]);
  assert.deepEqual(await findingsOf("stateful", linked, linking((page, size) => `/v2/pets?page=${page}&per_page=${size}`)), ["error broken-paging GET /pets"]);
});
