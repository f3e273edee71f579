import assert from "node:assert/strict";
import test from "node:test";
import { loadFiles, openapi } from "./loaded.ts";

test("a file takes the name that the document gives it", async () => {
  const { at, from } = await loadFiles({
    "openapi.yaml": openapi({ components: { schemas: { Pet: { $ref: "schemas/animal.yaml" }, Pets: { items: { $ref: "schemas/animal.yaml" } } } } }),
    "schemas/animal.yaml": { type: "object", properties: { parent: { $ref: "#" } } },
  });
  assert.deepEqual(at("/components/schemas"), {
    Pet: { type: "object", properties: { parent: { $ref: "#/components/schemas/Pet" } } },
    Pets: { items: { $ref: "#/components/schemas/Pet" } },
  });
  assert.equal(from("/components/schemas/Pet/properties/parent"), "schemas/animal.yaml#/properties/parent");
  assert.equal(from("/components/schemas/Pets"), "openapi.yaml#/components/schemas/Pets");
});

test("what has no name there is called like its file, or like the last part of its pointer", async () => {
  const { at } = await loadFiles({
    "openapi.yaml": openapi({ paths: { "/a": { get: { parameters: [{ $ref: "page.yaml" }], responses: { "200": { $ref: "shared.yaml#/components/responses/Done" } } } } } }),
    "page.yaml": { name: "page", in: "query" },
    "shared.yaml": openapi({ components: { responses: { Done: { description: "Done." } } } }),
  });
  assert.deepEqual(at("/components"), { parameters: { page: { name: "page", in: "query" } }, responses: { Done: { description: "Done." } } });
  assert.deepEqual(at("/paths/~1a/get/parameters/0"), { $ref: "#/components/parameters/page" });
});

test("two that would be called alike are told apart by their files, then by numbers", async () => {
  const other = { $defs: { Pet: { type: "number" } } };
  const { at } = await loadFiles({
    "openapi.yaml": openapi({ components: { schemas: { Pet: { type: "string" }, Uses: { anyOf: [{ $ref: "a/x.yaml#/$defs/Pet" }, { $ref: "b/x.yaml#/$defs/Pet" }] } } } }),
    "a/x.yaml": other,
    "b/x.yaml": other,
  });
  assert.deepEqual(at("/components/schemas/Pet"), { type: "string" });
  assert.deepEqual(at("/components/schemas/Uses"), { anyOf: [{ $ref: "#/components/schemas/x_Pet" }, { $ref: "#/components/schemas/Pet2" }] });
});

test("a path item of another file takes the place of its $ref; what stands beside that is nearer", async () => {
  const { at, from } = await loadFiles({
    "openapi.yaml": openapi({ paths: { "/a": { $ref: "a.yaml", summary: "Mine." } } }),
    "a.yaml": { summary: "Theirs.", description: "More.", get: { operationId: "getA" }, definitions: { Own: {} } },
  });
  assert.deepEqual(at("/paths/~1a"), { summary: "Mine.", description: "More.", get: { operationId: "getA" } });
  assert.equal(from("/paths/~1a/get/operationId"), "a.yaml#/get/operationId");
});

test("a whole map can be in another file", async () => {
  const { at } = await loadFiles({
    "openapi.yaml": openapi({ components: { schemas: { $ref: "schemas.yaml" } } }),
    "schemas.yaml": { Pet: { properties: { tag: { $ref: "#/Tag" } } }, Tag: { type: "string" } },
  });
  assert.deepEqual(at("/components/schemas"), { Pet: { properties: { tag: { $ref: "#/components/schemas/Tag" } } }, Tag: { type: "string" } });
});

test("a 3.0 file in a 3.1 document keeps its own rules", async () => {
  const { at } = await loadFiles({
    "openapi.yaml": openapi({ components: { schemas: { Old: { $ref: "old.yaml#/components/schemas/Old" }, New: { type: "string", nullable: true } } } }),
    "old.yaml": openapi({ components: { schemas: { Old: { type: "string", nullable: true } } } }, "3.0.3"),
  });
  assert.deepEqual(at("/components/schemas"), { Old: { type: ["string", "null"] }, New: { type: "string" } });
});

test("a nullable allOf is an anyOf with null; pointers into it, and back, go through that", async () => {
  const { at, from } = await loadFiles({
    "openapi.yaml": openapi({
      components: { schemas: {
        A: { description: "A.", nullable: true, allOf: [{ type: "object" }], properties: { b: { type: "string" } } },
        B: { $ref: "#/components/schemas/A/properties/b" },
      } },
    }, "3.0.3"),
  });
  assert.deepEqual(at("/components/schemas/A"), { description: "A.", anyOf: [{ allOf: [{ type: "object" }], properties: { b: { type: "string" } } }, { type: "null" }] });
  assert.deepEqual(at("/components/schemas/B"), { $ref: "#/components/schemas/A/anyOf/0/properties/b" });
  assert.equal(from("/components/schemas/A/anyOf/0/properties/b"), "openapi.yaml#/components/schemas/A/properties/b");
});

test("schemas that are nothing but each other accept everything, and that is said once", async () => {
  const { at, codes } = await loadFiles({ "openapi.yaml": openapi({ components: { schemas: { A: { $ref: "#/components/schemas/B" }, B: { $ref: "#/components/schemas/A" }, C: { $ref: "#/components/schemas/A" } } } }) });
  assert.deepEqual(codes, ["endless-ref openapi.yaml#/components/schemas/A/$ref"]);
  assert.deepEqual(at("/components/schemas"), { A: {}, B: { $ref: "#/components/schemas/A" }, C: { $ref: "#/components/schemas/A" } });
});

test("anything else that is nothing but itself is an error, at each of its $refs", async () => {
  const { codes } = await loadFiles({ "openapi.yaml": openapi({ components: { responses: { A: { $ref: "#/components/responses/B" }, B: { $ref: "#/components/responses/A" }, C: { $ref: "#/components/responses/A" } } } }) });
  assert.deepEqual(codes, ["cyclic-ref openapi.yaml#/components/responses/A/$ref", "cyclic-ref openapi.yaml#/components/responses/B/$ref"]);
});

test("names that would change what pointers are relative to are gone", async () => {
  const { root, at } = await loadFiles({
    "openapi.yaml": openapi({ $self: "https://example.com/api", components: { schemas: { A: { $id: "https://example.com/a", $anchor: "b", $defs: { C: {} }, $ref: "#/$defs/C" } } } }, "3.2.0"),
  });
  assert.deepEqual(at("/components/schemas/A"), { $defs: { C: {} }, $ref: "#/components/schemas/A/$defs/C" });
  assert.deepEqual(root, { openapi: "3.2.0", info: { title: "Test", version: "1" }, paths: {}, components: at("/components") ?? null });
});

test("a component called __proto__ is one like others", async () => {
  const text = `{"openapi":"3.1.1","info":{"title":"Test","version":"1"},"components":{"schemas":{"__proto__":{"type":"string"},"A":{"$ref":"#/components/schemas/__proto__"}}}}`;
  const { at, codes } = await loadFiles({ "openapi.yaml": text });
  assert.deepEqual(codes, []);
  assert.deepEqual(at("/components/schemas/A"), { $ref: "#/components/schemas/__proto__" });
});
