import type { JsonObject } from "../../../generator/json.ts";

/** A document of so many resources, each with five operations: to list, create, read, change and remove. Every answer may be an empty object. */
export function builtDocument(resources: number): JsonObject {
  const names = Array.from({ length: resources }, (_, index) => `Thing${index + 1}`);
  return {
    openapi: "3.1.1",
    info: { title: "Things", version: "1" },
    paths: Object.fromEntries(names.flatMap((name) => Object.entries(pathsOf(name)))),
    components: { schemas: { ...Object.fromEntries(names.map((name, index) => [name, thing(index)])), Place: place, Part: part } },
  };
}

const id: JsonObject = { name: "id", in: "path", required: true, schema: { type: "string", pattern: "^[a-z]{2}-\\d{1,8}$" } };

function pathsOf(name: string): JsonObject {
  const body: JsonObject = { required: true, content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } } };
  const list: JsonObject = { type: "object", properties: { rows: { type: "array", items: { $ref: `#/components/schemas/${name}` } }, total: { type: "integer", minimum: 0 } } };
  const operation = (schema: JsonObject, more: JsonObject = {}): JsonObject => ({ ...more, responses: { 200: answer(schema), 400: answer({ type: "object" }), 404: answer({ type: "object" }) } });
  const one: JsonObject = { type: "object", properties: { id: { type: "string" }, kind: { type: "string" } } };
  return {
    [`/${name.toLowerCase()}`]: { get: operation(list, { parameters: query }), post: operation(one, { requestBody: body }) },
    [`/${name.toLowerCase()}/{id}`]: { parameters: [id], get: operation(one), patch: operation(one, { requestBody: body }), delete: operation({ type: "object" }) },
  };
}

function answer(schema: JsonObject): JsonObject {
  return { description: "An answer", content: { "application/json": { schema } } };
}

const query: JsonObject[] = [
  { name: "limit", in: "query", schema: { type: "integer", minimum: 1, maximum: 100 } },
  { name: "after", in: "query", schema: { type: "string", maxLength: 40 } },
  { name: "sort", in: "query", schema: { enum: ["name", "age", "created"] } },
  { name: "kinds", in: "query", explode: false, schema: { type: "array", items: { enum: ["small", "large", "none"] }, maxItems: 3 } },
  { name: "since", in: "query", schema: { type: "string", format: "date-time" } },
];

/** Texts, numbers, lists, a map, a union, and parts within parts: what bodies of published documents have. No two are alike. */
function thing(index: number): JsonObject {
  return {
    type: "object",
    required: ["name", "kind"],
    additionalProperties: false,
    properties: {
      name: { type: "string", minLength: 1, maxLength: 40 + index },
      kind: { enum: ["small", "large", "none"] },
      age: { type: "integer", minimum: 0, maximum: 150 },
      weight: { type: "number", exclusiveMinimum: 0 },
      created: { type: "string", format: "date-time" },
      mail: { type: ["string", "null"], format: "email" },
      tags: { type: "array", items: { type: "string", maxLength: 20 }, uniqueItems: true, maxItems: 5 },
      labels: { type: "object", additionalProperties: { type: "string" } },
      place: { $ref: "#/components/schemas/Place" },
      part: { $ref: "#/components/schemas/Part" },
      owner: { oneOf: [{ type: "string", format: "uuid" }, { type: "object", required: ["login"], properties: { login: { type: "string" } } }] },
    },
  };
}

const part: JsonObject = { type: "object", required: ["name"], properties: { name: { type: "string", maxLength: 40 }, parts: { type: "array", items: { $ref: "#/components/schemas/Part" }, maxItems: 4 } } };
const place: JsonObject = { type: "object", required: ["x", "y"], properties: { x: { type: "number" }, y: { type: "number" }, name: { type: "string" } } };
