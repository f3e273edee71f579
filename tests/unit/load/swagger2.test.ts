import assert from "node:assert/strict";
import { test } from "node:test";
import { isObject, type Json, type JsonObject } from "../../../generator/json.ts";
import { convertFragment } from "../../../generator/load/swagger2/convert-fragment.ts";
import { convertSwagger2, type Converted } from "../../../generator/load/swagger2/convert-swagger2.ts";

function convert(document: JsonObject): Converted {
  const before = structuredClone(document);
  const converted = convertSwagger2({ swagger: "2.0", ...document });
  assert.deepEqual(document, before, "the document is not changed");
  return converted;
}

/** The converted operation `GET /` of a document with this operation. */
function operation(written: JsonObject, around: JsonObject = {}): JsonObject {
  const { root } = convert({ ...around, paths: { "/": { get: written } } });
  return object(at(root, "/paths/~1/get"));
}

function at(root: Json, pointer: string): Json | undefined {
  let value: Json | undefined = root;
  for (const token of pointer.split("/").slice(1)) {
    const name = token.replaceAll("~1", "/").replaceAll("~0", "~");
    value = Array.isArray(value) ? value[Number(name)] : isObject(value) ? value[name] : undefined;
  }
  return value;
}

function object(value: Json | undefined): JsonObject {
  assert.ok(isObject(value));
  return value;
}

test("host, base path and schemes are servers", () => {
  const servers = (document: JsonObject): Json | undefined => convert(document).root["servers"];
  assert.deepEqual(servers({ host: "a.example", basePath: "/v1/", schemes: ["https", "http"] }), [{ url: "https://a.example/v1" }, { url: "http://a.example/v1" }]);
  assert.deepEqual(servers({ host: "a.example" }), [{ url: "https://a.example" }]);
  assert.deepEqual(servers({ basePath: "/v1" }), [{ url: "/v1" }]);
  assert.deepEqual(servers({ host: "http://a.example/", basePath: "v1" }), [{ url: "http://a.example/v1" }]);
  assert.deepEqual(servers({ host: "{tenant}.example" }), [{ url: "https://{tenant}.example", variables: { tenant: { default: "tenant" } } }]);
  assert.equal(servers({ basePath: "/" }), undefined);
  assert.deepEqual(operation({ schemes: ["wss"] }, { host: "a.example", basePath: "/v1" })["servers"], [{ url: "wss://a.example/v1" }]);
});

test("definitions are component schemas, and $refs follow", () => {
  const { root } = convert({
    definitions: {
      "A b/c%": { properties: { next: { $ref: "#/definitions/A b~1c%25" }, deep: { $ref: "#/definitions/B/properties/x" }, other: { $ref: "b.json#/definitions/B" } } },
      B: { properties: { x: { type: "string" } }, example: { $ref: "#/definitions/B" } },
    },
  });
  assert.deepEqual(at(root, "/components/schemas/A b~1c%/properties"), {
    next: { $ref: "#/components/schemas/A b~1c%25" },
    deep: { $ref: "#/components/schemas/B/properties/x" },
    other: { $ref: "b.json#/definitions/B" },
  });
  assert.deepEqual(at(root, "/components/schemas/B/example"), { $ref: "#/definitions/B" }, "an example is data");
});

test("what schemas say otherwise in 3.0 is rewritten, at every depth", () => {
  const { root, notes } = convert({
    definitions: {
      Pet: {
        discriminator: "kind",
        properties: {
          kind: { type: "string", "x-nullable": true, "x-other": 1 },
          owner: { $ref: "#/definitions/Pet", "x-nullable": true, description: "Mine" },
          discriminator: { type: ["string", "null"], required: true },
          list: { items: { additionalProperties: { type: "file" } } },
        },
      },
    },
  });
  assert.deepEqual(at(root, "/components/schemas/Pet"), {
    discriminator: { propertyName: "kind" },
    properties: {
      kind: { type: "string", "x-other": 1, nullable: true },
      owner: { allOf: [{ $ref: "#/components/schemas/Pet" }], description: "Mine", nullable: true },
      discriminator: { type: "string", nullable: true },
      list: { items: { additionalProperties: { type: "string", format: "binary" } } },
    },
  });
  assert.deepEqual(notes.map(({ code, pointer }) => [code, pointer]), [["ignored", "/definitions/Pet/properties/discriminator/required"]]);
});

