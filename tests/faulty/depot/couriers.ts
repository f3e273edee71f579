import { isObject, type Json, type JsonObject } from "../../../generator/json.ts";
import { type Answer, json } from "../warehouse/exchange.ts";
import type { Call } from "./call.ts";
import { readForm } from "./read-content.ts";
import { asBoolean, asInteger, asNumber, single, spaced, unescaped } from "./read-values.ts";
import { refuse } from "./refuse.ts";
import { tried } from "./tried.ts";

const list = "/paths/~1couriers/get/parameters";

/** `GET /couriers` */
export function listCouriers({ asked, rules, depot }: Call): Answer {
  const read = <Value extends Json>(index: number, name: string, reading: (text: string) => Value): Value | undefined => {
    const text = single(asked, name);
    return text === undefined ? undefined : tried(rules, `${list}/${index}/schema`, reading(text));
  };
  const page = read(0, "page", (text) => asInteger(spaced(text))) ?? 1;
  const size = read(1, "per_page", (text) => asInteger(spaced(text))) ?? 5;
  const zones = read(2, "zones", (text) => text.split(/%20|\+/).map(spaced));
  const codes = read(3, "codes", (text) => text.split(/\||%7C/i).map(spaced));
  const active = read(4, "active", (text) => asBoolean(spaced(text)));
  const stars = read(5, "min_rating", (text) => asNumber(spaced(text))) ?? 0;
  const sort = read(6, "sort", spaced);
  const wanted = depot.couriers().filter((courier) =>
    (zones === undefined || (Array.isArray(courier["zones"]) && courier["zones"].some((zone) => zones.includes(String(zone)))))
    && (codes?.includes(String(courier["code"])) ?? true) && (active === undefined || courier["active"] === active) && Number(courier["rating"]) >= stars);
  const sorted = sort === undefined ? wanted : inOrder(wanted, sort);
  const pageAt = (number: number) => `/couriers?${[...asked.query.filter(([name]) => name !== "page").map((pair) => pair.join("=")), `page=${number}`].join("&")}`;
  const links = [...(page * size < sorted.length ? [`<${pageAt(page + 1)}>; rel="next"`] : []), ...(page > 1 ? [`<${pageAt(1)}>; rel="first"`] : [])];
  return json(200, sorted.slice((page - 1) * size, page * size), {
    "x-total-count": String(sorted.length), "x-zones": "north,east,south,west", "x-as-of": "2026-03-01", ...(links.length > 0 && { link: links.join(", ") }),
  });
}

function inOrder(some: readonly JsonObject[], sort: string): JsonObject[] {
  const [sign, name] = sort.startsWith("-") ? [-1, sort.slice(1)] as const : [1, sort] as const;
  const compare = (one: Json | undefined, other: Json | undefined) => (typeof one === "number" && typeof other === "number" ? one - other : String(one) < String(other) ? -1 : 1);
  return some.toSorted((one, other) => sign * compare(one[name], other[name]));
}

/** `GET /couriers/{courierId}` */
export function getCourier({ rules, depot, path: [text = ""] }: Call): Answer {
  const id = tried(rules, "/paths/~1couriers~1{courierId}/get/parameters/0/schema", asInteger(unescaped(text)));
  return json(200, depot.couriers().find(({ courierId }) => courierId === id) ?? refuse(404, "There is no such courier"));
}

/** `POST /pickups` */
export function orderPickup({ asked, rules, depot }: Call): Answer {
  const value: Record<string, Json> = {};
  const form = readForm(asked);
  for (const [name, text] of form.filter(([each]) => each !== "slots")) {
    if (Object.hasOwn(value, name)) refuse(422, `${name} is there twice`);
    value[name] = name === "people" && /^-?[0-9]{1,9}$/.test(text) ? Number(text) : text;
  }
  const slots = form.filter(([name]) => name === "slots").map(([, text]) => text);
  if (slots.length > 0) value["slots"] = slots;
  rules("/paths/~1pickups/post/requestBody/content/application~1x-www-form-urlencoded/schema", value);
  const pickup = depot.order({ people: 1, ...value });
  return json(202, pickup, { location: `/pickups/${String(pickup["pickupId"])}`, "retry-after": "1" });
}

/** `GET /pickups/{pickupId}` */
export function getPickup({ rules, depot, path: [text = ""] }: Call): Answer {
  const id = tried(rules, "/paths/~1pickups~1{pickupId}/get/parameters/0/schema", asInteger(unescaped(text)));
  const pickup = depot.pickup(id);
  return isObject(pickup) ? json(200, pickup) : refuse(404, "There is no such pickup");
}
