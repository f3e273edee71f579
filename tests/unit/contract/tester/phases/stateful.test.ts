import assert from "node:assert/strict";
import { test } from "node:test";
import { isObject, type JsonObject, parseJson } from "../../../../../generator/json.ts";
import { answered, findingsOf, type Told } from "./server-of.ts";

const newPet = { type: "object", required: ["name", "age"], properties: { name: { type: "string", pattern: "^[a-z]{3,8}$" }, age: { type: "integer", minimum: 1, maximum: 99 }, secret: { type: "string", writeOnly: true } } };
const pet = { allOf: [newPet, { type: "object", required: ["id"], properties: { id: { type: "integer", readOnly: true }, seen: { type: "integer" } } }] };
const body = { required: true, content: { "application/json": { schema: newPet } } };
const document: JsonObject = { paths: {
  "/pets": {
    get: { parameters: [{ name: "limit", in: "query", schema: { type: "integer", minimum: 1, maximum: 50 } }, { name: "offset", in: "query", schema: { type: "integer", minimum: 0 } }], responses: { 200: answered({ type: "array", items: pet }) } },
    post: { requestBody: body, responses: { 201: answered(pet, { links: { self: { operationId: "read", parameters: { id: "$response.body#/id" } } } }), 400: { description: "d" } } },
  },
  "/pets/{id}": {
    parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer", minimum: 1 } }],
    get: { operationId: "read", responses: { 200: answered(pet), 404: { description: "d" } } },
    put: { requestBody: body, responses: { 200: answered(pet), 404: { description: "d" } } },
    delete: { responses: { 204: { description: "d" }, 404: { description: "d" } } },
  },
} };

type Asked = Parameters<Parameters<typeof findingsOf>[2]>[0];
type Pet = { id: number; name: unknown; age: unknown };

/** A server that does as the document says, save for what is changed. `seen` is another number each time, which is nobody's fault. */
function server(changed: { keeps?: boolean; replaces?: boolean; removes?: boolean; skips?: number; wavers?: boolean; ids?: number } = {}): (asked: Asked) => Told {
  const { keeps = true, replaces = true, removes = true, skips = 0, wavers = false, ids = 0 } = changed;
  const pets = new Map<number, Pet>(Array.from({ length: 8 }, (_, index) => [index + 1, { id: index + 1, name: "rex", age: 3 }]));
  let seen = 0;
  return ({ method, path, query, text }) => {
    const given = parseJson(text);
    const sent = isObject(given) ? given : {};
    const show = (one: Pet): Told => ({ status: 200, json: { ...one, ...(wavers && { age: (seen % 9) + 1 }), seen: ++seen } });
    const id = Number(path.split("/")[2]);
    const known = pets.get(id);
    if (path === "/pets" && method === "GET") {
      const offset = Number(query.get("offset") ?? 0);
      return { status: 200, json: [...pets.values()].slice(offset > 0 ? offset + skips : 0).slice(0, Number(query.get("limit") ?? 50)) };
    }
    if (method === "POST") {
      const made: Pet = { id: pets.size + 100, name: sent["name"], age: sent["age"] };
      if (keeps) pets.set(made.id, made);
      return { status: 201, json: { ...made, id: made.id + ids } };
    }
    if (known === undefined) return { status: 404 };
    if (method === "GET") return show(known);
    if (method === "DELETE") return removes && pets.delete(id), { status: 204 };
    const next: Pet = { id, name: sent["name"], age: sent["age"] };
    if (replaces) pets.set(id, next);
    return { status: 200, json: next };
  };
}

test("a server that keeps what it is given has no finding, whatever else changes in its answers", async () => {
  for (const seed of [1, 2, 3]) assert.deepEqual(await findingsOf("stateful", document, server(), { seed }), []);
});

const faults = [
  { name: "what is created is not kept", answer: server({ keeps: false }), finding: "error not-created POST /pets" },
  { name: "what is replaced is not kept", answer: server({ replaces: false }), finding: "error not-updated PUT /pets/{id}" },
  { name: "what is deleted is kept", answer: server({ removes: false }), finding: "error not-deleted DELETE /pets/{id}" },
  { name: "what was written is another each time", answer: server({ wavers: true }), finding: "error not-repeatable GET /pets/{id}" },
  { name: "a row is on no page", answer: server({ skips: 1 }), finding: "error broken-paging GET /pets" },
  { name: "a row is on two pages", answer: server({ skips: -1 }), finding: "error broken-paging GET /pets" },
  { name: "the id of what is created leads nowhere", answer: server({ ids: 1000 }), finding: "error not-created POST /pets" },
];

for (const { name, answer, finding } of faults) {
  test(`it is found, once, that ${name}`, async () => {
    assert.deepEqual(await findingsOf("stateful", document, answer), [finding]);
  });
}

test("a link of an answer that leads nowhere is found", async () => {
  const linked = { paths: {
    "/pet": { get: { responses: { 200: answered({ type: "object", properties: { toy: { type: "integer" } } }, { links: { toy: { operationId: "toy", parameters: { id: "$response.body#/toy" } } } }) } } },
    "/toys/{id}": { get: { operationId: "toy", parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer" } }], responses: { 200: answered({}), 404: { description: "d" } } } },
  } };
  const answer = (toy: number) => ({ path }: Asked): Told => (path === "/pet" ? { status: 200, json: { toy } } : path === "/toys/7" ? { status: 200, json: {} } : { status: 404 });
  assert.deepEqual(await findingsOf("stateful", linked, answer(7)), []);
  assert.deepEqual(await findingsOf("stateful", linked, answer(8)), ["error broken-link GET /pet"]);
});

test("what is created and deleted is looked for on all pages of a list", async () => {
  const many = (keeps: boolean, removes: boolean) => {
    const pets = new Map<number, Pet>(Array.from({ length: 70 }, (_, index) => [index + 1, { id: index + 1, name: "rex", age: 3 }]));
    const gone = new Set<number>();
    const listed = new Set(pets.keys());
    return ({ method, path, query, text }: Asked): Told => {
      const given = parseJson(text);
      const sent = isObject(given) ? given : {};
      const id = Number(path.split("/")[2]);
      if (path === "/pets" && method === "GET") return { status: 200, json: [...pets.values()].filter((each) => listed.has(each.id)).slice(Number(query.get("offset") ?? 0)).slice(0, Number(query.get("limit") ?? 50)) };
      const made: Pet = { id: method === "POST" ? pets.size + 100 : id, name: sent["name"], age: sent["age"] };
      if (method === "POST") {
        pets.set(made.id, made);
        if (keeps) listed.add(made.id);
        return { status: 201, json: made };
      }
      if (!pets.has(id) || gone.has(id)) return { status: 404 };
      if (method === "DELETE") {
        gone.add(id);
        if (removes) listed.delete(id);
        return { status: 204 };
      }
      if (method === "PUT") pets.set(id, made);
      return { status: 200, json: pets.get(id) };
    };
  };
  assert.deepEqual(await findingsOf("stateful", document, many(true, true)), []);
  assert.deepEqual(await findingsOf("stateful", document, many(false, true)), ["warning not-created POST /pets"]);
  assert.deepEqual(await findingsOf("stateful", document, many(true, false)), ["warning not-deleted DELETE /pets/{id}"]);
});
