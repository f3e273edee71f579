import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import type { Json, JsonObject } from "../../../generator/json.ts";
import { isObject } from "../../../generator/json.ts";
import type { Api } from "../../../generator/model/api.ts";
import { buildApi } from "../../../generator/model/build-api.ts";
import { build, fakeDocument } from "./fake-document.ts";

test("what the document says about itself arrives", () => {
  const { api, notes } = build({
    info: { title: "Pets", version: 1, summary: "S", description: "D", termsOfService: "/terms", contact: { name: "N", email: "e@example.com" }, license: { name: "MIT", identifier: "MIT" } },
    externalDocs: { url: "https://example.com" },
    servers: [{ url: "https://{host}", name: "main", variables: { host: { default: "a", enum: ["a", "b"], description: "Which" } } }],
    tags: [{ name: "pets", description: "All", parent: "things", kind: "nav", "x-a": 1 }, {}],
    "x-root": null,
    unknown: 1,
  });
  assert.deepEqual(api, {
    info: {
      title: "Pets", version: "1", doc: { summary: "S", description: "D", externalDocs: { url: "https://example.com" } }, termsOfService: "/terms",
      contact: { name: "N", email: "e@example.com" }, license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ at: "/servers/0", url: "https://{host}", name: "main", variables: [{ name: "host", default: "a", enum: ["a", "b"], description: "Which" }] }],
    tags: [{ name: "pets", parent: "things", kind: "nav", doc: { description: "All" }, extensions: [{ name: "x-a", value: 1 }] }],
    security: [], paths: [], webhooks: [], operations: [], schemas: [],
    components: { responses: [], parameters: [], requestBodies: [], headers: [], pathItems: [], callbacks: [], examples: [], links: [], mediaTypes: [], securitySchemes: [] },
    extensions: [{ name: "x-root", value: null }],
  });
  assert.deepEqual(notes, ["ignored /info/version", "ignored /tags/1", "ignored /unknown"]);
});

test("an empty document is an empty Api", () => {
  const { api } = buildApi(fakeDocument({}));
  assert.deepEqual([api.info, api.paths], [{ title: "", version: "", doc: {} }, []]);
});

test("a chain of things inside each other, however long, does not exhaust the stack", () => {
  const callbacks: JsonObject = {};
  for (let index = 0; index < 20_000; index += 1) {
    callbacks[`c${index}`] = { "{$url}": { post: { callbacks: { next: { $ref: `#/components/callbacks/c${index + 1}` } } } } };
  }
  const { notes } = build({ components: { callbacks } });
  assert.ok(notes.length > 0 && notes.every((note) => note.startsWith("ignored ")));
});

test("a path item with very many parameters and operations is cut, and the warnings with it", () => {
  const parameters = Array.from({ length: 20_000 }, (_, index) => ({ name: `p${index}`, in: "path" }));
  const additionalOperations = Object.fromEntries(parameters.map(({ name }) => [name, {}]));
  const { api, notes } = build({ paths: { "/a": { parameters, additionalOperations } } });
  assert.deepEqual([api.operations.length, api.operations[0]?.parameters.length], [30, 20_000]);
  assert.deepEqual([notes.length, notes.at(-1)], [10_001, "ignored "]);
});

test("schemas that inherit from each other in a long chain take little time", () => {
  const schemas: JsonObject = { S0: { discriminator: { propertyName: "kind" } } };
  for (let index = 1; index < 3_000; index += 1) {
    schemas[`S${index}`] = { discriminator: { propertyName: "kind" }, allOf: [{ $ref: `#/components/schemas/S${index - 1}` }] };
  }
  const { notes } = build({ components: { schemas } });
  assert.equal(notes.length, 1);
  assert.match(notes[0] ?? "", /^ignored .*\/discriminator$/);
});

const wrongs: Json[] = [null, true, 7, "text", [], [null], {}, { a: null }, { $ref: "#/components/schemas/Pet" }];

