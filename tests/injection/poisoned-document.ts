import { setMember, type Json, type JsonObject } from "../../generator/json.ts";
import { poisons } from "./poisons.ts";

/** A document with a poison, or all of them, wherever a text or a name of its author's choice may stand. */
export function poisonedDocument(): JsonObject {
  return {
    openapi: "3.2.0",
    info: {
      title: poisons.join(" "), version: poisons.join(" "), description: poisons.join("\n"), summary: poisons[0] ?? "",
      termsOfService: poisons[0] ?? "", contact: { name: poisons[0] ?? "", url: poisons[1] ?? "" }, license: { name: poisons[2] ?? "" },
    },
    servers: poisons.map((poison) => ({ url: poison, name: poison, description: poison, variables: byPoison(() => ({ default: poison, enum: [poison] })) })),
    tags: poisons.map((poison) => ({ name: poison, description: poison })),
    security: poisons.map((poison) => named(poison, [poison])),
    paths: byPoison((poison) => pathItem(poison), (poison) => `/${poison}`),
    webhooks: byPoison((poison) => pathItem(`webhook ${poison}`)),
    components: {
      schemas: byPoison(schema),
      responses: byPoison(response),
      parameters: byPoison((poison) => parameter(poison, "query")),
      requestBodies: byPoison((poison) => ({ description: poison, content: content(poison) })),
      headers: byPoison((poison) => ({ description: poison, schema: schema(poison) })),
      examples: byPoison((poison) => ({ summary: poison, value: named(poison, poison) })),
      links: byPoison((poison) => ({ operationId: poison, description: poison })),
      callbacks: byPoison((poison) => named(poison, pathItem(`callback ${poison}`))),
      pathItems: byPoison((poison) => pathItem(`item ${poison}`)),
      securitySchemes: byPoison((poison) => ({ type: "apiKey", in: "header", name: poison, description: poison })),
    },
  };
}

function pathItem(poison: string): JsonObject {
  return {
    summary: poison,
    description: poison,
    additionalOperations: named(poison, { operationId: `additional ${poison}`, responses: named(poison, response(poison)) }),
    post: {
      operationId: poison,
      tags: [poison],
      summary: poison,
      description: poison,
      deprecated: true,
      externalDocs: { url: poison, description: poison },
      parameters: [parameter(poison, "query"), parameter(poison, "header"), parameter(poison, "cookie"), parameter(poison, "path")],
      requestBody: { description: poison, content: content(poison) },
      responses: { "200": response(poison), ...named(poison, response(poison)) },
      callbacks: named(poison, named(poison, { get: { description: poison, responses: {} } })),
      security: [named(poison, [])],
    },
  };
}

function parameter(poison: string, location: string): JsonObject {
  return { name: poison, in: location, required: location === "path", description: poison, schema: schema(poison), example: poison };
}

function response(poison: string): JsonObject {
  return { description: poison, headers: named(poison, { description: poison, schema: { type: "string" } }), content: content(poison), links: {} };
}

function content(poison: string): JsonObject {
  return named(poison, { schema: schema(poison), examples: named(poison, { summary: poison, value: poison }) });
}

function schema(poison: string): JsonObject {
  return {
    title: poison,
    description: poison,
    type: ["object", "string"],
    format: poison,
    pattern: poison,
    required: [poison],
    properties: named(poison, { type: "string", description: poison, enum: [poison], default: poison, examples: [poison] }),
    patternProperties: named(poison, { const: poison }),
    propertyNames: { pattern: poison },
    dependentRequired: named(poison, [poison]),
    dependentSchemas: named(poison, { description: poison }),
    contentMediaType: poison,
    contentEncoding: poison,
    not: { const: named(poison, poison) },
    anyOf: [{ enum: [poison, named(poison, poison), [poison]] }, { type: "object", discriminator: { propertyName: poison, mapping: named(poison, poison) } }],
    default: named(poison, poison),
    externalDocs: { url: poison },
    $comment: poison,
    "x-poison": poison,
  };
}

function named(name: string, value: Json): JsonObject {
  const object: JsonObject = {};
  setMember(object, name, value);
  return object;
}

function byPoison(make: (poison: string) => Json, nameOf = (poison: string): string => poison): JsonObject {
  const object: JsonObject = {};
  for (const poison of poisons) setMember(object, nameOf(poison), make(poison));
  return object;
}
