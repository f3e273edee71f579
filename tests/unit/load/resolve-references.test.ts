import assert from "node:assert/strict";
import test from "node:test";
import type { Json } from "../../../generator/json.ts";
import { loadFiles, openapi } from "./loaded.ts";

const pet = { type: "object", properties: { name: { type: "string" }, "a/b~c %": { type: "number" } } };

/** Where the `$ref` of a schema X leads to beside a schema Pet; `undefined` where it leads nowhere. */
async function targetOf(ref: string, schemas: { [name: string]: Json } = {}): Promise<Json | undefined> {
  const { at } = await loadFiles({ "openapi.yaml": openapi({ components: { schemas: { Pet: pet, X: { $ref: ref }, ...schemas } } }) });
  return at("/components/schemas/X/$ref");
}

const targets: { fact: string; ref: string; target: string | undefined; schemas?: { [name: string]: Json } }[] = [
  { fact: "a pointer leads to a component", ref: "#/components/schemas/Pet", target: "#/components/schemas/Pet" },
  { fact: "it leads into a schema", ref: "#/components/schemas/Pet/properties/name", target: "#/components/schemas/Pet/properties/name" },
  { fact: "~1 is a slash and ~0 a tilde", ref: "#/components/schemas/Pet/properties/a~1b~0c%20%25", target: "#/components/schemas/Pet/properties/a~1b~0c %" },
  { fact: "what is not percent-encoded is itself", ref: "#/components/schemas/Pet/properties/a~1b~0c %", target: "#/components/schemas/Pet/properties/a~1b~0c %" },
  { fact: "a name may hold a #", ref: "#/components/schemas/a#b", target: "#/components/schemas/a#b", schemas: { "a#b": {} } },
  { fact: "a pointer goes on behind a $ref", ref: "#/components/schemas/Alias/properties/name", target: "#/components/schemas/Pet/properties/name", schemas: { Alias: { $ref: "#/components/schemas/Pet" } } },
  { fact: "an $anchor is a name of its schema", ref: "#here", target: "#/components/schemas/Anchored", schemas: { Anchored: { $anchor: "here" } } },
  { fact: "an $id is a name of its schema", ref: "https://example.com/b", target: "#/components/schemas/B", schemas: { B: { $id: "https://example.com/b" } } },
  { fact: "a member that every object inherits is none", ref: "#/components/schemas/constructor", target: undefined },
  { fact: "an empty pointer step is an empty name", ref: "#/components/schemas/", target: "#/components/schemas/", schemas: { "": {} } },
];

for (const { fact, ref, target, schemas } of targets) {
  test(fact, async () => assert.equal(await targetOf(ref, schemas), target));
}

test("a file is read once, however many refer to it", async () => {
  const schemas = { A: { $ref: "pet.yaml" }, B: { $ref: "./pet.yaml" }, C: { $ref: "x/../pet.yaml#/properties/name" } };
  const { read, codes } = await loadFiles({ "openapi.yaml": openapi({ components: { schemas } }), "pet.yaml": pet });
  assert.deepEqual(read, ["openapi.yaml", "pet.yaml"]);
  assert.deepEqual(codes, []);
});

test("references in a file are relative to it", async () => {
  const { at, codes } = await loadFiles({
    "openapi.yaml": openapi({ components: { schemas: { A: { $ref: "deep/er/a.yaml" } } } }),
    "deep/er/a.yaml": { type: "array", items: { $ref: "../b.yaml#/$defs/B" } },
    "deep/b.yaml": { $defs: { B: { type: "string" } } },
  });
  assert.deepEqual(codes, []);
  assert.deepEqual(at("/components/schemas/A"), { type: "array", items: { $ref: "#/components/schemas/B" } });
  assert.deepEqual(at("/components/schemas/B"), { type: "string" });
});

test("$refs in examples, extensions, constants and defaults are somebody's data", async () => {
  const data = { $ref: "gone.yaml" };
  const schema = { default: data, const: data, enum: [data], examples: [data], "x-data": data, properties: { $ref: { type: "string" } } };
  const { at, codes, read } = await loadFiles({ "openapi.yaml": openapi({ "x-root": data, components: { schemas: { A: schema }, examples: { E: { value: data } } } }) });
  assert.deepEqual(codes, []);
  assert.deepEqual(at("/components/schemas/A"), schema);
  assert.deepEqual(read, ["openapi.yaml"]);
});