test("a parameter's value is described by a schema", () => {
  const parameter = { name: "n", in: "query", description: "How many", type: "integer", format: "int32", default: 1, "x-example": 2, "x-more": 3 };
  assert.deepEqual(operation({ parameters: [parameter] })["parameters"], [
    { name: "n", in: "query", description: "How many", "x-more": 3, example: 2, schema: { type: "integer", format: "int32", default: 1 } },
  ]);
});

test("each collection format has its style, or a note", () => {
  const cases: [string, string | undefined, JsonObject, number][] = [
    ["query", undefined, { style: "form", explode: false }, 0],
    ["query", "csv", { style: "form", explode: false }, 0],
    ["query", "multi", { style: "form", explode: true }, 0],
    ["query", "ssv", { style: "spaceDelimited", explode: false }, 0],
    ["query", "pipes", { style: "pipeDelimited", explode: false }, 0],
    ["query", "tsv", { style: "form", explode: false }, 1],
    ["path", "csv", { style: "simple" }, 0],
    ["header", undefined, { style: "simple" }, 0],
    ["path", "pipes", { style: "simple" }, 1],
  ];
  for (const [place, format, style, complaints] of cases) {
    const parameter = { name: "a", in: place, type: "array", items: { type: "string" }, ...(format && { collectionFormat: format }) };
    const { root, notes } = convert({ paths: { "/": { get: { parameters: [parameter] } } } });
    const schema = { type: "array", items: { type: "string" } };
    assert.deepEqual(at(root, "/paths/~1/get/parameters/0"), { name: "a", in: place, schema, ...style }, `${place} ${format}`);
    assert.equal(notes.length, complaints, `${place} ${format}`);
    if (complaints > 0) assert.deepEqual([notes[0]?.code, notes[0]?.pointer], ["not-converted", "/paths/~1/get/parameters/0/collectionFormat"]);
  }
});

test("a body parameter is the request body, once for each media type consumed", () => {
  const body = { name: "b", in: "body", required: true, description: "What", schema: { $ref: "#/definitions/B" }, "x-examples": { "text/xml": "<b/>" } };
  const converted = operation({ consumes: ["application/json", "text/xml"], parameters: [body] }, { consumes: ["text/plain"], definitions: { B: {} } });
  assert.equal(converted["parameters"], undefined);
  assert.equal(converted["consumes"], undefined);
  assert.deepEqual(converted["requestBody"], {
    description: "What",
    required: true,
    content: {
      "application/json": { schema: { $ref: "#/components/schemas/B" } },
      "text/xml": { schema: { $ref: "#/components/schemas/B" }, example: "<b/>" },
    },
  });
  assert.deepEqual(operation({ parameters: [{ in: "body", schema: {} }] })["requestBody"], { content: { "application/json": { schema: {} } } });
});

test("a shared body is a component, unless an operation consumes something else", () => {
  const { root } = convert({
    parameters: { pet: { name: "pet", in: "body", schema: { type: "object" } } },
    paths: {
      "/same": { post: { parameters: [{ $ref: "#/parameters/pet" }] } },
      "/xml": { post: { consumes: ["text/xml"], parameters: [{ $ref: "#/parameters/pet" }] } },
    },
  });
  assert.deepEqual(at(root, "/components"), { requestBodies: { pet: { content: { "application/json": { schema: { type: "object" } } } } } });
  assert.deepEqual(at(root, "/paths/~1same/post"), { requestBody: { $ref: "#/components/requestBodies/pet" } });
  assert.deepEqual(at(root, "/paths/~1xml/post"), { requestBody: { content: { "text/xml": { schema: { type: "object" } } } } });
});

test("form fields become one object, sent as multipart where there is a file", () => {
  const fields: JsonObject[] = [
    { name: "id", in: "formData", type: "string", required: true, description: "Which" },
    { name: "tags", in: "formData", type: "array", items: { type: "string" }, collectionFormat: "pipes" },
  ];
  const schema = {
    type: "object",
    properties: { id: { type: "string", description: "Which" }, tags: { type: "array", items: { type: "string" } } },
    required: ["id"],
  };
  const encoding = { tags: { style: "pipeDelimited", explode: false } };
  assert.deepEqual(operation({ parameters: fields })["requestBody"], {
    content: { "application/x-www-form-urlencoded": { schema, encoding } },
    required: true,
  });
  assert.deepEqual(operation({ consumes: ["application/json"], parameters: [{ $ref: "#/parameters/f" }] }, { parameters: { f: { name: "f", in: "formData", type: "file" } } }), {
    requestBody: { content: { "multipart/form-data": { schema: { type: "object", properties: { f: { type: "string", format: "binary" } } } } } },
  });
});

