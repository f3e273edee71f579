/** What an object of a description is: the objects of the OpenAPI specification that hold a schema or a `$ref` somewhere. */
export type Kind =
  | "openapi" | "components" | "paths" | "pathItem" | "operation" | "parameter" | "header" | "requestBody" | "response"
  | "mediaType" | "encoding" | "callback" | "example" | "link" | "securityScheme" | "schema";

/** Where the children of a field stand: the value itself, the members of a list, or those of a map. */
export type Child = { kind: Kind; in: "value" | "list" | "map" };

const value = (kind: Kind): Child => ({ kind, in: "value" });
const list = (kind: Kind): Child => ({ kind, in: "list" });
const map = (kind: Kind): Child => ({ kind, in: "map" });

const described = { schema: value("schema"), content: map("mediaType"), examples: map("example") } as const;
const method = value("operation");

/**
 * OpenAPI 3.0 to 3.2 as a table: which fields of an object lead to which other objects. A `$ref` counts only in a place that
 * this table reaches, so what stands in examples, extensions, enums or defaults is data.
 */
export const grammar: Record<Kind, Readonly<Record<string, Child>>> = {
  openapi: { paths: value("paths"), webhooks: map("pathItem"), components: value("components") },
  components: {
    schemas: map("schema"), responses: map("response"), parameters: map("parameter"), examples: map("example"),
    requestBodies: map("requestBody"), headers: map("header"), securitySchemes: map("securityScheme"), links: map("link"),
    callbacks: map("callback"), pathItems: map("pathItem"), mediaTypes: map("mediaType"),
  },
  paths: {},
  pathItem: {
    get: method, put: method, post: method, delete: method, options: method, head: method, patch: method, trace: method,
    query: method, additionalOperations: map("operation"), parameters: list("parameter"),
  },
  operation: {
    parameters: list("parameter"), requestBody: value("requestBody"), responses: map("response"), callbacks: map("callback"),
  },
  parameter: described,
  header: described,
  requestBody: { content: map("mediaType") },
  response: { headers: map("header"), content: map("mediaType"), links: map("link") },
  mediaType: {
    schema: value("schema"), itemSchema: value("schema"), examples: map("example"), encoding: map("encoding"),
    prefixEncoding: list("encoding"), itemEncoding: value("encoding"),
  },
  encoding: {
    headers: map("header"), encoding: map("encoding"), prefixEncoding: list("encoding"), itemEncoding: value("encoding"),
  },
  callback: {},
  example: {},
  link: {},
  securityScheme: {},
  schema: {
    properties: map("schema"), patternProperties: map("schema"), dependentSchemas: map("schema"), $defs: map("schema"),
    definitions: map("schema"), dependencies: map("schema"),
    allOf: list("schema"), anyOf: list("schema"), oneOf: list("schema"), prefixItems: list("schema"),
    items: value("schema"), additionalItems: value("schema"), additionalProperties: value("schema"),
    unevaluatedItems: value("schema"), unevaluatedProperties: value("schema"), propertyNames: value("schema"),
    contains: value("schema"), not: value("schema"), if: value("schema"), then: value("schema"), else: value("schema"),
    contentSchema: value("schema"),
  },
};

/** The kinds whose members all are path items, save for `x-` ones: their keys are paths or expressions, not fields. */
export const mapsOfPathItems: ReadonlySet<Kind> = new Set<Kind>(["paths", "callback"]);

/** The field of the Components Object in which an object of this kind can be kept for reuse. */
export const sections: Readonly<Partial<Record<Kind, string>>> = {
  schema: "schemas", response: "responses", parameter: "parameters", example: "examples", requestBody: "requestBodies",
  header: "headers", securityScheme: "securitySchemes", link: "links", callback: "callbacks", pathItem: "pathItems",
  mediaType: "mediaTypes",
};
