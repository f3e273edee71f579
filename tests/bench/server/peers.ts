import { fileURLToPath } from "node:url";

/** A server that is measured beside the hand-written one: `module` is in peers/, and starts it; `packages` are what it is made of. It answers anything if it is `bare`. */
export type Peer = { readonly title: string; readonly packages?: readonly string[]; readonly module: string; readonly note: string; readonly bare?: true };

/** Where the peers are installed, and everything is put together. */
export const workshop = fileURLToPath(new URL("../../../.cache/bench-server/", import.meta.url));

export const peers: readonly Peer[] = [
  { title: "hand-written, once more", module: "hand-written", note: "what the figures are worth" },
  { title: "node:http, the same answer always", module: "bare", note: "nothing: the floor", bare: true },
  { title: "**specwright**", module: "ours", note: "requests and answers" },
  { title: "Fastify", packages: ["fastify"], module: "fastify", note: "requests; answers are serialised by their schema, not validated" },
  { title: "Fastify, answers too", packages: ["fastify", "ajv"], module: "fastify-checked", note: "requests and answers" },
  { title: "Hono and zod", packages: ["hono", "@hono/node-server", "zod"], module: "hono", note: "requests and answers" },
  { title: "Express, validated", packages: ["express", "express-openapi-validator"], module: "express-openapi-validator", note: "requests and answers" },
  { title: "node:http, validated", packages: ["openapi-backend"], module: "openapi-backend", note: "requests and answers" },
];
