import { isObject, parseJson } from "../../../generator/json.ts";
import { type Answer, json, Problem } from "./exchange.ts";
import type { Call } from "./call.ts";
import { readJson } from "./read-body.ts";
import { integer, plain } from "./texts.ts";

const list = "/paths/~1orders/get/parameters";

/** `GET /orders` */
export function listOrders({ given, store }: Call): Answer {
  const offset = given.query("offset", `${list}/0/schema`, integer) ?? 0;
  const limit = given.query("limit", `${list}/1/schema`, integer) ?? 10;
  const status = given.query("status", `${list}/2/schema`, plain);
  const where = given.query("where", `${list}/3/content/application~1json/schema`, readWhere);
  const orders = store.orders().filter((order) =>
    (status === undefined || order["status"] === status)
    && (where?.["express"] === undefined || (order["express"] ?? false) === where["express"])
    && (where?.["least"] === undefined || (Array.isArray(order["lines"]) && order["lines"].some((line) => isObject(line) && Number(line["count"]) >= Number(where["least"])))));
  return json(200, { orders: orders.slice(offset, offset + limit), offset, limit, total: orders.length });
}

function readWhere(text: string) {
  const value = parseJson(text);
  if (!isObject(value)) throw new Problem(400, "That is no object of JSON");
  return value;
}

/** `POST /orders` */
export function createOrder({ asked, rules, store }: Call): Answer {
  const value = readJson(asked, "application/json");
  rules("/paths/~1orders/post/requestBody/content/application~1json/schema", value);
  const order = store.order(isObject(value) ? value : {});
  return json(201, order, { location: `/orders/${order.id}` });
}

/** `GET /orders/{orderId}` */
export function getOrder({ given, store, path }: Call): Answer {
  const id = given.path(path[0] ?? "", "/paths/~1orders~1{orderId}/get/parameters/0/schema", integer);
  const order = store.orders().find((each) => each["id"] === id);
  if (order === undefined) throw new Problem(404, "There is no such order");
  return json(200, order);
}