test("a path item's parameters stay with it, its body goes to each operation that has none", () => {
  const { root } = convert({
    paths: {
      "/{id}": {
        parameters: [{ name: "id", in: "path", required: true, type: "string" }, { name: "b", in: "body", schema: { type: "integer" } }],
        put: {},
        post: { parameters: [{ name: "c", in: "body", schema: { type: "boolean" } }] },
      },
    },
  });
  assert.deepEqual(at(root, "/paths/~1{id}"), {
    parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
    put: { requestBody: { content: { "application/json": { schema: { type: "integer" } } } } },
    post: { requestBody: { content: { "application/json": { schema: { type: "boolean" } } } } },
  });
});

test("a response has its schema under each media type produced, with that one's example", () => {
  const response = {
    description: "ok",
    schema: { type: "string" },
    examples: { "application/json": "a", "text/html": "<p>" },
    headers: { "X-Rate": { type: "integer", description: "Left" }, "X-List": { type: "array", items: { type: "string" } } },
    "x-more": 1,
  };
  assert.deepEqual(at(operation({ produces: ["application/json; charset=utf-8", "text/xml"], responses: { 200: response } }), "/responses/200"), {
    description: "ok",
    "x-more": 1,
    headers: {
      "X-Rate": { description: "Left", schema: { type: "integer" } },
      "X-List": { schema: { type: "array", items: { type: "string" } } },
    },
    content: {
      "application/json; charset=utf-8": { schema: { type: "string" }, example: "a" },
      "text/xml": { schema: { type: "string" } },
      "text/html": { schema: { type: "string" }, example: "<p>" },
    },
  });
  assert.deepEqual(operation({ produces: ["text/xml"], responses: { 204: { description: "nothing" } } })["responses"], { 204: { description: "nothing" } });
  assert.deepEqual(at(operation({ responses: { 200: { description: "", schema: { type: "file" } } } }), "/responses/200/content"), {
    "application/octet-stream": { schema: { type: "string", format: "binary" } },
  });
});

test("a shared response is referred to, and copied where an operation produces something else", () => {
  const { root } = convert({
    responses: { Bad: { description: "Bad", schema: { type: "string" } }, None: { description: "None" } },
    paths: {
      "/": {
        get: { responses: { 400: { $ref: "#/responses/Bad" } } },
        put: { produces: ["text/plain"], responses: { 400: { $ref: "#/responses/Bad" }, 404: { $ref: "#/responses/None" } } },
      },
    },
  });
  assert.deepEqual(at(root, "/paths/~1/get/responses"), { 400: { $ref: "#/components/responses/Bad" } });
  assert.deepEqual(at(root, "/paths/~1/put/responses"), {
    400: { description: "Bad", content: { "text/plain": { schema: { type: "string" } } } },
    404: { $ref: "#/components/responses/None" },
  });
});

test("security definitions are security schemes", () => {
  const { root } = convert({
    securityDefinitions: {
      basic: { type: "basic", description: "B", "x-a": 1 },
      key: { type: "apiKey", name: "K", in: "header" },
      code: { type: "oauth2", flow: "accessCode", authorizationUrl: "https://a", tokenUrl: "https://t", scopes: { read: "Read" } },
      app: { type: "oauth2", flow: "application", tokenUrl: "https://t" },
    },
    security: [{ key: [] }],
  });
  assert.deepEqual(at(root, "/components/securitySchemes"), {
    basic: { type: "http", scheme: "basic", description: "B", "x-a": 1 },
    key: { type: "apiKey", name: "K", in: "header" },
    code: { type: "oauth2", flows: { authorizationCode: { authorizationUrl: "https://a", tokenUrl: "https://t", scopes: { read: "Read" } } } },
    app: { type: "oauth2", flows: { clientCredentials: { tokenUrl: "https://t", scopes: {} } } },
  });
  assert.deepEqual(root["security"], [{ key: [] }]);
});

