import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json, JsonObject } from "../../../generator/json.ts";
import { contractOf } from "../../../generator/model/operation-contract.ts";
import type { Schema } from "../../../generator/model/schema.ts";
import { planTypes } from "../../../generator/model/type-plan.ts";
import type { Contract } from "../../../generator/runtime/server/contract.ts";
import { build } from "./fake-document.ts";

type Members = { path?: string; method?: string; components?: JsonObject };

/** The contract of the one operation of a document. */
function contract(operation: JsonObject, { path = "/pets", method = "get", components = {} }: Members = {}): Contract<Schema> {
  const { api } = build({ paths: { [path]: { [method]: { responses: {}, ...operation } } }, components });
  const [first] = api.operations;
  if (first === undefined) throw new Error("there is no operation");
  return contractOf(first, planTypes(api).schemas);
}

/** A contract of which checks are told by the place of their schema alone. */
function told(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, member: unknown) => (key === "check" && typeof member === "object" && member !== null && "at" in member ? member.at : member)));
}

function parameter(members: JsonObject, others: Members = {}): unknown {
  const [first] = contract({ parameters: [{ name: "q", in: "query", ...members }] }, others).parameters;
  return told(first);
}

/** What the texts of a parameter with this schema mean. */
function shape(schema: Json, components: JsonObject = {}): unknown {
  return contract({ parameters: [{ name: "q", in: "query", schema }] }, { components: { schemas: components } }).parameters[0]?.shape;
}

const at = "/paths/~1pets/get";

test("a contract has the method as it is sent, and everything else an operation says", () => {
  const made = contract({
    parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer" } }],
    requestBody: { required: true, content: { "application/json": { schema: { type: "object" } } } },
    responses: { 204: { description: "" } },
  }, { path: "/pets/{id}", method: "put" });
  assert.deepEqual(told(made), {
    method: "PUT",
    path: "/pets/{id}",
    parameters: [{ name: "id", in: "path", required: true, style: "simple", explode: false, shape: { scalars: ["integer"] }, check: "/paths/~1pets~1{id}/put/parameters/0/schema" }],
    body: { required: true, content: [{ mediaType: "application/json", kind: "json", check: "/paths/~1pets~1{id}/put/requestBody/content/application~1json/schema" }] },
    responses: [{ status: "204", headers: [], content: [] }],
    security: [],
  });
});

test("a parameter of the path that has no place there is none", () => {
  const made = contract({ parameters: [{ name: "nowhere", in: "path", required: true, schema: {} }, { name: "q", in: "query" }] });
  assert.deepEqual(made.parameters.map(({ name }) => name), ["q"]);
});

test("style and explode of a parameter are written out", () => {
  const cases: [JsonObject, string, boolean][] = [
    [{ in: "query" }, "form", true],
    [{ in: "query", style: "deepObject", explode: true }, "deepObject", true],
    [{ in: "query", style: "pipeDelimited" }, "pipeDelimited", false],
    [{ in: "header" }, "simple", false],
    [{ in: "header", explode: true }, "simple", true],
    [{ in: "cookie" }, "form", true],
  ];
  for (const [members, style, explode] of cases) {
    const [made] = contract({ parameters: [{ name: "q", schema: { type: "string" }, ...members }] }).parameters;
    assert.deepEqual([made?.style, made?.explode], [style, explode], JSON.stringify(members));
  }
});

test("a parameter has a check where its schema says anything", () => {
  const check = `${at}/parameters/0/schema`;
  assert.deepEqual(parameter({ schema: { minLength: 1 } }), { name: "q", in: "query", style: "form", explode: true, shape: { scalars: ["string"] }, check });
  assert.deepEqual(parameter({ schema: true }), { name: "q", in: "query", style: "form", explode: true, shape: { scalars: ["string"] } });
  assert.deepEqual(parameter({ schema: { type: "string" }, allowEmptyValue: true }), { name: "q", in: "query", style: "form", explode: true, allowEmptyValue: true, shape: { scalars: ["string"] }, check });
});

test("a parameter that is written in a media type has that, and no shape of its own", () => {
  assert.deepEqual(parameter({ content: { "application/json": { schema: { type: "array" } } } }), {
    name: "q", in: "query", style: "form", explode: true, shape: {},
    content: { mediaType: "application/json", kind: "json", check: `${at}/parameters/0/content/application~1json/schema` },
  });
});

