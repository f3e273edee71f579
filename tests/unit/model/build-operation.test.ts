import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "../../../generator/json.ts";
import { build } from "./fake-document.ts";

test("an operation has everything that the document says about it", () => {
  const { api, notes } = build({
    paths: {
      "/pets": {
        summary: "Pets",
        "x-item": 1,
        post: {
          operationId: "add", tags: ["pets"], summary: "S", description: "D", deprecated: true, externalDocs: { url: "https://example.com", description: "More" },
          requestBody: { required: true, content: { "application/json": { schema: true, example: 1 } } },
          responses: { 204: { description: "Done" } }, servers: [{ url: "/v1" }], "x-state": "beta",
        },
      },
    },
  });
  const at = "/paths/~1pets/post";
  const media = `${at}/requestBody/content/application~1json`;
  assert.deepEqual(api.paths[0]?.operations, [
    {
      at, method: "post", path: "/pets", operationId: "add", tags: ["pets"], parameters: [], callbacks: [], security: [],
      doc: { summary: "S", description: "D", deprecated: true, externalDocs: { url: "https://example.com", description: "More" } },
      requestBody: {
        at: `${at}/requestBody`, required: true, doc: {}, extensions: [],
        content: [{ at: media, name: "application/json", schema: { at: `${media}/schema`, boolean: true }, encoding: [], examples: [{ at: `${media}/example`, name: "", value: { value: 1 }, doc: {} }], extensions: [] }],
      },
      responses: [{ at: `${at}/responses/204`, status: "204", headers: [], content: [], links: [], doc: { description: "Done" }, extensions: [] }],
      servers: [{ at: `${at}/servers/0`, url: "/v1", variables: [] }],
      extensions: [{ name: "x-state", value: "beta" }],
    },
  ]);
  assert.deepEqual([api.paths[0]?.doc, api.paths[0]?.extensions], [{ summary: "Pets" }, [{ name: "x-item", value: 1 }]]);
  assert.equal(api.operations[0], api.paths[0]?.operations[0]);
  assert.deepEqual(notes, []);
});

test("methods keep the document's order, 3.2's query and additional ones included", () => {
  const { api } = build({ paths: { "/a": { query: {}, additionalOperations: { COPY: {} }, get: {} } } });
  assert.deepEqual(api.operations.map(({ method, additional }) => [method, additional]), [["query", undefined], ["COPY", true], ["get", undefined]]);
});

test("what has no effect in an operation is reported", () => {
  const { notes } = build({ paths: { "/a": { get: { produces: [], tags: ["a", 1], deprecated: null }, link: {} } } });
  assert.deepEqual(notes.sort(), ["ignored /paths/~1a/get/deprecated", "ignored /paths/~1a/get/produces", "ignored /paths/~1a/get/tags/1", "ignored /paths/~1a/link"]);
});

test("only the first of two operations keeps their operationId, and one of a callback comes last", () => {
  const callbacks: JsonObject = { done: { "{$url}": { post: { operationId: "b" } } } };
  const { api, notes } = build({ paths: { "/a": { get: { operationId: "a", callbacks }, put: { operationId: "a" } }, "/b": { get: { operationId: "b" } } } });
  assert.deepEqual(api.operations.map(({ operationId }) => operationId), ["a", undefined, "b"]);
  assert.equal(api.operations[0]?.callbacks[0]?.pathItems[0]?.operations[0]?.operationId, undefined);
  assert.deepEqual(notes, ["duplicate-operation-id /paths/~1a/put/operationId", "duplicate-operation-id /paths/~1a/get/callbacks/done/{$url}/post/operationId"]);
});

test("servers of the operation go before those of its path item, and an empty list says nothing", () => {
  const { api } = build({ servers: [], paths: { "/a": { servers: [{ url: "/item" }], get: {}, put: { servers: [{ url: "/own" }] }, post: { servers: [] } }, "/b": { get: {} } } });
  assert.deepEqual(api.servers, []);
  assert.deepEqual(api.operations.map(({ servers }) => servers?.map(({ url }) => url)), [["/item"], ["/own"], ["/item"], undefined]);
});

test("a path item that two paths refer to stands under each", () => {
  const { api, notes } = build({
    paths: { "/a": { $ref: "#/components/pathItems/Item" }, "/{id}": { $ref: "#/components/pathItems/Item" } },
    components: { pathItems: { Item: { get: { operationId: "x" } } } },
  });
  assert.deepEqual(api.operations.map(({ path, operationId, parameters }) => [path, operationId, parameters.length]), [["/a", "x", 0], ["/{id}", undefined, 1]]);
  assert.deepEqual([...api.paths, ...api.components.pathItems].map(({ component, path }) => [component, path]), [["Item", "/a"], ["Item", "/{id}"], ["Item", ""]]);
  assert.deepEqual(notes, ["undeclared-path-parameter /components/pathItems/Item", "duplicate-operation-id /components/pathItems/Item/get"]);
});

test("what stands beside the $ref of a path item counts as well, and first", () => {
  const { api, notes } = build({
    paths: { "/a": { $ref: "#/components/pathItems/Item", parameters: [{ name: "p", in: "query" }], put: { operationId: "own" } } },
    components: { pathItems: { Item: { parameters: [{ name: "q", in: "query" }], get: { operationId: "get" }, put: { operationId: "put" } } } },
  });
  assert.deepEqual(api.operations.map(({ operationId, at, parameters }) => [operationId, at, parameters.map(({ name }) => name)]), [
    ["get", "/components/pathItems/Item/get", ["p", "q"]],
    ["own", "/paths/~1a/put", ["q", "p"]],
  ]);
  assert.deepEqual(notes, []);
});

test("a webhook's path is its name, and extensions of the Paths Object are no paths", () => {
  const { api, notes } = build({ paths: { "x-a": {} }, webhooks: { "x-new": { post: { operationId: "new" } } } });
  assert.deepEqual([api.paths, api.operations], [[], []]);
  assert.deepEqual(api.webhooks.map(({ path, operations }) => [path, operations.map((operation) => operation.path)]), [["x-new", ["x-new"]]]);
  assert.deepEqual(notes, []);
});

test("a callback that contains itself ends where it begins again", () => {
  const { api, notes } = build({
    paths: { "/a": { post: { callbacks: { again: { $ref: "#/components/callbacks/Again" } } } } },
    components: { callbacks: { Again: { "{$url}": { post: { callbacks: { again: { $ref: "#/components/callbacks/Again" } } } } } } },
  });
  const inner = api.operations[0]?.callbacks[0]?.pathItems[0];
  assert.deepEqual([inner?.path, inner?.operations[0]?.callbacks], ["{$url}", []]);
  assert.deepEqual(notes, ["ignored /components/callbacks/Again"]);
});