test("places are found in both directions", () => {
  const { originalPointer, convertedPointer } = convert({
    definitions: { Pet: { type: "object" } },
    parameters: { limit: { name: "limit", in: "query", type: "integer" }, body: { name: "b", in: "body", schema: {} } },
    paths: {
      "/": {
        post: {
          parameters: [{ name: "b", in: "body", schema: { type: "object" } }, { name: "q", in: "query", type: "string" }],
          responses: { 200: { description: "", schema: { type: "string" }, headers: { H: { type: "string" } } } },
        },
        put: { parameters: [{ name: "f", in: "formData", type: "string" }] },
      },
    },
  });
  const pairs = [
    ["/components/schemas/Pet/type", "/definitions/Pet/type"],
    ["/components/parameters/limit", "/parameters/limit"],
    ["/components/requestBodies/body", "/parameters/body"],
    ["/paths/~1/post/requestBody/content/application~1json/schema/type", "/paths/~1/post/parameters/0/schema/type"],
    ["/paths/~1/post/parameters/0/name", "/paths/~1/post/parameters/1/name"],
    ["/paths/~1/post/responses/200/content/application~1json/schema", "/paths/~1/post/responses/200/schema"],
    ["/paths/~1/put/requestBody/content/application~1x-www-form-urlencoded/schema/properties/f", "/paths/~1/put/parameters/0"],
    ["/info/title", "/info/title"],
  ] as const;
  for (const [converted, original] of pairs) {
    assert.equal(originalPointer(converted), original);
    assert.equal(convertedPointer(original), converted);
  }
  assert.equal(originalPointer("/components/parameters/limit/schema/type"), "/parameters/limit/type");
  assert.equal(originalPointer("/paths/~1/post/responses/200/headers/H/schema/type"), "/paths/~1/post/responses/200/headers/H/type");
});

test("what is no Swagger 2.0 is taken as it is", () => {
  const broken: JsonObject = { info: null, definitions: [], parameters: null, responses: { Bad: null }, paths: { "/": null, "/a": { get: null, put: { parameters: {}, responses: [] } }, "x-a": { get: 1 } } };
  const { root } = convert(broken);
  assert.deepEqual(root["paths"], { "/": null, "/a": { get: null, put: { parameters: {}, responses: [] } }, "x-a": { get: 1 } });
  assert.deepEqual(at(root, "/components/responses"), { Bad: null });
  assert.deepEqual(convert({ paths: { "/": { get: { parameters: [{ $ref: "#/parameters/x" }, null, { $ref: "#/paths/~1/get/parameters/2" }] } } } }).root["paths"], {
    "/": { get: { parameters: [{ $ref: "#/components/parameters/x" }, null, { $ref: "#/paths/~1/get/parameters/2" }] } },
  });
});

test("__proto__ stays a name and touches no prototype", () => {
  const document = object(JSON.parse('{"definitions": {"__proto__": {"properties": {"__proto__": {"type": "string"}}}}, "paths": {"__proto__": {"get": {"tags": []}}}}'));
  const { root } = convert(document);
  assert.ok(JSON.stringify(root).includes('"schemas":{"__proto__":{"properties":{"__proto__":{"type":"string"}}}}'));
  assert.ok(JSON.stringify(root).includes('"paths":{"__proto__":{"get":{"tags":[]}}}'));
  assert.equal("get" in {}, false);
});

test("parts of other files are converted by what they are", () => {
  const around = { file: {}, description: { swagger: "2.0", produces: ["text/plain"] } };
  assert.deepEqual(convertFragment({ discriminator: "a", properties: { b: { $ref: "#/definitions/B" } } }, "schema", around).value, {
    discriminator: { propertyName: "a" },
    properties: { b: { $ref: "#/definitions/B" } },
  });
  const parameter = convertFragment({ name: "a", in: "query", type: "string" }, "parameter", around);
  assert.deepEqual(parameter.value, { name: "a", in: "query", schema: { type: "string" } });
  assert.equal(parameter.originalPointer("/schema/type"), "/type");
  assert.deepEqual(convertFragment({ description: "", schema: {} }, "response", around).value, { description: "", content: { "text/plain": { schema: {} } } });
  const body = convertFragment({ name: "a", in: "body", schema: {} }, "parameter", around);
  assert.deepEqual(body.notes.map(({ code, pointer }) => [code, pointer]), [["not-converted", ""]]);
});
