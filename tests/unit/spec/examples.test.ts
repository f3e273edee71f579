import assert from "node:assert/strict";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { escapePointer, isObject, member } from "../../../generator/json.ts";
import type { Json, JsonObject } from "../../../generator/json.ts";
import { bundledSpec, find, findObject, objectOf } from "./bundled-spec.ts";

const spec = await bundledSpec();
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(spec, "spec.json");

const oneNode = findObject(spec, "/components/examples/one-node/value");

test("every example is valid against its schema", () => {
  const examples = examplesIn("", spec);
  // 18 bodies under three media types each, 3 + 2 + 1 of parameters, 6 of headers, 2 + 2 of schemas.
  assert.equal(examples.length, 18 * 3 + 6 + 6 + 4);
  assert.deepEqual(examples.flatMap(errorsOf), []);
});

test("every example file is used under each media type", () => {
  const files = Object.keys(findObject(spec, "/components/examples"));
  const used = examplesIn("", spec).filter(({ at }) => at.startsWith("/components/responses/"));
  const times = files.map((file) => used.filter(({ at }) => at.includes(`/examples/${file}/`)).length);
  assert.deepEqual(times, files.map(() => 3));
});

const broken: { fact: string; body: JsonObject }[] = [
  { fact: "a counter is no fraction", body: withNodes({ total: 1.5 }) },
  { fact: "a counter is not negative", body: withNodes({ failed: -1 }) },
  { fact: "a counter has 32 bits", body: withNodes({ total: 2 ** 31 }) },
  { fact: "failures are not empty", body: withNodes({ failures: [] }) },
  { fact: "a failure has a type", body: withNodes({ failures: [{ reason: "Failed node [x]" }] }) },
  { fact: "the cause of a failure has a type", body: withNodes({ failures: [{ type: "t", caused_by: {} }] }) },
  { fact: "a cluster has a name", body: without(oneNode, "cluster_name") },
  { fact: "the nodes are named one by one", body: without(oneNode, "nodes") },
  { fact: "a node has a name", body: { ...oneNode, nodes: { FCbYqxXiSTaQrGqxmx1yGQ: {} } } },
];

for (const { fact, body } of broken) {
  test(fact, () => assert.equal(isValid("ClearApiKeyCacheResponse", body), false));
}

test("an error may have no reason, details of its own, and an envelope without status", () => {
  assert.equal(isValid("ErrorCause", { type: "t", reason: null, "index.uuid": "_na_", shards: [1] }), true);
  assert.equal(isValid("ErrorCause", { type: "t", reason: 5 }), false);
  assert.equal(isValid("ErrorResponse", { error: "no handler found" }), true);
  assert.equal(isValid("ErrorResponse", { error: { reason: "no type" } }), false);
  assert.equal(isValid("ErrorResponse", { status: 400 }), false);
});

test("the ids are a text or a list, and neither is empty", () => {
  const values: Json[] = ["a", "a,b", "*", ["a"], ["a", "b"], "", [], [""], 5, null];
  assert.deepEqual(values.map((value) => isValid("Ids", value)), [true, true, true, true, true, false, false, false, false, false]);
});

/** An example, where it stands, and where the schema stands that it must fit. */
type Example = { at: string; value: Json; schema: string };

/** All examples below a place: of media types, parameters and headers (which have a `schema`), and of schemas. */
function examplesIn(at: string, value: Json): Example[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => examplesIn(`${at}/${index}`, item));
  if (!isObject(value)) return [];
  const below = Object.entries(value).filter(([name]) => name !== "example" && name !== "examples" && name !== "value");
  return [
    ...ownExamples(at, value),
    ...below.flatMap(([name, child]) => examplesIn(`${at}/${escapePointer(name)}`, child)),
  ];
}

function ownExamples(at: string, value: JsonObject): Example[] {
  const schema = `${at}/schema`;
  const example = member(value, "example");
  const examples = member(value, "examples");
  if (Array.isArray(examples)) {
    return examples.map((item, index) => ({ at: `${at}/examples/${index}`, value: item, schema: at }));
  }
  if (example !== undefined) return [{ at: `${at}/example`, value: example, schema }];
  if (!isObject(examples) || !Object.hasOwn(value, "schema")) return [];
  return Object.keys(examples).map((name) => {
    const place = `${at}/examples/${escapePointer(name)}/value`;
    return { at: place, value: find(spec, place), schema };
  });
}

function errorsOf({ at, value, schema }: Example): string[] {
  const validate = ajv.compile({ $ref: `spec.json#${encodeURI(schema)}` });
  return validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${at}${instancePath} ${message}`);
}

function isValid(schema: string, value: Json): boolean {
  return ajv.validate({ $ref: `spec.json#/components/schemas/${schema}` }, value);
}

/** The example of one node, with other statistics. */
function withNodes(statistics: JsonObject): JsonObject {
  return { ...oneNode, _nodes: { ...objectOf(oneNode["_nodes"]), ...statistics } };
}

function without(object: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}
