import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { fastifyPlugin } from "../../../../generator/runtime/server/fastify.ts";
import { fetchHandler } from "../../../../generator/runtime/server/fetch.ts";
import type { HandlerRequest, Replies } from "../../../../generator/runtime/server/handler.ts";
import { nodeListener } from "../../../../generator/runtime/server/node.ts";
import { repository } from "../../../support/typecheck.ts";
import { jsonBody } from "./ask.ts";
import { listen } from "./listen.ts";
import { petsRouter } from "./pets.ts";

// The frameworks are no dependency of ours: `npm install --prefix .cache/adapters express@5 fastify@5 hono@4` for a try.
const folder = join(repository, ".cache", "adapters");
const skip = existsSync(join(folder, "node_modules")) ? false : "Express, Fastify and Hono are not in .cache/adapters";

/** A framework, whatever it exports. */
async function load(name: string) {
  const path = createRequire(join(folder, "package.json")).resolve(name);
  return import(pathToFileURL(path).href);
}

const { router } = petsRouter({
  pets: {
    get: ({ path }: HandlerRequest) => ({ status: 200, body: { name: String(path["id"]) } }),
    add: async ({ body }: HandlerRequest, reply: Replies) => reply[201]?.(body, { location: "/pets/7" }),
  },
}, { basePath: "/api" });

/** What every framework must make of the same router, mounted below /api, with a route of its own at /api/own. */
async function check(send: (path: string, init?: RequestInit) => Promise<Response>): Promise<void> {
  assert.deepEqual(await (await send("/api/pets/7")).json(), { name: "7" });
  const add = (body: string, type = "application/json") => send("/api/pets", { method: "POST", body, headers: { "content-type": type } });
  const added = await add('{"name":"Zoë"}');
  assert.deepEqual([added.status, added.headers.get("location"), await added.json()], [201, "/pets/7", { name: "Zoë" }]);
  assert.deepEqual([(await add("{}")).status, (await add("name=A", "application/x-www-form-urlencoded")).status, (await add("x", "text/plain")).status], [400, 201, 415]);
  assert.deepEqual([(await send("/api/pets/x")).status, (await send("/api/pets", { method: "PUT" })).status, (await send("/api/pets/7", { method: "HEAD" })).status], [400, 405, 200]);
  assert.equal((await add(" ".repeat(2_000_000))).status, 413);
  assert.equal(await (await send("/api/own")).text(), "own");
  assert.equal((await send("/nowhere")).status, 404);
}

test("Express: as middleware", { skip }, async () => {
  const { default: express } = await load("express");
  const app = express();
  app.use(nodeListener(router));
  app.get("/api/own", (_: unknown, response: { send: (text: string) => void }) => response.send("own"));
  const { url } = await listen(app);
  await check((path, init) => fetch(url + path, init));
});

test("Express: behind parsers that have read the body", { skip }, async () => {
  const { default: express } = await load("express");
  const app = express();
  app.use(express.json(), express.urlencoded({ extended: false }));
  app.use(nodeListener(router));
  const { url } = await listen(app);
  const send = (body: string, type: string) => fetch(`${url}/api/pets`, { method: "POST", body, headers: { "content-type": type } });
  assert.deepEqual(await (await send('{"name":"Zoë"}', "application/json")).json(), { name: "Zoë" });
  assert.deepEqual(await (await send("name=Ann", "application/x-www-form-urlencoded")).json(), { name: "Ann" });
  assert.deepEqual([(await send('{"nam":1}', "application/json")).status, (await send("x", "text/plain")).status], [400, 415]);
  assert.equal((await fetch(`${url}/api/pets/7`, { headers: { "content-type": "application/json" } })).status, 200);
});

test("Fastify: as a plugin, beside other plugins and their parsers", { skip }, async () => {
  const { default: fastify } = await load("fastify");
  const app = fastify();
  const seen: unknown[] = [];
  app.addHook("onRequest", async (request: { url: string }) => void seen.push(request.url));
  app.register(fastifyPlugin(router));
  app.get("/api/own", async () => "own");
  app.post("/echo", async (request: { body: unknown }) => request.body);
  const url: string = await app.listen({ port: 0, host: "127.0.0.1" });
  after(() => app.close());
  await check((path, init) => fetch(url + path, init));
  assert.equal(seen[0], "/api/pets/7");
  assert.deepEqual(await (await fetch(`${url}/echo`, { method: "POST", ...jsonBody({ a: 1 }) })).json(), { a: 1 });
});

test("Hono: as a handler", { skip }, async () => {
  const { Hono } = await load("hono");
  const app = new Hono();
  const handler = fetchHandler(router);
  app.get("/api/own", (context: { text: (text: string) => Response }) => context.text("own"));
  app.all("/api/*", ({ req }: { req: { raw: Request } }) => handler(req.raw));
  await check(async (path, init) => app.request(`http://localhost${path}`, init));
});
