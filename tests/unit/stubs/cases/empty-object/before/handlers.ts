import type { Handlers } from "./generated/server.js";

export const handlers = {} satisfies Handlers;
