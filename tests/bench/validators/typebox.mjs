// The same schemas in TypeBox's words. It knows no formats but those that it is told.
import { FormatRegistry, Type } from "@sinclair/typebox";
import { TypeCompiler } from "@sinclair/typebox/compiler";
import { fullFormats } from "ajv-formats/dist/formats.js";

for (const name of ["uuid", "date-time"]) {
  const format = fullFormats[name];
  const validate = format instanceof RegExp ? (text) => format.test(text) : typeof format === "function" ? format : format.validate;
  FormatRegistry.Set(name, validate);
}

const { Object: object, String: string, Number: number, Integer: integer, Optional: optional, Array: array, Union: union, Literal: literal } = Type;

const geo = object({ lat: number({ minimum: -90, maximum: 90 }), lon: number({ minimum: -180, maximum: 180 }) });

const address = object({
  street: string({ minLength: 1, maxLength: 200 }),
  city: string({ minLength: 1, maxLength: 100 }),
  zip: string({ minLength: 3, maxLength: 12 }),
  country: string({ minLength: 2, maxLength: 2 }),
  geo: optional(geo),
});

const customer = object({
  id: integer({ minimum: 1 }),
  name: string({ minLength: 1, maxLength: 100 }),
  email: string({ maxLength: 200 }),
  phone: optional(string({ maxLength: 30 })),
  address,
}, { additionalProperties: false });

const item = object({
  sku: string({ minLength: 3, maxLength: 40 }),
  title: optional(string({ maxLength: 200 })),
  quantity: integer({ minimum: 1, maximum: 1000 }),
  price: number({ minimum: 0 }),
  discount: optional(number({ minimum: 0, maximum: 1 })),
  gift: optional(Type.Boolean()),
}, { additionalProperties: false });

const order = object({
  id: string({ format: "uuid" }),
  status: union(["pending", "paid", "shipped", "delivered", "cancelled"].map((value) => literal(value))),
  createdAt: string({ format: "date-time" }),
  note: optional(union([string({ maxLength: 500 }), Type.Null()])),
  currency: string({ pattern: "^[A-Z]{3}$" }),
  total: number({ minimum: 0 }),
  tags: optional(array(string({ minLength: 1, maxLength: 30 }), { maxItems: 10 })),
  customer,
  items: array(item, { minItems: 1, maxItems: 100 }),
  payment: optional(object({
    method: union(["card", "transfer", "cash"].map((value) => literal(value))),
    amount: number({ exclusiveMinimum: 0 }),
    last4: optional(string({ minLength: 4, maxLength: 4 })),
  })),
}, { additionalProperties: false });

const answer = object({
  _nodes: object({ total: integer(), successful: integer(), failed: integer(), failures: optional(array(Type.Unknown())) }),
  cluster_name: string(),
  nodes: Type.Record(string(), object({ name: string() })),
});

const [orders, answers] = [TypeCompiler.Compile(order), TypeCompiler.Compile(answer)];

export const isOrder = (value) => orders.Check(value);
export const isAnswer = (value) => answers.Check(value);
