import type { Handlers } from "./generated/server.js";

export default {
  ping: (request, reply) => reply[204](),
} satisfies Handlers