test("what is absent counts as the default, also through references, but not where it must be given", () => {
  const components = { schemas: { Size: { $ref: "#/components/schemas/Number" }, Number: { type: "integer", default: 20 } } };
  const size = { $ref: "#/components/schemas/Size" };
  const defaults = (members: JsonObject) => contract({ parameters: [{ name: "q", in: "query", ...members }] }, { components }).parameters.map((one) => "default" in one ? one.default : "none");
  assert.deepEqual(defaults({ schema: { type: "integer", default: 3 } }), [3]);
  assert.deepEqual(defaults({ schema: { type: ["string", "null"], default: null } }), [null]);
  assert.deepEqual(defaults({ schema: size }), [20]);
  assert.deepEqual(defaults({ schema: size, required: true }), ["none"]);
  assert.deepEqual(defaults({ schema: { type: "integer" } }), ["none"]);
});

test("a default of schemas that refer to each other in a circle is none", () => {
  const components = { schemas: { A: { $ref: "#/components/schemas/B" }, B: { $ref: "#/components/schemas/A" } } };
  assert.equal(contract({ parameters: [{ name: "q", in: "query", schema: { $ref: "#/components/schemas/A" } }] }, { components }).parameters[0]?.default, undefined);
});

test("a text means what its schema allows, the narrowest kind first", () => {
  assert.deepEqual(shape({ type: "integer" }), { scalars: ["integer"] });
  assert.deepEqual(shape({ type: ["string", "boolean", "null", "number"] }), { scalars: ["null", "boolean", "number", "string"] });
  assert.deepEqual(shape({}), { scalars: ["string"] });
  assert.deepEqual(shape({ enum: ["a", 1, 1.5, true, null] }), { scalars: ["null", "boolean", "integer", "number", "string"] });
  assert.deepEqual(shape({ const: 7 }), { scalars: ["integer"] });
});

test("lists and objects have the shapes of what is in them", () => {
  assert.deepEqual(shape({ type: "array", items: { type: "integer" } }), { items: { scalars: ["integer"] } });
  assert.deepEqual(shape({ type: "array" }), { items: { scalars: ["string"] } });
  assert.deepEqual(shape({ type: "array", prefixItems: [{ type: "integer" }], items: { type: "boolean" } }), { items: { scalars: ["boolean", "integer"] } });
  assert.deepEqual(shape({ type: "array", prefixItems: [{ type: "integer" }], items: false }), { items: { scalars: ["integer"] } });
  assert.deepEqual(shape({ type: "object", properties: { R: { type: "integer" }, G: {} }, additionalProperties: { type: "boolean" } }), {
    properties: { R: { scalars: ["integer"] }, G: { scalars: ["string"] } }, additional: { scalars: ["boolean"] },
  });
  assert.deepEqual(shape({ properties: { R: { type: "integer" } }, additionalProperties: false }), { properties: { R: { scalars: ["integer"] } } });
});

test("anyOf and oneOf allow what any of them does, allOf and siblings what all of them do", () => {
  assert.deepEqual(shape({ oneOf: [{ type: "string" }, { type: "integer" }] }), { scalars: ["integer", "string"] });
  assert.deepEqual(shape({ anyOf: [{ type: "integer" }, { minLength: 1 }] }), { scalars: ["integer", "string"] });
  assert.deepEqual(shape({ allOf: [{ type: ["string", "integer"] }, { type: "number" }] }), { scalars: ["integer"] });
  assert.deepEqual(shape({ type: "integer", anyOf: [{ minimum: 1 }, { maximum: -1 }] }), { scalars: ["integer"] });
});

test("a schema that refers to itself is followed once around", () => {
  const tree = { type: "object", properties: { value: { type: "integer" }, child: { $ref: "#/components/schemas/Tree" } } };
  assert.deepEqual(shape({ $ref: "#/components/schemas/Tree" }, { Tree: tree }), { properties: { value: { scalars: ["integer"] }, child: { scalars: ["string"] } } });
});

test("a text or a list of texts is joined: both are one on the wire", () => {
  const texts = { type: "array", items: { type: "string" } };
  assert.deepEqual(shape({ oneOf: [{ type: "string" }, texts] }), { scalars: ["string"], items: { scalars: ["string"] }, joined: true });
  assert.deepEqual(shape({ oneOf: [{ type: "integer" }, { type: "array", items: { type: "integer" } }] }), { scalars: ["integer"], items: { scalars: ["integer"] } });
  assert.deepEqual(shape(texts), { items: { scalars: ["string"] } });
});

