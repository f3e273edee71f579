import assert from "node:assert/strict";
import { test } from "node:test";
import { escapePointer, isObject } from "../../../generator/json.ts";
import type { Json, JsonObject } from "../../../generator/json.ts";
import { bundledSpec, find, findObject, objectOf } from "./bundled-spec.ts";

const spec = await bundledSpec();
const operation = `/paths/${escapePointer("/_security/api_key/{ids}/_clear_cache")}/post`;
const statuses = Object.keys(findObject(spec, `${operation}/responses`));
const parameters = ["ids", "pretty", "human", "error_trace", "filter_path", "format", "X-Opaque-Id"];

test("there is one path with one operation, and it has no body", () => {
  assert.deepEqual(Object.keys(findObject(spec, "/paths")), ["/_security/api_key/{ids}/_clear_cache"]);
  assert.deepEqual(Object.keys(findObject(spec, operation.slice(0, -"/post".length))), ["post"]);
  assert.equal(Object.hasOwn(findObject(spec, operation), "requestBody"), false);
});

test("the operation says what Elastic's page says", () => {
  const { operationId, summary, description, tags, ...rest } = findObject(spec, operation);
  assert.equal(operationId, "security-clear-api-key-cache");
  assert.equal(summary, "Clear the API key cache");
  assert.match(String(description), /^Evict a subset of all entries from the API key cache\.\nThe cache is also automatically/);
  assert.match(String(description), /## Required authorization\n\n\* Cluster privileges: `manage_security`/);
  assert.deepEqual(tags, ["security"]);
  assert.equal(rest["x-state"], "Generally available; added in 7.10.0");
  assert.deepEqual(rest["x-required-authorization"], { cluster: ["manage_security"] });
  assert.match(String(objectOf(rest["externalDocs"])["url"]), /^https:\/\/www\.elastic\.co\//);
});

test("the code samples are the six of the page, in its order", () => {
  const samples = find(spec, `${operation}/x-codeSamples`);
  assert.ok(Array.isArray(samples));
  assert.deepEqual(samples.map((sample) => objectOf(sample)["lang"]), ["Console", "Python", "JavaScript", "Ruby", "PHP", "curl"]);
  assert.deepEqual(samples.map((sample) => objectOf(sample)["source"]), [
    "POST /_security/api_key/yVGMr3QByxdh1MSaicYx/_clear_cache\n",
    'resp = client.security.clear_api_key_cache(\n    ids="yVGMr3QByxdh1MSaicYx",\n)',
    'const response = await client.security.clearApiKeyCache({\n  ids: "yVGMr3QByxdh1MSaicYx",\n});',
    'response = client.security.clear_api_key_cache(\n  ids: "yVGMr3QByxdh1MSaicYx"\n)',
    '$resp = $client->security()->clearApiKeyCache([\n    "ids" => "yVGMr3QByxdh1MSaicYx",\n]);',
    'curl -X POST -H "Authorization: ApiKey $ELASTIC_API_KEY" "$ELASTICSEARCH_URL/_security/api_key/yVGMr3QByxdh1MSaicYx/_clear_cache"',
  ]);
});

test("ids is one path segment: a text, or a list joined with commas", () => {
  const { description, schema, examples, ...rest } = findObject(spec, `${operation}/parameters/0`);
  assert.deepEqual(rest, { name: "ids", in: "path", required: true, style: "simple", explode: false });
  assert.match(String(description), /^Comma-separated list of API key IDs .*\nTo evict all API keys, use `\*`\.\nDoes not support other/);
  assert.deepEqual(shape(schema), {
    oneOf: [
      { type: "string", minLength: 1 },
      { type: "array", minItems: 1, items: { type: "string", minLength: 1 } },
    ],
  });
  assert.deepEqual(Object.entries(objectOf(examples)).map(([key, example]) => [key, objectOf(example)["value"]]), [
    ["one", "yVGMr3QByxdh1MSaicYx"],
    ["many", ["yVGMr3QByxdh1MSaicYx", "YoiMaqREw0YVpjn40iMg"]],
    ["all", "*"],
  ]);
});

test("the common query parameters and X-Opaque-Id are there, and optional", () => {
  const found = parameters.map((_name, index) => findObject(spec, `${operation}/parameters/${index}`));
  assert.deepEqual(found.map(({ name }) => name), parameters);
  assert.deepEqual(found.map((parameter) => parameter["in"]), ["path", "query", "query", "query", "query", "query", "header"]);
  assert.deepEqual(found.map(({ required }) => required === true), [true, false, false, false, false, false, false]);
  assert.deepEqual(found.slice(1, 4).map(({ schema }) => schema), Array(3).fill({ type: "boolean", default: false }));
  const filterPath = objectOf(found[4]);
  assert.deepEqual([filterPath["style"], filterPath["explode"]], ["form", false]);
  assert.equal(objectOf(filterPath["schema"])["type"], "array");
  assert.deepEqual(objectOf(found[5])["schema"], { type: "string", enum: ["json"] });
});

test("every status that the server gives is there, 404 is not", () => {
  assert.deepEqual(statuses, ["200", "400", "401", "403", "405", "406", "429", "500", "503"]);
});

test("every response comes as plain JSON and as Elasticsearch's own, with the same schema and examples", () => {
  for (const status of statuses) {
    const content = findObject(spec, `${operation}/responses/${status}/content`);
    const [json, nine, eight, ...others] = Object.entries(content);
    assert.deepEqual([json?.[0], nine?.[0], eight?.[0], others], [
      "application/json",
      "application/vnd.elasticsearch+json;compatible-with=9",
      "application/vnd.elasticsearch+json;compatible-with=8",
      [],
    ]);
    const schema = status === "200" ? "ClearApiKeyCacheResponse" : "ErrorResponse";
    assert.deepEqual(objectOf(json?.[1])["schema"], { $ref: `#/components/schemas/${schema}` });
    assert.ok(Object.keys(objectOf(objectOf(json?.[1])["examples"])).length > 0);
    assert.deepEqual([nine?.[1], eight?.[1]], [json?.[1], json?.[1]]);
  }
});

test("the product header is on every response but 401 and 403", () => {
  assert.deepEqual(statuses.filter((status) => !headers(status).includes("X-elastic-product")), ["401", "403"]);
  const { required, schema, example } = findObject(spec, `${operation}/responses/200/headers/X-elastic-product`);
  assert.deepEqual([required, schema, example], [true, { type: "string", const: "Elasticsearch" }, "Elasticsearch"]);
});

test("401 says how to authenticate, 405 what is allowed, 429 and 503 when to try again", () => {
  const having = (name: string): string[] => statuses.filter((status) => headers(status).includes(name));
  assert.deepEqual(having("WWW-Authenticate"), ["401"]);
  assert.deepEqual(having("Allow"), ["405"]);
  assert.deepEqual(having("Retry-After"), ["429", "503"]);
  assert.deepEqual(having("X-Opaque-Id"), statuses);
  assert.equal(findObject(spec, `${operation}/responses/401/headers/WWW-Authenticate`)["required"], true);
  assert.deepEqual(findObject(spec, `${operation}/responses/405/headers/Allow/schema`), { type: "string", const: "POST" });
});

test("an API key, a password or a token: any of the three will do", () => {
  assert.deepEqual(find(spec, "/security"), [{ apiKeyAuth: [] }, { basicAuth: [] }, { bearerAuth: [] }]);
  const apiKey = findObject(spec, "/components/securitySchemes/apiKeyAuth");
  assert.deepEqual([apiKey["type"], apiKey["in"], apiKey["name"]], ["apiKey", "header", "Authorization"]);
  assert.equal(apiKey["x-value-prefix"], "ApiKey ");
  for (const scheme of ["basic", "bearer"]) {
    const { type, scheme: found } = findObject(spec, `/components/securitySchemes/${scheme}Auth`);
    assert.deepEqual([type, found], ["http", scheme]);
  }
});

test("the counters are whole numbers of 32 bits, from 0", () => {
  const { properties, required } = findObject(spec, "/components/schemas/NodeStatistics");
  assert.deepEqual(required, ["total", "successful", "failed"]);
  const counters = ["total", "successful", "failed"].map((name) => shape(objectOf(properties)[name]));
  assert.deepEqual(counters, Array(3).fill({ type: "integer", format: "int32", minimum: 0 }));
});

test("an error is recursive and open, and its envelope holds it or a text", () => {
  const { properties, required, additionalProperties } = findObject(spec, "/components/schemas/ErrorCause");
  assert.deepEqual([required, additionalProperties], [["type"], true]);
  const self = { $ref: "#/components/schemas/ErrorCause" };
  const { caused_by, root_cause, suppressed, reason } = objectOf(properties);
  assert.equal(objectOf(caused_by)["$ref"], self.$ref);
  assert.deepEqual([objectOf(root_cause)["items"], objectOf(suppressed)["items"]], [self, self]);
  assert.deepEqual(objectOf(reason)["type"], ["string", "null"]);
  const envelope = findObject(spec, "/components/schemas/ErrorResponse");
  assert.deepEqual(envelope["required"], ["error"]);
  const [cause, text] = [0, 1].map((index) => find(spec, `/components/schemas/ErrorResponse/properties/error/oneOf/${index}`));
  assert.deepEqual(cause, find(spec, "/components/schemas/ErrorCause"));
  assert.equal(objectOf(text)["type"], "string");
});

test("the rules of the 200 hold in each of its examples", () => {
  const rules = find(spec, `${operation}/responses/200/x-rules`);
  assert.ok(Array.isArray(rules));
  assert.deepEqual(rules.map((rule) => objectOf(rule)["rule"]), [
    "has(request.query.filter_path) || body._nodes.total == body._nodes.successful + body._nodes.failed",
    "has(request.query.filter_path) || has(body._nodes.failures) == (body._nodes.failed > 0)",
    "has(request.query.filter_path) || size(body.nodes) == body._nodes.successful",
  ]);
  const names = Object.keys(findObject(spec, `${operation}/responses/200/content/application~1json/examples`));
  for (const name of names) {
    const nodes = findObject(spec, `/components/examples/${name}/value/_nodes`);
    const [total, successful, failed] = [Number(nodes["total"]), Number(nodes["successful"]), Number(nodes["failed"])];
    assert.equal(total, successful + failed, name);
    assert.equal(Object.hasOwn(nodes, "failures"), failed > 0, name);
    assert.equal(Object.keys(findObject(spec, `/components/examples/${name}/value/nodes`)).length, successful, name);
  }
});

test("the examples of an error have the status of their response, or none", () => {
  for (const status of statuses.filter((code) => code !== "200")) {
    const media = `${operation}/responses/${status}/content/application~1json`;
    for (const name of Object.keys(findObject(spec, `${media}/examples`))) {
      const body = findObject(spec, `${media}/examples/${name}/value`);
      assert.equal(body["status"] ?? Number(status), Number(status), name);
    }
  }
});

function headers(status: string): string[] {
  return Object.keys(findObject(spec, `${operation}/responses/${status}/headers`));
}

/** A schema without its texts, and with its `$ref`s followed: what it accepts. */
function shape(schema: Json | undefined): Json {
  if (Array.isArray(schema)) return schema.map(shape);
  if (!isObject(schema)) return schema ?? null;
  const ref = schema["$ref"];
  if (typeof ref === "string") return shape(find(spec, ref.slice(1)));
  const said = Object.entries(schema).filter(([name]) => name !== "title" && name !== "description");
  const shapes: JsonObject = Object.fromEntries(said.map(([name, value]) => [name, shape(value)]));
  return shapes;
}