test("without its schema or response something right can be made, and that is said", async () => {
  const get = { responses: { "200": { $ref: "#/components/responses/Gone" }, "201": { description: "a", content: { "a/b": { schema: { $ref: "gone.yaml" } } } } } };
  const { diagnostics, codes } = await loadFiles({ "openapi.yaml": openapi({ paths: { "/a": { get } } }) });
  assert.deepEqual(diagnostics.map(({ severity }) => severity), ["warning", "warning"]);
  assert.deepEqual(codes, [
    "dangling-ref openapi.yaml#/paths/~1a/get/responses/200/$ref",
    "dangling-ref openapi.yaml#/paths/~1a/get/responses/201/content/a~1b/schema/$ref",
  ]);
});

test("without its parameter or path item nothing right can be made", async () => {
  const { diagnostics, codes } = await loadFiles({
    "openapi.yaml": openapi({ paths: { "/a": { $ref: "gone.yaml" }, "/b": { get: { parameters: [{ $ref: "#/components/parameters/Pagee" }] } } }, components: { parameters: { Page: { name: "page", in: "query" } } } }),
  });
  assert.deepEqual(codes, ["unresolved-ref openapi.yaml#/paths/~1a/$ref", "unresolved-ref openapi.yaml#/paths/~1b/get/parameters/0/$ref"]);
  assert.deepEqual(diagnostics.map(({ severity }) => severity), ["error", "error"]);
  assert.equal(diagnostics[1]?.help, 'Did you mean "Page"?');
});

test("a local document is no reason to use the network", async () => {
  const { diagnostics } = await loadFiles({ "openapi.yaml": openapi({ components: { schemas: { A: { $ref: "https://example.com/a.yaml" } } } }) });
  assert.deepEqual(diagnostics.map(({ code, help }) => [code, help]), [["dangling-ref", "Pass --remote to fetch it, or keep a copy beside the document."]]);
});

test("what is wrong inside a file is said there, not where it is referred to", async () => {
  const { codes } = await loadFiles({ "openapi.yaml": openapi({ components: { schemas: { A: { $ref: "a.yaml" } } } }), "a.yaml": "type: [string" });
  assert.equal(codes.length, 1);
  assert.match(codes[0] ?? "", /^syntax a\.yaml/);
});

test("a mapping may name a component, a pointer or a file", async () => {
  const mapping = { bare: "Cat", pointer: "#/components/schemas/Cat", file: "dog.yaml", gone: "Gone" };
  const { at, codes } = await loadFiles({
    "openapi.yaml": openapi({ components: { schemas: { Cat: {}, Pet: { discriminator: { propertyName: "kind", mapping } } } } }),
    "dog.yaml": { type: "object" },
  });
  assert.deepEqual(at("/components/schemas/Pet/discriminator/mapping"), { bare: "#/components/schemas/Cat", pointer: "#/components/schemas/Cat", file: "#/components/schemas/dog" });
  assert.deepEqual(codes, ["unresolved-mapping openapi.yaml#/components/schemas/Pet/discriminator/mapping/gone"]);
});

test("a $dynamicRef that can lead to several schemas keeps its anchor, and these say what they bring into scope", async () => {
  const schemas = {
    Tree: { $id: "https://example.com/tree", $dynamicAnchor: "node", properties: { next: { $dynamicRef: "#node" } } },
    Strict: { $id: "https://example.com/strict", $dynamicAnchor: "node", $ref: "tree" },
    Single: { $dynamicAnchor: "single", properties: { next: { $dynamicRef: "#single" } } },
  };
  const { at } = await loadFiles({ "openapi.yaml": openapi({ components: { schemas } }) });
  const toTree = { anchor: "node", target: "#/components/schemas/Tree" };
  assert.deepEqual(at("/components/schemas/Tree"), {
    "x-specwright-scope": { node: "#/components/schemas/Tree" }, properties: { next: { "x-specwright-dynamic": toTree } },
  });
  assert.deepEqual(at("/components/schemas/Strict"), { "x-specwright-scope": { node: "#/components/schemas/Strict" }, $ref: "#/components/schemas/Tree" });
  assert.deepEqual(at("/components/schemas/Single/properties/next"), { $ref: "#/components/schemas/Single" });
});
