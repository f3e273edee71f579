import { isObject, type Json, type JsonObject } from "../../../generator/json.ts";
import { type Answer, json } from "../warehouse/exchange.ts";
import { formIn, jsonIn } from "./bodies.ts";
import type { Call } from "./call.ts";
import type { Kept } from "./ledger.ts";
import { bracketsIn, inPath, numberIn, textIn } from "./parameters.ts";
import { Refusal } from "./refusal.ts";

/** `GET /customers` */
export function listCustomers(call: Call): Answer {
  const limit = numberIn(call, "limit", 10);
  const cursor = textIn(call, "starting_after");
  const email = textIn(call, "email");
  const { gte, lte } = bracketsIn(call, "created");
  const wanted = call.ledger.customers().filter((customer) =>
    (email === undefined || customer["email"] === email)
    && (gte === undefined || Number(customer["created"]) >= Number(gte))
    && (lte === undefined || Number(customer["created"]) <= Number(lte)));
  const all = call.ledger.customers();
  const known = all.findIndex(({ id }) => id === cursor);
  if (cursor !== undefined && known < 0) throw new Refusal(400, `There is no customer ${cursor}`);
  const rest = wanted.filter((customer) => all.indexOf(customer) > known);
  return json(200, { object: "list", data: rest.slice(0, limit), has_more: rest.length > limit, url: "/api/v1/customers" });
}

/** `POST /customers` */
export function createCustomer(call: Call): Answer {
  const customer = added(call, formIn(call));
  return json(201, customer, { location: `/api/v1/customers/${customer.id}` });
}

/** `POST /customers/batch` */
export function createCustomers(call: Call): Answer {
  const given = jsonIn(call);
  const data = (Array.isArray(given) ? given : []).map((each: Json) => added(call, isObject(each) ? each : {}));
  return json(201, { data, count: data.length });
}

/** `GET /customers/{customer_id}` */
export function getCustomer(call: Call): Answer {
  const id = inPath(call, 0, "customer_id");
  const customer = call.ledger.customers().find((each) => each.id === id);
  if (customer === undefined) throw new Refusal(404, "There is no such customer");
  return json(200, customer);
}

function added({ ledger }: Call, given: JsonObject): Kept {
  const known = ["name", "email", "phone", "balance", "newsletter", "address", "tags", "metadata"];
  const value = Object.fromEntries(Object.entries(given).filter(([name]) => known.includes(name)));
  return ledger.addCustomer({ ...value, id: ledger.nextId("cus"), object: "customer", created: Math.floor(ledger.now().getTime() / 1000) });
}
