import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "yaml";
import { diffApis } from "../../../generator/diff/diff-apis.ts";
import type { Api } from "../../../generator/model/api.ts";
import { build } from "../model/fake-document.ts";

/** `breaking request-property-became-required POST /pets request body /name` for each difference of two documents. */
function diff(base: string, revision: string): string[] {
  return diffApis(apiOf(base), apiOf(revision)).map(({ severity, rule, where }) => `${severity} ${rule} ${where}`);
}

function apiOf(yaml: string): Api {
  return build(parse(yaml)).api;
}

/** A document with one operation, whose request and response have a body of this schema. */
function withBody(schema: string): string {
  return `
paths:
  /pets:
    post:
      requestBody: { content: { application/json: { schema: ${schema} } } }
      responses: { "200": { description: "", content: { application/json: { schema: ${schema} } } } }
`;
}

const request = "POST /pets request body";
const response = "POST /pets response 200 body";

test("nothing is different between a document and itself", () => {
  const text = withBody("{ type: object, properties: { id: { type: integer, minimum: 1 } }, required: [id] }");
  assert.deepEqual(diff(text, text), []);
});

const bodies: [fact: string, base: string, revision: string, expected: string[]][] = [
  ["what must be sent now breaks who sends, and helps who reads", "{ properties: { id: { type: string } } }", "{ properties: { id: { type: string } }, required: [id] }",
    [`breaking request-property-became-required ${request} /id`, `info response-property-became-required ${response} /id`]],
  ["what may be missing now breaks who reads", "{ properties: { id: {} }, required: [id] }", "{ properties: { id: {} } }",
    [`breaking response-property-became-optional ${response} /id`, `info request-property-became-optional ${request} /id`]],
  ["a property that is gone breaks who reads it where it was always there", "{ properties: { id: {} }, required: [id] }", "{ properties: {} }",
    [`breaking response-property-required-property-removed ${response} /id`, `warning request-property-removed ${request} /id`]],
  ["a new optional property breaks nobody", "{ properties: {} }", "{ properties: { id: {} } }",
    [`info request-property-new-optional ${request} /id`, `info response-property-new-optional ${response} /id`]],
  ["a number where there was an integer is wider", "{ type: integer }", "{ type: number }",
    [`breaking response-body-type-generalized ${response}`, `info request-body-type-generalized ${request}`]],
  ["another type breaks both", "{ type: integer }", "{ type: string }", [`breaking request-body-type-changed ${request}`, `breaking response-body-type-changed ${response}`]],
  ["null that may come breaks who reads", "{ type: string }", "{ type: [string, 'null'] }",
    [`breaking response-body-became-nullable ${response}`, `info request-body-became-nullable ${request}`]],
  ["a value fewer breaks who sends it, one more who reads it", "{ enum: [a, b] }", "{ enum: [a, c] }",
    [`breaking request-body-enum-value-removed ${request}`, `breaking response-body-enum-value-added ${response}`, `info request-body-enum-value-added ${request}`, `info response-body-enum-value-removed ${response}`]],
  ["a lower maximum is narrower", "{ maximum: 10 }", "{ maximum: 5 }", [`breaking request-body-max-decreased ${request}`, `info response-body-max-decreased ${response}`]],
  ["a lower minimum is wider", "{ minLength: 3 }", "{ minLength: 1 }", [`breaking response-body-min-length-decreased ${response}`, `info request-body-min-length-decreased ${request}`]],
  ["items are looked into", "{ type: array, items: { type: string } }", "{ type: array, items: { type: string, maxLength: 3 } }",
    [`breaking request-property-max-length-set ${request} /*`, `info response-property-max-length-set ${response} /*`]],
  ["whether another pattern allows the same is not known", "{ pattern: a }", "{ pattern: b }",
    [`warning request-body-pattern-changed ${request}`, `warning response-body-pattern-changed ${response}`]],
  ["a member of a union that is gone breaks who sends it", "{ oneOf: [{ title: Cat }, { title: Dog }] }", "{ oneOf: [{ title: Cat }] }",
    [`breaking request-body-one-of-removed ${request}`, `info response-body-one-of-removed ${response}`]],
  ["a keyword that is not compared is told: one that came is narrower", "{ type: object }", "{ type: object, propertyNames: { maxLength: 3 } }",
    [`breaking request-body-property-names-added ${request}`, `info response-body-property-names-added ${response}`]],
  ["and of another value nothing is known", "{ type: object, patternProperties: { a: {} } }", "{ type: object, patternProperties: { b: {} } }",
    [`warning request-body-pattern-properties-changed ${request}`, `warning response-body-pattern-properties-changed ${response}`]],
  ["items that are described now are narrower", "{ type: array }", "{ type: array, items: { type: string } }",
    [`breaking request-body-items-added ${request}`, `info response-body-items-added ${response}`]],
  ["more first items that are described are told", "{ prefixItems: [{}] }", "{ prefixItems: [{}, {}] }",
    [`warning request-body-prefix-items-added ${request}`, `warning response-body-prefix-items-added ${response}`]],
  ["a union where there was none may allow the same", "{ type: string }", "{ type: string, anyOf: [{ maxLength: 3 }, { maxLength: 5 }] }",
    [`warning request-body-any-of-introduced ${request}`, `warning response-body-any-of-introduced ${response}`]],
];

for (const [fact, base, revision, expected] of bodies) {
  test(fact, () => assert.deepEqual(diff(withBody(base), withBody(revision)), expected));
}

