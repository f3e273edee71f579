import type { App } from "./app.js";
import { type Handlers as H, createRouter } from "./generated/server.js";

const handlers = {
  ping: (request, reply) => reply[204](),
} as const satisfies H<App>;

export const router = createRouter(handlers, {});
