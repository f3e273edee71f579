// Fastify as its guide has it: ajv for requests, fast-json-stringify for answers. Lists in texts it does not split, and credentials and
// Accept are for hooks; the first two are done here.
import fastify from "fastify";
import { clearCache, knownKey, placeOrder } from "./answers.mjs";
import { schemasOf, withIds } from "./documents.mjs";

export async function start(route, checkAnswer) {
  const app = fastify();
  for (const schema of schemasOf(route)) app.addSchema(schema);
  routes[route](app, checkAnswer);
  await app.listen({ port: 0, host: "127.0.0.1" });
  return app.server;
}

const routes = {
  A: (app, checkAnswer) => app.post("/_security/api_key/:ids/_clear_cache", {
    schema: {
      params: { type: "object", required: ["ids"], properties: { ids: { type: "string", minLength: 1 } } },
      querystring: {
        type: "object", additionalProperties: false,
        properties: { pretty: boolean, human: boolean, error_trace: boolean, filter_path: { type: "array", items: { type: "string" } }, format: { enum: ["json"] } },
      },
      headers: { type: "object", properties: { "x-opaque-id": { type: "string", minLength: 1 } } },
      response: { 200: withIds({ $ref: "#/components/schemas/ClearApiKeyCacheResponse" }) },
    },
    onRequest: async (request, reply) => {
      if (request.headers.authorization !== `ApiKey ${knownKey}`) return reply.code(401).header("www-authenticate", "ApiKey").send({ error: "no credentials" });
    },
    preSerialization: checkAnswer?.("ClearApiKeyCacheResponse", schemasOf("A")),
  }, async (request, reply) => reply.header("x-elastic-product", "Elasticsearch").send(clearCache(request.params.ids.split(",")))),

  B: (app, checkAnswer) => app.post("/shops/:shop/orders", {
    schema: {
      params: { type: "object", required: ["shop"], properties: { shop: { type: "string", pattern: "^[a-z][a-z0-9-]*$", maxLength: 40 } } },
      querystring: {
        type: "object", required: ["currency"], additionalProperties: false,
        properties: {
          dry_run: boolean, currency: { enum: ["EUR", "CHF", "USD"] }, priority: { type: "integer", minimum: 0, maximum: 9 },
          expand: { type: "array", maxItems: 5, items: { enum: ["customer", "lines", "totals"] } },
          discount: { type: "number", minimum: 0, exclusiveMaximum: 100 }, tag: { type: "array", maxItems: 10, items: { type: "string", minLength: 1, maxLength: 20 } },
        },
      },
      headers: {
        type: "object", required: ["x-request-id", "x-tenant"],
        properties: {
          "x-request-id": { type: "string", format: "uuid" }, "x-tenant": { type: "string", minLength: 1, maxLength: 32 },
          "x-attempt": { type: "integer", minimum: 1, maximum: 10 }, "x-dated": { type: "string", format: "date" },
        },
      },
      body: withIds({ $ref: "#/components/schemas/Order" }),
      response: { 201: withIds({ $ref: "#/components/schemas/PlacedOrder" }) },
    },
    preValidation: async ({ query }) => {
      if (typeof query.expand === "string") query.expand = query.expand.split(",");
    },
    preSerialization: checkAnswer?.("PlacedOrder", schemasOf("B")),
  }, async ({ body, params, query }, reply) => {
    const placed = placeOrder(body, params.shop, query.dry_run);
    return reply.code(201).header("location", `/shops/${params.shop}/orders/${placed.id}`).send(placed);
  }),
};

const boolean = { type: "boolean", default: false };
