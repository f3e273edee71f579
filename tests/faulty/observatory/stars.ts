import { isObject, type Json, type JsonObject } from "../../../generator/json.ts";
import { type Answer, type Asked, Problem } from "../warehouse/exchange.ts";
import { readJson } from "../warehouse/read-body.ts";
import { decimal, integer, listOf, plain } from "../warehouse/texts.ts";
import type { Call } from "./call.ts";
import type { Catalogue, Star } from "./catalogue.ts";

const list = "/paths/~1stars/get/parameters";
const newStar = "/components/schemas/NewStar";

/** `GET /stars` */
export function listStars({ asked, given, rules, catalogue }: Call): Answer {
  const page = given.query("page", `${list}/0/schema`, integer) ?? 1;
  const size = given.query("per_page", `${list}/1/schema`, integer) ?? 10;
  const order = given.query("order", `${list}/2/schema`, plain);
  const spectrum = given.query("spectrum", `${list}/3/schema`, listOf("|", plain));
  const names = given.query("names", `${list}/4/schema`, listOf(",", plain));
  const dimmest = given.query("dimmest", `${list}/5/schema`, decimal);
  const discovered = readRange(asked, rules);
  const language = given.header("accept-language", `${list}/7/schema`, plain) ?? "en";
  const wanted = catalogue.stars().filter(({ value }) =>
    (spectrum?.includes(String(value["spectrum"])) ?? true)
    && (names?.includes(String(value["name"])) ?? true)
    && (dimmest === undefined || Number(value["magnitude"]) <= dimmest)
    && isBetween(value["discovered"], discovered));
  const sorted = order === undefined ? wanted : inOrder(wanted, order);
  const isLast = page * size >= sorted.length;
  const next = new URLSearchParams([...asked.query.filter(([name]) => name !== "page").map(([name, value]) => [name, value]), ["page", String(page + 1)]]);
  return stars(200, sorted.slice((page - 1) * size, page * size), {
    "x-total-count": String(sorted.length), "x-columns": "name,magnitude", "content-language": language, vary: "Accept-Language", "ratelimit-limit": "1000", "ratelimit-remaining": "999",
    ...(!isLast && { link: `</stars?${next.toString()}>; rel="next"` }),
  });
}

function readRange({ query }: Asked, rules: Call["rules"]): ReadonlyMap<string, string> {
  const pairs = query.flatMap(([name, value]) => {
    const [, member] = /^discovered\[([^\]]*)\]$/.exec(name) ?? [];
    return member === undefined ? [] : [[member, value] as const];
  });
  if (new Set(pairs.map(([name]) => name)).size < pairs.length) throw new Problem(400, "It is there twice");
  if (pairs.length > 0) rules(`${list}/6/schema`, Object.fromEntries(pairs));
  return new Map(pairs);
}

function isBetween(time: Json | undefined, range: ReadonlyMap<string, string>): boolean {
  const [from, to] = [range.get("from"), range.get("to")];
  const at = timeOf(String(time));
  return (from === undefined || at >= timeOf(from)) && (to === undefined || at <= timeOf(to));
}

/** A leap second is the last one of its minute (RFC 3339 §5.7), for which JavaScript has no number. */
function timeOf(text: string): number {
  return Date.parse(text.toUpperCase().replace(/:60(?=\.|Z|[+-])/, ":59"));
}

function inOrder(some: readonly Star[], order: string): Star[] {
  const name = order.replace("-", "");
  const direction = order.startsWith("-") ? -1 : 1;
  const compare = (one: Json | undefined, other: Json | undefined) => (typeof one === "number" && typeof other === "number" ? one - other : String(one) < String(other) ? -1 : String(one) > String(other) ? 1 : 0);
  return [...some].sort((one, other) => direction * compare(one.value[name], other.value[name]));
}

/** `POST /stars` */
export function addStar({ asked, rules, catalogue }: Call): Answer {
  const star = catalogue.add(readStar(asked, rules));
  return stars(201, star, { location: `/stars/${star.id}`, etag: etagOf(star) });
}

/** `GET /stars/{starId}` */
export function getStar({ asked, given, catalogue, path }: Call): Answer {
  const star = found(catalogue, given, path);
  const etag = etagOf(star);
  const known = asked.headers.get("if-none-match");
  const isKnown = known === undefined ? asked.headers.get("if-modified-since") === changed : known.trim() === "*" || known.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
  return isKnown ? { status: 304, headers: { etag } } : stars(200, star, { etag, "last-modified": changed, "cache-control": "max-age=0" });
}

const changed = "Mon, 02 Feb 2026 03:04:05 GMT";

/** `PUT /stars/{starId}` */
export function replaceStar({ asked, given, rules, catalogue, path }: Call): Answer {
  const { id } = found(catalogue, given, path);
  const star = catalogue.replace(id, readStar(asked, rules));
  return stars(200, star, { etag: etagOf(star) });
}

/** `DELETE /stars/{starId}` */
export function forgetStar({ given, catalogue, path }: Call): Answer {
  catalogue.remove(found(catalogue, given, path).id);
  return { status: 204, headers: {} };
}

function readStar(asked: Asked, rules: Call["rules"]): JsonObject {
  const value = readJson(asked, "application/json");
  rules(newStar, value);
  if (!isObject(value)) throw new Problem(400, "That is no star");
  return value;
}

function found(catalogue: Catalogue, given: Call["given"], [text = ""]: readonly string[]): Star {
  given.path(text, "/paths/~1stars~1{starId}/parameters/0/schema", integer);
  if (BigInt(text) > 2n ** 63n - 1n) throw new Problem(400, "That is no 64 bits");
  const star = catalogue.star(text);
  if (star === undefined) throw new Problem(404, "There is no such star");
  return star;
}

function etagOf({ id, version }: Star): string {
  return `"${BigInt(id).toString(16)}0${version.toString(16)}"`;
}

/** Stars in JSON, in which their numbers are numbers. */
function stars(status: number, told: Star | readonly Star[], headers: Readonly<Record<string, string>>): Answer {
  const text = (star: Star) => `{"id":${star.id},${JSON.stringify(star.value).slice(1)}`;
  const body = "id" in told ? text(told) : `[${told.map(text).join(",")}]`;
  return { status, headers: { "content-type": "application/json", ...headers }, body };
}