test("a form has the shape of its properties, and how they are written where the document says so", () => {
  const { body } = contract({
    requestBody: {
      content: {
        "application/x-www-form-urlencoded": {
          schema: { type: "object", properties: { tags: { type: "array", items: { type: "string" } }, size: { type: "integer" } } },
          encoding: { tags: { style: "spaceDelimited", explode: false } },
        },
      },
    },
  }, { method: "post" });
  assert.deepEqual(told(body), {
    required: false,
    content: [{
      mediaType: "application/x-www-form-urlencoded", kind: "urlencoded", check: "/paths/~1pets/post/requestBody/content/application~1x-www-form-urlencoded/schema",
      shape: { properties: { tags: { items: { scalars: ["string"] } }, size: { scalars: ["integer"] } } },
      encoding: { tags: { style: "spaceDelimited", explode: false } },
    }],
  });
});

test("a file in multipart is bytes, which no schema judges", () => {
  const schema = { type: "object", required: ["photo"], properties: { photo: { type: "string", format: "binary" }, name: { type: "string", minLength: 1 } } };
  const [content] = contract({ requestBody: { content: { "multipart/form-data": { schema } } } }, { method: "post" }).body?.content ?? [];
  assert.equal(content?.kind, "multipart");
  assert.deepEqual(content?.shape, { properties: { photo: { scalars: ["string"], binary: true }, name: { scalars: ["string"] } } });
  assert.deepEqual(content?.check?.required, ["photo"]);
  const judged = Object.fromEntries((content?.check?.properties ?? []).map(({ name, schema: own }) => [name, own]));
  assert.deepEqual([judged["photo"]?.types, judged["name"]?.types], [undefined, ["string"]]);
});

test("media types are of the kinds that programs read them as", () => {
  const kinds = ["application/json", "application/problem+json", "text/plain", "application/octet-stream", "image/*", "application/jsonl", "text/event-stream", "multipart/mixed", "application/xml"];
  const content = Object.fromEntries(kinds.map((name) => [name, { schema: { type: "string" } }]));
  const [response] = contract({ responses: { 200: { description: "", content } } }).responses;
  assert.deepEqual(response?.content.map(({ mediaType, kind }) => [mediaType, kind]), [
    ["application/json", "json"], ["application/problem+json", "json"], ["text/plain", "text"], ["application/octet-stream", "binary"], ["image/*", "binary"],
    ["application/jsonl", "lines"], ["text/event-stream", "events"], ["multipart/mixed", "binary"], ["application/xml", "text"],
  ]);
});

test("a response has its headers but Content-Type, and a success its example", () => {
  const body = (example: Json) => ({ "application/json": { schema: { type: "object" }, example } });
  const headers = { "X-Total": { required: true, schema: { type: "integer" } }, "Content-Type": { schema: { type: "string" } }, "X-Any": { schema: true }, "X-Filter": { content: { "application/json": { schema: { type: "object" } } } } };
  const made = contract({ responses: { 200: { description: "", headers, content: body({ name: "Rex" }) }, 404: { description: "", content: body({ title: "No" }) } } });
  const place = `${at}/responses/200`;
  assert.deepEqual(told(made.responses), [
    {
      status: "200",
      headers: [
        { name: "X-Total", required: true, explode: false, check: `${place}/headers/X-Total/schema` },
        { name: "X-Any", explode: false },
        { name: "X-Filter", explode: false, content: "application/json", check: `${place}/headers/X-Filter/content/application~1json/schema` },
      ],
      content: [{ mediaType: "application/json", kind: "json", check: `${place}/content/application~1json/schema`, example: { name: "Rex" } }],
    },
    { status: "404", headers: [], content: [{ mediaType: "application/json", kind: "json", check: `${at}/responses/404/content/application~1json/schema` }] },
  ]);
});

test("the example of a success may be its schema's", () => {
  const [response] = contract({ responses: { 200: { description: "", content: { "application/json": { schema: { type: "integer", examples: [7, 8] } } } } } }).responses;
  assert.equal(response?.content[0]?.example, 7);
});

test("security is alternatives of schemes with their scopes; one that nobody declares stays, and an empty one is anonymous", () => {
  const components = { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" }, oauth: { type: "oauth2", flows: {} } } };
  const made = contract({ security: [{ key: [], oauth: ["read", "write"] }, { nobody: [] }, {}] }, { components });
  assert.deepEqual(made.security, [[{ scheme: "key", scopes: [] }, { scheme: "oauth", scopes: ["read", "write"] }], [{ scheme: "nobody", scopes: [] }], []]);
  assert.deepEqual(contract({ security: [] }, { components }).security, []);
});
