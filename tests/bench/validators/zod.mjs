// The same schemas in zod's words.
import { z } from "zod";

const address = z.looseObject({
  street: z.string().min(1).max(200),
  city: z.string().min(1).max(100),
  zip: z.string().min(3).max(12),
  country: z.string().min(2).max(2),
  geo: z.looseObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }).optional(),
});

const customer = z.strictObject({
  id: z.int().min(1),
  name: z.string().min(1).max(100),
  email: z.string().max(200),
  phone: z.string().max(30).optional(),
  address,
});

const item = z.strictObject({
  sku: z.string().min(3).max(40),
  title: z.string().max(200).optional(),
  quantity: z.int().min(1).max(1000),
  price: z.number().min(0),
  discount: z.number().min(0).max(1).optional(),
  gift: z.boolean().optional(),
});

const order = z.strictObject({
  id: z.uuid(),
  status: z.enum(["pending", "paid", "shipped", "delivered", "cancelled"]),
  createdAt: z.iso.datetime({ offset: true }),
  note: z.string().max(500).nullish(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  total: z.number().min(0),
  tags: z.array(z.string().min(1).max(30)).max(10).optional(),
  customer,
  items: z.array(item).min(1).max(100),
  payment: z.looseObject({ method: z.enum(["card", "transfer", "cash"]), amount: z.number().gt(0), last4: z.string().length(4).optional() }).optional(),
});

const answer = z.looseObject({
  _nodes: z.looseObject({ total: z.int(), successful: z.int(), failed: z.int(), failures: z.array(z.unknown()).optional() }),
  cluster_name: z.string(),
  nodes: z.record(z.string(), z.looseObject({ name: z.string() })),
});

export const isOrder = (value) => order.safeParse(value).success;
export const isAnswer = (value) => answer.safeParse(value).success;
