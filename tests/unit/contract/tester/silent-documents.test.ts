import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "../../../../generator/json.ts";
import { findingsOf } from "./phases/server-of.ts";

const limit = { name: "limit", in: "query", schema: { type: "integer" } };
const id = { name: "id", in: "path", required: true, schema: { type: "integer" } };
const list = (...statuses: string[]): JsonObject => ({ paths: { "/pets": { get: { parameters: [limit], responses: responsesOf(statuses) } } } });
const read = (...statuses: string[]): JsonObject => ({ paths: { "/pets/{id}": { get: { parameters: [id], responses: responsesOf(statuses) } } } });

function responsesOf(statuses: readonly string[]): JsonObject {
  return Object.fromEntries(statuses.map((status): [string, JsonObject] => [status, { description: "d" }]));
}

/** What a server is found to do that takes integers alone, and refuses all else with this status. */
function strict(document: JsonObject, status: number): Promise<string[]> {
  const isInteger = (text: string | null | undefined) => text === null || text === undefined || /^-?\d+$/.test(text);
  return findingsOf("negative", document, ({ query, path }) => ({ status: isInteger(query.get("limit")) && isInteger(/^\/pets\/(.*)$/.exec(path)?.[1]) ? 200 : status }));
}

test("a document without a status for what breaks it is what lacks something, and not the server that refuses", async () => {
  assert.deepEqual(await strict(list("200", "404"), 400), ["warning undocumented-status GET /pets"]);
  assert.deepEqual(await strict(list("200"), 422), ["warning undocumented-status GET /pets"]);
  assert.deepEqual(await strict(read("200"), 404), ["warning undocumented-status GET /pets/{id}"]);
});

test("a server that refuses with another status than the document has for it is told so", async () => {
  assert.deepEqual(await strict(list("200", "400"), 422), ["error undocumented-status GET /pets"]);
  assert.deepEqual(await strict(list("200", "422"), 400), ["error undocumented-status GET /pets"]);
  assert.deepEqual(await strict(read("200", "404"), 400), ["error undocumented-status GET /pets/{id}"]);
  assert.deepEqual(await strict(list("200"), 418), ["error undocumented-status GET /pets"]);
  assert.deepEqual(await strict(list("200", "4XX"), 400), []);
});

test("who takes what breaks the document is told so, whatever the document has for it", async () => {
  assert.deepEqual(await findingsOf("negative", list("200"), () => ({ status: 200 })), ["error invalid-request-accepted GET /pets"]);
});

test("where the document has no success, a refusal that it has is what it says", async () => {
  const refusing = (document: JsonObject, status: number) => findingsOf("examples", document, () => ({ status }));
  assert.deepEqual(await refusing(list("400", "404"), 400), []);
  assert.deepEqual(await refusing(list("101", "400"), 400), []);
  assert.deepEqual(await refusing(list("400", "404"), 422), ["error undocumented-status GET /pets"]);
  assert.deepEqual(await refusing(list("303", "400"), 400), ["error valid-request-refused GET /pets"]);
});

test("an operation that does not say what it answers may answer anything", async () => {
  const silent = { paths: { "/pets": { get: {} } } };
  assert.deepEqual(await findingsOf("examples", silent, () => ({ status: 404 })), []);
  assert.deepEqual(await findingsOf("examples", silent, () => ({ status: 500 })), ["error server-error GET /pets"]);
});

test("who asks for credentials, as the document says, may answer 401 to a request without; else it has to be documented", async () => {
  const locked: JsonObject = {
    security: [{ key: [] }, { token: [] }],
    paths: { "/pets": { get: { responses: responsesOf(["200"]) } }, "/news": { get: { security: [], responses: responsesOf(["200"]) } } },
    components: { securitySchemes: { key: { type: "apiKey", in: "query", name: "key" }, token: { type: "http", scheme: "bearer" } } },
  };
  const refusing = (credentials: ReadonlyMap<string, string>) => findingsOf("examples", locked, () => ({ status: 401 }), { credentials });
  assert.deepEqual(await refusing(new Map()), ["error undocumented-status GET /news"]);
  for (const name of ["key", "token"]) assert.deepEqual(await refusing(new Map([[name, "k"]])), ["error undocumented-status GET /pets", "error undocumented-status GET /news"], name);
});
