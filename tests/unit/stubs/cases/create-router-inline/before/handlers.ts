import { createRouter as router, nodeListener } from "./generated/server.js";
import { createServer } from "node:http";

createServer(nodeListener(router({
  ping: (request, reply) => reply[204](),
  pets: {
    list: (request, reply) => reply[200]([]),
  },
}, { security: { key: () => undefined } }))).listen(0);
