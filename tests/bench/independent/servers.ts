import { fileURLToPath } from "node:url";

/**
 * A server that we did not write, or one that a framework derives its document for, so that the framework's reading of the document is not ours.
 * Each is installed in a folder of its own, and started by the module of that name in servers/, which prints where it listens.
 */
export type IndependentServer = {
  /** The key of known.json, too. */
  readonly name: string;
  readonly title: string;
  readonly kind: "third party" | "framework";
  readonly module: string;
  /** What is installed, and in which version: the first is the server. */
  readonly packages: Readonly<Record<string, string>>;
  /** Where its document is: a path of the server, or a file in its folder. */
  readonly document: { readonly url: string } | { readonly file: string };
  /** What stands before every path. */
  readonly basePath?: string;
  readonly credentials?: Readonly<Record<string, string>>;
  /** A module of hooks in servers/. */
  readonly hooks?: string;
  /** Of a large one, fewer runs, and no more requests than so many. */
  readonly seeds?: readonly number[];
  readonly maxRequests?: number;
};

/** Where they are installed. */
export const workshop = fileURLToPath(new URL("../../../.cache/bench-independent/", import.meta.url));

/** The runs that each server gets, from its start. */
export const seeds = [1, 2, 3];

const unleash = {
  kind: "third party", module: "unleash.mjs", packages: { "@unleash/proxy": "1.4.9" },
  document: { url: "/docs/openapi.json" }, credentials: { SPECWRIGHT_AUTH_APIKEY: "sesame" },
} as const;

export const servers: readonly IndependentServer[] = [
  { name: "loopback-todo", title: "@loopback/example-todo", kind: "third party", module: "loopback.mjs", packages: { "@loopback/example-todo": "6.0.0" }, document: { url: "/openapi.json" } },
  {
    name: "etherpad", title: "ep_etherpad-lite", kind: "third party", module: "etherpad.mjs", packages: { "ep_etherpad-lite": "1.8.14" },
    document: { url: "/api/openapi.json" }, basePath: "/api/1.2.15", credentials: { SPECWRIGHT_AUTH_APIKEY: "sesame" },
  },
  { ...unleash, name: "unleash-proxy", title: "@unleash/proxy" },
  { ...unleash, name: "unleash-proxy-but-metrics", title: "@unleash/proxy, without the two operations that end it", hooks: "unleash-hooks.mjs" },
  {
    name: "signalk-resources", title: "signalk-server, its resources", kind: "third party", module: "signalk.mjs", packages: { "signalk-server": "2.32.0" },
    document: { file: "node_modules/signalk-server/dist/api/resources/openApi.json" }, basePath: "/signalk/v2/api",
  },
  {
    name: "firebase-auth", title: "firebase-tools, its emulator of Auth", kind: "third party", module: "firebase.mjs", packages: { "firebase-tools": "15.34.2" },
    document: { url: "/emulator/openapi.json" }, basePath: "/identitytoolkit.googleapis.com", seeds: [1], maxRequests: 12_000,
    credentials: { SPECWRIGHT_AUTH_OAUTH2: "owner", SPECWRIGHT_AUTH_APIKEYQUERY: "sesame", SPECWRIGHT_AUTH_APIKEYHEADER: "sesame" },
  },
  { name: "fastify", title: "Fastify, @fastify/swagger", kind: "framework", module: "fastify.mjs", packages: { fastify: "5.12.8", "@fastify/swagger": "9.9.3" }, document: { url: "/openapi.json" } },
  {
    name: "hono", title: "Hono, @hono/zod-openapi", kind: "framework", module: "hono.mjs",
    packages: { hono: "4.13.19", "@hono/zod-openapi": "1.6.3", "@hono/node-server": "2.1.9", zod: "4.6.7" }, document: { url: "/openapi.json" },
  },
  {
    name: "nest", title: "NestJS, @nestjs/swagger", kind: "framework", module: "nest.mjs", document: { url: "/openapi.json" },
    packages: {
      "@nestjs/core": "12.5.1", "@nestjs/common": "12.5.1", "@nestjs/platform-express": "12.5.1", "@nestjs/swagger": "12.0.2",
      "class-validator": "0.15.1", "class-transformer": "0.5.1", "reflect-metadata": "0.2.2", rxjs: "7.8.2",
    },
  },
  {
    name: "express", title: "Express, express-openapi-validator", kind: "framework", module: "express.mjs", packages: { express: "5.3.0", "express-openapi-validator": "5.6.2" },
    document: { file: "library.yaml" }, credentials: { SPECWRIGHT_AUTH_TOKEN: "sesame" },
  },
];
