import type * as server from "#generated/server.js";
import type { App } from "./app.js";

type Mine = Partial<server.Handlers<App>>;

export const handlers: Mine = {
  ping: (request, reply) => reply[204](),
};
