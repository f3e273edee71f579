// Hono on Node with zod: what is sent and what is answered goes through schemas that a person wrote.
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { z } from "zod";
import { clearCache, knownKey, placeOrder } from "./answers.mjs";

export function start() {
  const app = new Hono();
  app.post("/_security/api_key/:ids/_clear_cache", async (context) => {
    if (context.req.header("authorization") !== `ApiKey ${knownKey}`) return context.json({ error: "no credentials" }, 401, { "www-authenticate": "ApiKey" });
    const { ids } = clearCachePath.parse(context.req.param());
    clearCacheQuery.parse(context.req.query());
    opaqueId.parse(context.req.header("x-opaque-id"));
    return context.json(cleared.parse(clearCache(ids)), 200, { "x-elastic-product": "Elasticsearch" });
  });
  app.post("/shops/:shop/orders", async (context) => {
    const { shop } = orderPath.parse(context.req.param());
    const query = orderQuery.parse({ ...context.req.query(), tag: context.req.queries("tag") });
    orderHeaders.parse(context.req.header());
    const placed = placeOrder(order.parse(await context.req.json()), shop, query.dry_run);
    return context.json(placedOrder.parse(placed), 201, { location: `/shops/${shop}/orders/${placed.id}` });
  });
  app.onError((error, context) => context.json({ title: error instanceof z.ZodError ? "invalid" : "failed" }, error instanceof z.ZodError ? 400 : 500));
  return createAdaptorServer({ fetch: app.fetch }).listen(0, "127.0.0.1");
}

const flag = z.enum(["true", "false"]).default("false").transform((text) => text === "true");
const list = (item) => z.string().transform((text) => text.split(",")).pipe(z.array(item));

const clearCachePath = z.object({ ids: list(z.string().min(1)) });
const clearCacheQuery = z.strictObject({ pretty: flag, human: flag, error_trace: flag, filter_path: list(z.string().min(1)).optional(), format: z.literal("json").optional() });
const opaqueId = z.string().min(1).optional();
const count = z.int32().min(0);
const cause = z.looseObject({ type: z.string(), reason: z.string().nullish(), stack_trace: z.string().optional() });
const cleared = z.looseObject({
  _nodes: z.looseObject({ total: count, successful: count, failed: count, failures: z.array(cause).min(1).optional() }),
  cluster_name: z.string(),
  nodes: z.record(z.string(), z.looseObject({ name: z.string() })),
});

const orderPath = z.object({ shop: z.string().max(40).regex(/^[a-z][a-z0-9-]*$/) });
const orderQuery = z.strictObject({
  dry_run: flag,
  currency: z.enum(["EUR", "CHF", "USD"]),
  expand: list(z.enum(["customer", "lines", "totals"])).optional(),
  priority: z.coerce.number().int().min(0).max(9).optional(),
  discount: z.coerce.number().min(0).lt(100).optional(),
  tag: z.array(z.string().min(1).max(20)).max(10).optional(),
});
const orderHeaders = z.object({
  "x-request-id": z.guid(), "x-tenant": z.string().min(1).max(32), "x-attempt": z.coerce.number().int().min(1).max(10).optional(), "x-dated": z.iso.date().optional(),
});
const address = z.looseObject({ street: z.string().min(1).max(120), city: z.string().min(1).max(80), zip: z.string().regex(/^[0-9]{4,5}$/), country: z.enum(["CH", "DE", "AT", "FR", "IT"]) });
const customer = z.looseObject({
  id: z.int().min(1), name: z.string().min(1).max(80), email: z.string().max(120).regex(/^[^@ ]+@[^@ ]+$/), newsletter: z.boolean().optional(), address,
});
const line = z.looseObject({
  sku: z.string().regex(/^[A-Z]{2}-[0-9]{4}$/), name: z.string().min(1).max(120), quantity: z.int().min(1).max(1000), price: z.number().min(0),
  gift: z.boolean().optional(), options: z.array(z.string().max(40)).max(10).optional(),
});
const delivery = z.looseObject({ method: z.enum(["post", "courier", "pickup"]), address, instructions: z.string().max(200).optional() });
const order = z.strictObject({
  customer, lines: z.array(line).min(1).max(200), delivery, note: z.string().max(500).nullish(), labels: z.record(z.string(), z.string().max(40)).optional(),
});
const placedOrder = z.looseObject({
  id: z.string().regex(/^[a-z]+-[0-9]+$/), shop: z.string(), status: z.enum(["placed", "tried"]), total: z.number().min(0),
  customer, lines: z.array(line).min(1), delivery, note: z.string().max(500).nullish(), labels: z.record(z.string(), z.string()).optional(),
});