test("a schema that many refer to is compared wherever it is used", () => {
  const text = (extra: string) => `${withBody('{ $ref: "#/components/schemas/Pet" }')}
components: { schemas: { Pet: { properties: { name: { type: string${extra} }, mother: { $ref: "#/components/schemas/Pet" } } } } }`;
  assert.deepEqual(diff(text(""), text(", minLength: 1")), [
    `breaking request-property-min-length-set ${request} /name`, `info response-property-min-length-set ${response} /name`,
  ]);
});

test("what a reference beside other keywords leads to is compared, also through a circle", () => {
  const text = (length: number) => `${withBody('{ $ref: "#/components/schemas/Pet", minProperties: 1 }')}
components: { schemas: { Pet: { properties: { owner: { $ref: "#/components/schemas/Owner" } } }, Owner: { properties: { name: { type: string, maxLength: ${length} }, pets: { items: { $ref: "#/components/schemas/Pet" } } } } } }`;
  assert.deepEqual(diff(text(9), text(8)), [
    `breaking request-property-max-length-decreased ${request} /owner/name`, `info response-property-max-length-decreased ${response} /owner/name`,
  ]);
});

test("data that looks like places is data", () => {
  assert.deepEqual(diff(withBody("{ enum: [{ at: 1 }] }"), withBody("{ enum: [{ at: 2 }] }")).length, 4);
  assert.deepEqual(diff(withBody('{ const: { at: "a" } }'), withBody('{ const: { at: "b" } }')).length, 4);
});

const operation = (members: string, path = "/pets/{id}") => `
components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key }, token: { type: http, scheme: bearer } } }
paths: { "${path}": { get: { ${members} } } }
`;
const where = "GET /pets/{id}";
const ok = 'responses: { "200": { description: "" } }';
const idParameter = '{ name: id, in: path, required: true, schema: { type: string } }';

const operations: [fact: string, base: string, revision: string, expected: string[]][] = [
  ["a parameter that must be sent now breaks who calls", operation(`parameters: [${idParameter}, { name: q, in: query }], ${ok}`),
    operation(`parameters: [${idParameter}, { name: q, in: query, required: true }], ${ok}`), [`breaking request-parameter-became-required ${where} query parameter q`]],
  ["a new parameter that must be sent breaks who calls", operation(`parameters: [${idParameter}], ${ok}`),
    operation(`parameters: [${idParameter}, { name: q, in: query, required: true }], ${ok}`), [`breaking new-required-request-parameter ${where} query parameter q`]],
  ["what a parameter of the path is called nobody sees", operation(`parameters: [${idParameter}], ${ok}`),
    operation(`parameters: [{ name: pet, in: path, required: true, schema: { type: string } }], ${ok}`, "/pets/{pet}"), []],
  ["another style is written otherwise", operation(`parameters: [${idParameter}, { name: q, in: query }], ${ok}`),
    operation(`parameters: [${idParameter}, { name: q, in: query, explode: false }], ${ok}`), [`breaking request-parameter-style-changed ${where} query parameter q`]],
  ["a narrower parameter breaks who calls", operation(`parameters: [${idParameter}, { name: q, in: query, schema: { type: integer } }], ${ok}`),
    operation(`parameters: [${idParameter}, { name: q, in: query, schema: { type: integer, maximum: 3 } }], ${ok}`), [`breaking request-parameter-max-set ${where} query parameter q`]],
  ["a success that is gone breaks who reads it", operation(`parameters: [${idParameter}], ${ok}`), operation(`parameters: [${idParameter}], responses: { "204": { description: "" } }`),
    [`breaking response-success-status-removed ${where} response 200`, `info response-success-status-added ${where} response 204`]],
  ["a header that was always there breaks who reads it", operation(`parameters: [${idParameter}], responses: { "200": { description: "", headers: { X-Total: { required: true } } } }`),
    operation(`parameters: [${idParameter}], ${ok}`), [`breaking required-response-header-removed ${where} response 200 header X-Total`]],
  ["credentials that were not asked for break who has none", operation(`parameters: [${idParameter}], ${ok}`), operation(`parameters: [${idParameter}], security: [{ key: [] }], ${ok}`),
    [`breaking security-alternative-removed ${where}`, `info security-alternative-added ${where}`]],
  ["another way to get in breaks nobody", operation(`parameters: [${idParameter}], security: [{ key: [] }], ${ok}`),
    operation(`parameters: [${idParameter}], security: [{ key: [] }, { token: [] }], ${ok}`), [`info security-alternative-added ${where}`]],
  ["another operationId renames a method of clients", operation(`operationId: a, parameters: [${idParameter}], ${ok}`), operation(`operationId: b, parameters: [${idParameter}], ${ok}`),
    [`warning operation-id-changed ${where}`]],
  ["an operation that is gone breaks who calls it", operation(`parameters: [${idParameter}], ${ok}`), "paths: {}", [`breaking operation-removed ${where}`]],
];

for (const [fact, base, revision, expected] of operations) {
  test(fact, () => assert.deepEqual(diff(base, revision), expected));
}

test("in a webhook the owner is the sender: what it sends is wider for who reads it", () => {
  const webhook = (schema: string) => `webhooks: { born: { post: { requestBody: { content: { application/json: { schema: ${schema} } } }, responses: {} } } }`;
  assert.deepEqual(diff(webhook("{ type: string }"), webhook("{ type: [string, integer] }")), ["breaking response-body-type-generalized POST born request body"]);
});
