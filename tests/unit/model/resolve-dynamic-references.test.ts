import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "../../../generator/json.ts";
import { loadDocument } from "../../../generator/load/load-document.ts";
import type { Api } from "../../../generator/model/api.ts";
import { buildApi } from "../../../generator/model/build-api.ts";

async function apiOf(schemas: JsonObject, paths: JsonObject = {}): Promise<Api> {
  const document = { openapi: "3.1.1", info: { title: "t", version: "1" }, paths, components: { schemas } };
  const loaded = await loadDocument("-", { cwd: ".", stdin: async () => JSON.stringify(document) });
  assert.ok(loaded.document);
  const { api, diagnostics } = buildApi(loaded.document);
  assert.deepEqual([...loaded.diagnostics, ...diagnostics], []);
  return api;
}

/** What each named schema refers to: `["Page/of/Users", ["Page/of/Users"]]`. */
function refs({ schemas }: Api): Record<string, string[]> {
  return Object.fromEntries(schemas.map(({ id, schema }) => {
    const found = [...JSON.stringify(schema).matchAll(/"ref":"([^"]+)"/g)].map(([, ref = ""]) => short(ref));
    return [short(id), found];
  }));
}

function short(id: string): string {
  return id.replace("/components/schemas/", "");
}

test("a tree of strict trees is a schema of its own beside a tree of trees", async () => {
  const api = await apiOf({
    Tree: { $id: "tree", $dynamicAnchor: "node", properties: { children: { items: { $dynamicRef: "#node" } } } },
    StrictTree: { $id: "strict-tree", $dynamicAnchor: "node", $ref: "tree", unevaluatedProperties: false },
  });
  assert.deepEqual(refs(api), { Tree: ["Tree"], StrictTree: ["Tree/of/StrictTree"], "Tree/of/StrictTree": ["StrictTree"] });
  assert.equal(api.schemas[2]?.schema.at, "/components/schemas/Tree");
});

// The generic page: https://json-schema.org/blog/posts/dynamicref-and-generics is how people write it, most of them without any `$id`.
test("a template is what each schema that fills it in makes of it, also where these are no resources", async () => {
  const item = (target: string): JsonObject => ({ $dynamicAnchor: "item", $ref: `#/components/schemas/${target}` });
  const api = await apiOf({
    Page: { properties: { items: { items: { $dynamicRef: "#item" } } }, $defs: { item: { $dynamicAnchor: "item" } } },
    Users: { $ref: "#/components/schemas/Page", $defs: { item: item("User") } },
    Pets: { $ref: "#/components/schemas/Page", $defs: { item: item("Pet") } },
    User: { type: "string" },
    Pet: { type: "number" },
  });
  const found = refs(api);
  assert.deepEqual(found["Users"], ["Page/of/Users"]);
  assert.deepEqual(found["Page/of/Users"], ["Users/$defs/item"]);
  assert.deepEqual(found["Page/of/Pets"], ["Pets/$defs/item"]);
  assert.deepEqual(found["Page"], ["Page/$defs/item"]);
});

test("an inline schema that fills in a template has its own copy too", async () => {
  const schema = { $ref: "#/components/schemas/Page", $defs: { item: { $dynamicAnchor: "item", type: "string" } } };
  const get = { operationId: "get", responses: { 200: { description: "", content: { "application/json": { schema } } } } };
  const api = await apiOf({ Page: { items: { $dynamicRef: "#item" }, $defs: { item: { $dynamicAnchor: "item" } } } }, { "/a": { get } });
  const ref = api.operations[0]?.responses[0]?.content[0]?.schema?.ref;
  assert.match(ref ?? "", /^\/components\/schemas\/Page\/of\//);
  assert.ok(api.schemas.some(({ id }) => id === ref));
});
