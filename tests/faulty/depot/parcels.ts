import { isObject, type Json, type JsonObject } from "../../../generator/json.ts";
import { type Answer, type Asked, json } from "../warehouse/exchange.ts";
import type { Call } from "./call.ts";
import type { Parcel } from "./depot.ts";
import { etagOf, expectMatch, isFresh } from "./states.ts";
import { readJson } from "./read-content.ts";
import { asInteger, single, spaced, unescaped } from "./read-values.ts";
import { refuse } from "./refuse.ts";
import { tried } from "./tried.ts";

const list = "/paths/~1parcels/get/parameters";

/** `GET /parcels` */
export function listParcels({ asked, rules, depot }: Call): Answer {
  const read = <Value extends Json>(index: number, name: string, reading: (text: string) => Value): Value | undefined => {
    const text = single(asked, name);
    return text === undefined ? undefined : tried(rules, `${list}/${index}/schema`, reading(text));
  };
  const limit = read(0, "limit", (text) => asInteger(spaced(text))) ?? 10;
  const start = Number((read(1, "cursor", spaced) ?? "p0").slice(1));
  const statuses = read(2, "status", (text) => text.split(",").map(spaced));
  const kind = read(3, "kind", spaced);
  const tags = tried(rules, `${list}/4/schema`, asked.query.filter(([name]) => name === "tag").map(([, text]) => spaced(text)));
  const { from = "0000", to = "9999" } = createdIn(asked, rules);
  const sort = read(6, "sort", spaced);
  const direction = read(7, "order", spaced) === "desc" ? -1 : 1;
  const id = requestId({ asked, rules });
  const wanted = depot.parcels().map(({ value }) => value).filter((value) => {
    const [has, day] = [value["tags"], String(value["createdAt"]).slice(0, 10)];
    return (statuses?.includes(String(value["status"])) ?? true) && (kind === undefined || value["kind"] === kind)
      && tags.every((tag) => Array.isArray(has) && has.includes(tag)) && day >= from && day <= to;
  });
  if (sort !== undefined) wanted.sort((one, other) => direction * compare(one[sort] ?? null, other[sort] ?? null));
  const end = start + limit;
  return json(200, { data: wanted.slice(start, end), next: end < wanted.length ? `p${end}` : null, total: wanted.length }, id);
}

function createdIn({ query }: Asked, rules: Call["rules"]): { from?: string; to?: string } {
  const given: Record<string, string> = {};
  for (const [name, text] of query) {
    const [, member] = /^created\[(.*)\]$/.exec(name) ?? [];
    if (member === undefined) continue;
    if (Object.hasOwn(given, member)) refuse(400, "It is there twice");
    given[member] = spaced(text);
  }
  return Object.keys(given).length === 0 ? {} : tried(rules, `${list}/5/schema`, given);
}

function compare(one: Json, other: Json): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  return String(one) < String(other) ? -1 : String(one) > String(other) ? 1 : 0;
}

function requestId({ asked, rules }: Pick<Call, "asked" | "rules">): Record<string, string> {
  const id = asked.headers.get("x-request-id");
  return id === undefined ? {} : { "x-request-id": tried(rules, "/components/parameters/RequestId/schema", id) };
}

/** `POST /parcels` */
export function createParcel({ asked, rules, depot }: Call): Answer {
  const id = requestId({ asked, rules });
  const value = readParcel(asked, rules);
  expectFree(depot, value);
  const parcel = depot.add(value);
  return json(201, parcel.value, { location: `/parcels/${parcel.id}`, etag: etagOf(parcel), ...id });
}

/** `GET /parcels/{parcelId}`, and `HEAD` */
export function getParcel(call: Call): Answer {
  const parcel = parcelOf(call);
  const headers = { etag: etagOf(parcel), "last-modified": parcel.changed.toUTCString() };
  return isFresh(call.asked, parcel) ? { status: 304, headers: { etag: headers.etag } } : json(200, parcel.value, headers);
}

/** `PUT /parcels/{parcelId}` */
export function replaceParcel(call: Call): Answer {
  const value = readParcel(call.asked, call.rules);
  const parcel = parcelOf(call);
  expectMatch(call.asked, parcel);
  expectFree(call.depot, value, parcel.id);
  return told(call.depot.replace(parcel.id, value));
}

/** `PATCH /parcels/{parcelId}` */
export function changeParcel(call: Call): Answer {
  const change = readJson(call.asked, "application/merge-patch+json");
  call.rules("/components/schemas/ParcelPatch", change);
  const parcel = parcelOf(call);
  expectMatch(call.asked, parcel);
  // RFC 7396: what is null goes, all else takes the place of what was.
  const merged = Object.entries({ ...parcel.value, ...(isObject(change) && change) }).filter(([name, value]) => value !== null || !isObject(change) || !Object.hasOwn(change, name));
  return told(call.depot.replace(parcel.id, Object.fromEntries(merged)));
}

/** `DELETE /parcels/{parcelId}` */
export function removeParcel(call: Call): Answer {
  call.depot.remove(parcelOf(call).id);
  return { status: 204, headers: {} };
}

/** `GET /parcels/{parcelId}/label` */
export function getLabel(call: Call): Answer {
  const dpi = single(call.asked, "dpi");
  if (dpi !== undefined) tried(call.rules, "/paths/~1parcels~1{parcelId}~1label/get/parameters/1/schema", asInteger(spaced(dpi)));
  const { value } = parcelOf(call);
  return { status: 200, headers: { "content-type": "image/png", "content-disposition": `inline; filename="${String(value["reference"])}.png"` }, body: picture };
}

const picture = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==", "base64");

function told(parcel: Parcel): Answer {
  return json(200, parcel.value, { etag: etagOf(parcel) });
}

function parcelOf({ depot, path: [id = ""] }: Call): Parcel {
  return depot.parcel(unescaped(id)) ?? refuse(404, "There is no such parcel");
}

function readParcel(asked: Asked, rules: Call["rules"]): JsonObject {
  const value = readJson(asked, "application/json");
  rules("/components/schemas/NewParcel", value);
  return isObject(value) ? value : refuse(422, "That is no parcel");
}

function expectFree(depot: Call["depot"], { reference }: JsonObject, id?: string): void {
  if (depot.parcels().some((parcel) => parcel.id !== id && parcel.value["reference"] === reference)) refuse(409, "There is one with this reference");
}
