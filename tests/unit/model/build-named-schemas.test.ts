import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "../../../generator/json.ts";
import { schemaById } from "../../../generator/model/lookup.ts";
import { build } from "./fake-document.ts";

const json = (schema: JsonObject): JsonObject => ({ content: { "application/json": { schema } } });

test("components come first, then what deep $refs point to, each in the document's order", () => {
  const { api, notes } = build({
    paths: {
      "/a": { get: { responses: { 200: json({ $ref: "#/components/schemas/Pet/properties/tag" }), 404: json({ type: "string" }) } } },
      "/b": { get: { responses: { 200: json({ $ref: "#/paths/~1a/get/responses/404/content/application~1json/schema" }) } } },
    },
    components: { schemas: { Pet: { properties: { tag: { $ref: "#/components/schemas/Pet/$defs/Tag" } }, $defs: { Tag: { type: "integer" } } }, "a/b": { $ref: "#/components/schemas/Pet" } } },
  });
  assert.deepEqual(api.schemas.map(({ id, component }) => [id, component]), [
    ["/components/schemas/Pet", "Pet"],
    ["/components/schemas/a~1b", "a/b"],
    ["/paths/~1a/get/responses/404/content/application~1json/schema", undefined],
    ["/components/schemas/Pet/properties/tag", undefined],
    ["/components/schemas/Pet/$defs/Tag", undefined],
  ]);
  assert.deepEqual(schemaById(api).get("/components/schemas/a~1b"), { at: "/components/schemas/a~1b", ref: "/components/schemas/Pet" });
  assert.deepEqual(schemaById(api).get("/components/schemas/Pet/$defs/Tag"), { at: "/components/schemas/Pet/$defs/Tag", types: ["integer"] });
  assert.deepEqual(notes, []);
});

test("the target of a deep $ref is the schema that stands there", () => {
  const { api } = build({ components: { schemas: { A: { items: { type: "string" } }, B: { $ref: "#/components/schemas/A/items" } } } });
  const byId = schemaById(api);
  assert.equal(byId.get("/components/schemas/A/items"), byId.get("/components/schemas/A")?.items);
});

test("a schema that contains itself is built once", () => {
  const { api } = build({ components: { schemas: { Node: { properties: { next: { $ref: "#/components/schemas/Node" } } } } } });
  assert.deepEqual(api.schemas.map(({ schema }) => schema), [
    { at: "/components/schemas/Node", properties: [{ name: "next", schema: { at: "/components/schemas/Node/properties/next", ref: "/components/schemas/Node" } }] },
  ]);
});

test("a $ref to what is no schema accepts everything, and says so", () => {
  const { api, notes } = build({ components: { schemas: { A: { $ref: "#/info/title" }, B: { $ref: "#/nowhere" } } } });
  assert.deepEqual(api.schemas.slice(2), [
    { id: "/info/title", schema: { at: "/info/title", boolean: true } },
    { id: "/nowhere", schema: { at: "/nowhere", boolean: true } },
  ]);
  assert.deepEqual(notes, ["ignored /info/title", "ignored /nowhere"]);
});
