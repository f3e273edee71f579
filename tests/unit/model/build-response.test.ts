import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "../../../generator/json.ts";
import { build } from "./fake-document.ts";

function responsesOf(responses: JsonObject, components: JsonObject = {}): ReturnType<typeof build> & { statuses: string[] } {
  const built = build({ paths: { "/a": { get: { responses } } }, components });
  return { ...built, statuses: built.api.operations[0]?.responses.map(({ status }) => status) ?? [] };
}

test("statuses are codes, ranges and default", () => {
  const { statuses, notes } = responsesOf({ default: {}, "2XX": {}, "4xx": {}, "4XX": {}, "404": {}, ok: {}, "600": {}, "x-note": {} });
  assert.deepEqual(statuses, ["404", "default", "2XX", "4XX"]);
  const at = "ignored /paths/~1a/get/responses";
  assert.deepEqual(notes, [`${at}/600`, `${at}/4xx`, `${at}/4XX`, `${at}/ok`]);
});

test("a response that is a component has the status of the place that refers to it", () => {
  const { api } = responsesOf({ 404: { $ref: "#/components/responses/Gone", description: "Not here" } }, { responses: { Gone: { description: "Gone" } } });
  const [response] = api.operations[0]?.responses ?? [];
  assert.deepEqual([response?.status, response?.component, response?.doc.description], ["404", "Gone", "Not here"]);
  assert.deepEqual(api.components.responses.map(({ status, component, doc }) => [status, component, doc.description]), [["", "Gone", "Gone"]]);
});

test("headers, links and examples have the names of their places", () => {
  const { api, notes } = responsesOf(
    {
      200: {
        headers: { "X-Rate": { $ref: "#/components/headers/Rate" } },
        links: { next: { operationId: "list", parameters: { page: "$response.body#/next" }, requestBody: null } },
        content: { "text/plain": { examples: { one: { $ref: "#/components/examples/One" } } } },
      },
    },
    { headers: { Rate: { required: true, schema: { type: "integer" } } }, examples: { One: { value: null } } },
  );
  const [response] = api.operations[0]?.responses ?? [];
  assert.deepEqual(response?.headers, [
    {
      at: "/components/headers/Rate", component: "Rate", name: "X-Rate", required: true, explode: false,
      schema: { at: "/components/headers/Rate/schema", types: ["integer"] }, examples: [], doc: {}, extensions: [],
    },
  ]);
  assert.deepEqual(response?.links, [
    {
      at: "/paths/~1a/get/responses/200/links/next", name: "next", operationId: "list",
      parameters: [{ name: "page", value: "$response.body#/next" }], requestBody: { value: null }, doc: {},
    },
  ]);
  assert.deepEqual(response?.content[0]?.examples, [{ at: "/components/examples/One", component: "One", name: "one", value: { value: null }, doc: {} }]);
  assert.deepEqual(notes, []);
});

test("a media type of 3.2 has items, encodings by position, and can be a component", () => {
  const { api, notes } = responsesOf(
    { 200: { content: { "multipart/mixed": { $ref: "#/components/mediaTypes/Parts" } } } },
    {
      mediaTypes: {
        Parts: {
          itemSchema: { type: "object" },
          prefixEncoding: [{ contentType: "application/json" }],
          itemEncoding: { contentType: "image/*", headers: { "X-A": {} } },
          encoding: { photo: { style: "form", explode: true, encoding: { inner: { style: "bent" } } } },
        },
      },
    },
  );
  const at = "/components/mediaTypes/Parts";
  assert.deepEqual(api.operations[0]?.responses[0]?.content, [
    {
      at, component: "Parts", name: "multipart/mixed", itemSchema: { at: `${at}/itemSchema`, types: ["object"] }, examples: [], extensions: [],
      encoding: [
        { at: `${at}/encoding/photo`, property: "photo", headers: [], style: "form", explode: true, encoding: [{ at: `${at}/encoding/photo/encoding/inner`, property: "inner", headers: [], encoding: [] }] },
      ],
      prefixEncoding: [{ at: `${at}/prefixEncoding/0`, contentType: "application/json", headers: [], encoding: [] }],
      itemEncoding: {
        at: `${at}/itemEncoding`, contentType: "image/*", encoding: [],
        headers: [{ at: `${at}/itemEncoding/headers/X-A`, name: "X-A", required: false, explode: false, examples: [], doc: {}, extensions: [] }],
      },
    },
  ]);
  assert.deepEqual(notes, [`ignored ${at}/encoding/photo/encoding/inner/style`]);
});

test("a header whose content has itself as a header ends where it begins again", () => {
  const content = { "multipart/mixed": { encoding: { a: { headers: { H: { $ref: "#/components/headers/H" } } } } } };
  const { api, notes } = build({ components: { headers: { H: { content } } } });
  assert.deepEqual(api.components.headers[0]?.content?.encoding[0]?.headers, []);
  assert.deepEqual(notes, ["ignored /components/headers/H"]);
});
