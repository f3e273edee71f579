// The generated servers, with handlers that do what those of the others do. The bench bundles this, for TypeScript is read by nobody else.
import { createServer } from "node:http";
import { createRouter as createContractRouter, nodeListener } from "./A/server.ts";
import { createRouter as createOrdersRouter } from "./B/server.ts";
import { clearCache, knownKey, placeOrder } from "./answers.mjs";

export function start(route) {
  return createServer(nodeListener(routers[route]())).listen(0, "127.0.0.1");
}

const routers = {
  A: () => createContractRouter({
    security: { clearApiKeyCache: ({ path }, reply) => reply[200](clearCache(path.ids), { "x-elastic-product": "Elasticsearch" }) },
  }, {
    security: { apiKeyAuth: (key) => (key === knownKey ? "elastic" : undefined), basicAuth: () => undefined, bearerAuth: () => undefined },
  }),
  B: () => createOrdersRouter({
    orders: {
      place: ({ path, query, body }, reply) => {
        const placed = placeOrder(body, path.shop, query.dry_run);
        return reply[201](placed, { location: `/shops/${path.shop}/orders/${placed.id}` });
      },
    },
  }),
};