test("whatever member is of the wrong type, the Api is plain data in which every ref leads to a schema", () => {
  const places = everyPlace(rich, []);
  assert.ok(places.length > 100);
  for (const place of places) {
    for (const wrong of wrongs) {
      const { api } = buildApi(fakeDocument(replaced(rich, place, wrong)));
      const ids = new Set(api.schemas.map(({ id }) => id));
      assert.deepEqual(refsOf(api).filter((ref) => !ids.has(ref)), [], place.join("/"));
    }
  }
});

test("GitHub's description builds: every operation, every schema", { skip: !existsSync(github()) }, () => {
  const root: Json = JSON.parse(readFileSync(github(), "utf8"));
  assert.ok(isObject(root));
  const { api } = buildApi(fakeDocument(root));
  assert.deepEqual([api.operations.length, api.schemas.length], [1223, 969]);
  assert.equal(new Set(api.operations.map(({ operationId }) => operationId)).size, 1223);
});

function github(): URL {
  return new URL("../../../../shared/corpus/real/github.json", import.meta.url);
}

const rich: JsonObject = {
  info: { title: "T", version: "1", contact: { name: "N" } },
  servers: [{ url: "/", variables: { a: { default: "b", enum: ["b"] } } }],
  security: [{ key: [] }],
  tags: [{ name: "t", externalDocs: { url: "u" } }],
  paths: {
    "/a/{id}": {
      parameters: [{ $ref: "#/components/parameters/Id" }],
      get: {
        operationId: "get", tags: ["t"],
        requestBody: { content: { "multipart/form-data": { schema: { $ref: "#/components/schemas/Pet" }, encoding: { a: { headers: { H: {} } } } } } },
        responses: { 200: { headers: { H: { schema: {} } }, content: { "a/b": { examples: { e: { value: 1 } } } }, links: { l: { parameters: { a: 1 } } } } },
        callbacks: { c: { "{$url}": { post: { operationId: "called" } } } },
      },
      additionalOperations: { COPY: { security: [{}] } },
    },
    "/b": { $ref: "#/components/pathItems/Item", get: {} },
  },
  components: {
    schemas: {
      Pet: {
        type: ["object", "null"], required: ["kind"], enum: [1], examples: [1], externalDocs: { url: "u" },
        properties: { kind: { type: "string" } }, dependentRequired: { a: ["b"] }, oneOf: [{ $ref: "#/components/schemas/Cat" }],
        discriminator: { propertyName: "kind", mapping: { cat: "#/components/schemas/Cat" }, defaultMapping: "#/components/schemas/Cat" },
        "x-specwright-dynamic": { anchor: "pet", target: "#/components/schemas/Cat" }, "x-specwright-scope": { pet: "#/components/schemas/Base" },
      },
      Cat: { allOf: [{ $ref: "#/components/schemas/Base" }] },
      Base: { discriminator: { propertyName: "kind" } },
    },
    parameters: { Id: { name: "id", in: "path", style: "label", schema: { $ref: "#/components/schemas/Pet/properties/kind" } } },
    pathItems: { Item: { put: {} } },
    securitySchemes: { key: { type: "oauth2", flows: { implicit: { scopes: { a: "b" } } } } },
  },
};

function refsOf(api: Api): string[] {
  const refs: string[] = [];
  JSON.stringify(api, (key, value: Json) => {
    if (key === "ref" && typeof value === "string") refs.push(value);
    return value;
  });
  return refs;
}

function everyPlace(value: Json, path: readonly string[]): string[][] {
  const inside = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return inside.flatMap(([key, inner]) => [[...path, key], ...everyPlace(inner, [...path, key])]);
}

function replaced(root: JsonObject, [first, ...rest]: readonly string[], wrong: Json): JsonObject {
  return Object.fromEntries(Object.entries(root).map(([key, value]): [string, Json] => (key === first ? [key, inside(value, rest, wrong)] : [key, value])));
}

function inside(value: Json, [first, ...rest]: readonly string[], wrong: Json): Json {
  if (first === undefined) return wrong;
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === first ? inside(item, rest, wrong) : item));
  return isObject(value) ? replaced(value, [first, ...rest], wrong) : value;
}
