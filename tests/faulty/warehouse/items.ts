import { isObject, type Json, type JsonObject } from "../../../generator/json.ts";
import { type Answer, type Asked, json, Problem } from "./exchange.ts";
import type { Call } from "./call.ts";
import type { Rules } from "./rules.ts";
import { readJson } from "./read-body.ts";
import type { Item, Store } from "./store.ts";
import { decimal, integer, listOf, plain } from "./texts.ts";

const list = "/paths/~1items/get/parameters";
const one = "/paths/~1items~1{itemId}";
const requestId = "/components/parameters/RequestId/schema";

/** `GET /items` */
export function listItems({ asked, given, rules, store }: Call): Answer {
  const limit = given.query("limit", `${list}/0/schema`, integer) ?? 20;
  const cursor = given.query("cursor", `${list}/1/schema`, plain);
  const kind = given.query("kind", `${list}/2/schema`, plain);
  const sort = given.query("sort", `${list}/3/schema`, plain);
  const tags = asked.query.filter(([name]) => name === "tag").map(([, value]) => value);
  if (tags.length > 0) rules(`${list}/4/schema`, tags);
  const skus = given.query("sku", `${list}/5/schema`, listOf("|", plain));
  const weights = given.query("weights", `${list}/6/schema`, listOf(" ", integer));
  const price = readPrice(asked, rules);
  const id = given.header("x-request-id", requestId, plain);
  const wanted = store.items().filter(({ value }) =>
    (kind === undefined || value["kind"] === kind)
    && tags.every((tag) => Array.isArray(value["tags"]) && value["tags"].includes(tag))
    && (skus?.includes(value.sku) ?? true)
    && (weights?.some((weight) => weight === value["weight"]) ?? true)
    && (price === undefined || (Number(value["price"]) >= Number(price.get("min") ?? 0) && Number(value["price"]) <= Number(price.get("max") ?? Infinity))));
  const sorted = sort === undefined ? wanted : inOrder(wanted, sort);
  const start = Number(cursor?.slice(1) ?? 0);
  const page = sorted.slice(start, start + limit);
  const next = start + limit < sorted.length ? `c${start + limit}` : null;
  return json(200, { items: page.map(({ value }) => value), nextCursor: next }, { "x-total-count": String(sorted.length), ...echo(id) });
}

function readPrice({ query }: Asked, rules: Rules): Map<string, number | string> | undefined {
  const pairs = query.flatMap(([name, value]) => {
    const [, member] = /^price\[([^\]]*)\]$/.exec(name) ?? [];
    return member === undefined ? [] : [[member, member === "min" || member === "max" ? decimal(value) : value] as const];
  });
  if (pairs.length === 0) return undefined;
  if (new Set(pairs.map(([name]) => name)).size < pairs.length) throw new Problem(400, "It is there twice");
  rules(`${list}/7/schema`, Object.fromEntries(pairs));
  return new Map(pairs);
}

function inOrder(items: readonly Item[], sort: string): Item[] {
  const name = sort.replace("-", "");
  const direction = sort.startsWith("-") ? -1 : 1;
  const compare = (a: Json | undefined, b: Json | undefined) => (typeof a === "number" && typeof b === "number" ? a - b : String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0);
  return [...items].sort((a, b) => direction * compare(a.value[name], b.value[name]));
}

/** `POST /items` */
export function createItem({ asked, given, rules, store }: Call): Answer {
  const id = given.header("x-request-id", requestId, plain);
  const value = readItem(asked, rules, "/paths/~1items/post/requestBody/content/application~1json/schema");
  if (store.withSku(value.sku) !== undefined) throw new Problem(409, "There is one with this sku");
  const item = store.add(value);
  return json(201, item.value, { location: `/items/${item.id}`, etag: etagOf(item), ...echo(id) });
}

/** `GET /items/{itemId}` */
export function getItem({ given, store, path }: Call): Answer {
  const id = given.path(path[0] ?? "", `${one}/parameters/0/schema`, plain);
  const known = given.header("if-none-match", `${one}/get/parameters/0/schema`, plain);
  const item = found(store, id);
  if (known === etagOf(item)) return { status: 304, headers: { etag: etagOf(item) } };
  return json(200, item.value, { etag: etagOf(item), "cache-control": "max-age=0" });
}

/** `HEAD /items/{itemId}` */
export function headItem({ given, store, path }: Call): Answer {
  const item = found(store, given.path(path[0] ?? "", `${one}/parameters/0/schema`, plain));
  return { status: 200, headers: { etag: etagOf(item) } };
}

/** `PUT /items/{itemId}` */
export function replaceItem({ asked, given, rules, store, path }: Call): Answer {
  const id = given.path(path[0] ?? "", `${one}/parameters/0/schema`, plain);
  const known = given.header("if-match", `${one}/put/parameters/0/schema`, plain);
  const value = readItem(asked, rules, `${one}/put/requestBody/content/application~1json/schema`);
  const item = found(store, id);
  if (known !== undefined && known !== etagOf(item)) throw new Problem(412, "It is not so any more");
  const other = store.withSku(value.sku);
  if (other !== undefined && other.id !== item.id) throw new Problem(409, "There is one with this sku");
  const replaced = store.replace(item.id, value);
  return json(200, replaced.value, { etag: etagOf(replaced) });
}

/** `PATCH /items/{itemId}` */
export function changeItem({ asked, given, rules, store, path }: Call): Answer {
  const id = given.path(path[0] ?? "", `${one}/parameters/0/schema`, plain);
  const change = readJson(asked, "application/merge-patch+json");
  rules(`${one}/patch/requestBody/content/application~1merge-patch+json/schema`, change);
  const item = found(store, id);
  const value: JsonObject & { sku: string } = { ...item.value };
  for (const [name, changed] of isObject(change) ? Object.entries(change) : []) {
    // RFC 7396 §2: null takes a member away.
    if (changed === null) delete value[name];
    else value[name] = changed;
  }
  const replaced = store.replace(item.id, value);
  return json(200, replaced.value, { etag: etagOf(replaced) });
}

/** `DELETE /items/{itemId}` */
export function deleteItem({ given, store, path }: Call): Answer {
  const item = found(store, given.path(path[0] ?? "", `${one}/parameters/0/schema`, plain));
  store.remove(item.id);
  return { status: 204, headers: {} };
}

function readItem(asked: Asked, rules: Rules, at: string): JsonObject & { sku: string } {
  const value = readJson(asked, "application/json");
  rules(at, value);
  if (!isObject(value) || typeof value["sku"] !== "string") throw new Problem(400, "That is no item");
  return { ...value, sku: value["sku"] };
}

function found(store: Store, id: string): Item {
  const item = store.item(id);
  if (item === undefined) throw new Problem(404, "There is no such item");
  return item;
}

function etagOf({ id, version }: Item): string {
  return `"${id.slice(-6)}v${version}"`;
}

function echo(id: string | undefined): Record<string, string> {
  return id === undefined ? {} : { "x-request-id": id };
}
