import type { JsonObject } from "../../../../generator/json.ts";

/** Paths and schemas with a bit of everything: each style, unions, recursion, tuples, maps, conditions, formats, forms. */
export const richSchemas: JsonObject = {
  Id: { type: "string", pattern: "^[a-z]{2}-[0-9]{3,5}$" },
  Status: { enum: ["open", "closed", "in progress"] },
  Tree: { type: "object", required: ["name"], properties: { name: { type: "string", minLength: 1 }, children: { type: "array", items: { $ref: "#/components/schemas/Tree" }, maxItems: 3 } }, additionalProperties: false },
  Cat: { type: "object", required: ["kind", "lives"], properties: { kind: { const: "cat" }, lives: { type: "integer", minimum: 0, maximum: 9 } } },
  Dog: { type: "object", required: ["kind"], properties: { kind: { const: "dog" }, name: { type: ["string", "null"], maxLength: 12 } } },
  Pet: { oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }], discriminator: { propertyName: "kind", mapping: { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" } } },
  Order: {
    type: "object",
    required: ["id", "items", "total", "placed"],
    properties: {
      id: { $ref: "#/components/schemas/Id" },
      number: { type: "integer", readOnly: true },
      placed: { type: "string", format: "date-time" },
      contact: { type: "string", format: "email" },
      total: { type: "number", exclusiveMinimum: 0, maximum: 100000, multipleOf: 0.5 },
      items: { type: "array", minItems: 1, maxItems: 4, uniqueItems: true, items: { type: "string", minLength: 2, maxLength: 8 } },
      position: { type: "array", prefixItems: [{ type: "number", minimum: -180, maximum: 180 }, { type: "number", minimum: -90, maximum: 90 }], items: false, minItems: 2 },
      labels: { type: "object", propertyNames: { pattern: "^[a-z]+$" }, additionalProperties: { type: "string" }, maxProperties: 3 },
      pet: { $ref: "#/components/schemas/Pet" },
      tree: { $ref: "#/components/schemas/Tree" },
      status: { $ref: "#/components/schemas/Status" },
      card: { type: "string" },
      holder: { type: "string" },
      codes: { type: "array", contains: { const: 7 }, items: { type: "integer" } },
      gift: { type: "boolean" },
      note: { type: ["string", "null"] },
    },
    dependentRequired: { card: ["holder"] },
    if: { properties: { gift: { const: true } }, required: ["gift"] },
    then: { required: ["note"] },
    unevaluatedProperties: false,
  },
};

const ok = { responses: { "200": { description: "", content: { "application/json": {} } }, "400": { description: "" } } };
const order = { required: true, content: { "application/json": { schema: { $ref: "#/components/schemas/Order" } } } };

export const richPaths: JsonObject = {
  "/orders": {
    get: {
      parameters: [
        { name: "limit", in: "query", schema: { type: "integer", minimum: 1, maximum: 100, default: 10 } },
        { name: "status", in: "query", schema: { $ref: "#/components/schemas/Status" } },
        { name: "tags", in: "query", explode: false, schema: { type: "array", items: { type: "string", minLength: 1 }, minItems: 1, maxItems: 3 } },
        { name: "sizes", in: "query", style: "pipeDelimited", explode: false, schema: { type: "array", items: { type: "integer" }, minItems: 1 } },
        { name: "ids", in: "query", schema: { type: "array", items: { $ref: "#/components/schemas/Id" }, minItems: 1, maxItems: 2 } },
        { name: "price", in: "query", style: "deepObject", explode: true, schema: { type: "object", properties: { from: { type: "integer" }, to: { type: "integer" } }, required: ["from"], additionalProperties: false } },
        { name: "since", in: "query", schema: { type: "string", format: "date" } },
        { name: "X-Trace", in: "header", required: true, schema: { type: "string", minLength: 3, maxLength: 20 } },
        { name: "session", in: "cookie", schema: { type: "string" } },
      ],
      ...ok,
    },
    post: { requestBody: order, ...ok },
  },
  "/orders/{id}": { put: { parameters: [{ name: "id", in: "path", required: true, schema: { $ref: "#/components/schemas/Id" } }], requestBody: order, ...ok } },
  "/points/{point}": { get: { parameters: [{ name: "point", in: "path", required: true, style: "label", explode: true, schema: { type: "object", required: ["x"], properties: { x: { type: "integer" }, y: { type: "integer" } } } }], ...ok } },
  "/forms": {
    post: {
      requestBody: {
        content: {
          "application/x-www-form-urlencoded": { schema: { type: "object", required: ["name"], properties: { name: { type: "string", minLength: 1 }, age: { type: "integer", minimum: 0 }, tags: { type: "array", items: { type: "string" } } } } },
          "multipart/form-data": { schema: { type: "object", required: ["photo"], properties: { photo: { type: "string", contentMediaType: "image/png" }, title: { type: "string", maxLength: 5 } } } },
        },
      },
      ...ok,
    },
  },
};
