import { fileURLToPath } from "node:url";

/** A server that is measured beside the hand-written one: `module` is in peers/, and starts it. */
export type Peer = { readonly title: string; readonly package?: string; readonly module: string; readonly note: string };

/** Where the peers are installed, and everything is put together. */
export const workshop = fileURLToPath(new URL("../../../.cache/bench-server/", import.meta.url));

export const peers: readonly Peer[] = [
  { title: "hand-written, once more", module: "hand-written", note: "what the figures are worth" },
  { title: "**specwright**", module: "ours", note: "requests and answers" },
  { title: "Fastify", package: "fastify", module: "fastify", note: "requests; answers are serialised by their schema, not validated" },
  { title: "Fastify, ajv on the answer", package: "fastify", module: "fastify-checked", note: "requests and answers" },
  { title: "Hono and zod", package: "hono", module: "hono", note: "requests and answers" },
  { title: "express-openapi-validator", package: "express-openapi-validator", module: "express-openapi-validator", note: "requests and answers" },
  { title: "openapi-backend", package: "openapi-backend", module: "openapi-backend", note: "requests and answers" },
];
