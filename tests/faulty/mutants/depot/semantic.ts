import { isObject, type Json } from "../../../../generator/json.ts";
import type { Fault } from "../../fault.ts";
import { changed, forgetting, inBody, reads, withHeader, withMember, withQuery } from "../../faults.ts";
import type { Mutant } from "../../mutant.ts";

const parcels = "GET /parcels";
const couriers = "GET /couriers";
const slots = "GET /bays/{hall}/slots/{slots}";
const filter = ["broken-filter"] as const;
const order = ["broken-order"] as const;
const echo = ["broken-echo"] as const;
const status = /^(registered|stored|sent)(,(registered|stored|sent))*$/;
const day = /^\d{4}-\d\d-\d\d$/;

/** Answers that are right by themselves, and wrong for what was asked. */
export const semantic: readonly Mutant[] = [
  { name: "status is not looked at", on: parcels, codes: filter, fault: reads(parcels, forgetting("status", status)) },
  { name: "kind is not looked at", on: parcels, codes: filter, fault: reads(parcels, forgetting("kind", /^(letter|box|pallet)$/)) },
  { name: "pallets are boxes to a filter", on: parcels, codes: filter, fault: reads(parcels, withQuery("kind", (text) => (text === "pallet" ? "box" : text))) },
  { name: "tags are not looked at", on: parcels, codes: filter, fault: reads(parcels, (asked) => ({ ...asked, query: asked.query.filter(([name, text], _, all) => name !== "tag" || text === "" || text.length > 12 || all.filter(([each]) => each === "tag").length > 3) })) },
  { name: "the beginning of a span is not looked at", on: parcels, codes: filter, fault: reads(parcels, forgetting("created[from]", day)) },
  { name: "the end of a span is not looked at", on: parcels, codes: filter, fault: reads(parcels, forgetting("created[to]", day)) },
  { name: "how it is sorted is not looked at", on: parcels, codes: order, fault: reads(parcels, forgetting("sort", /^(weight|reference|createdAt)$/)) },
  { name: "the direction is not looked at", on: parcels, codes: order, fault: reads(parcels, forgetting("order", /^(asc|desc)$/)) },
  { name: "the direction is turned", on: parcels, codes: order, fault: reads(parcels, withQuery("order", (text) => (text === "asc" ? "desc" : text === "desc" ? "asc" : text))) },
  { name: "weights are sorted as texts", on: parcels, codes: order, fault: inBody("GET /parcels 200", (page, { query }) => {
    const weight = (row: Json) => (isObject(row) ? String(row["weight"]) : "");
    const turned = query.some(([name, text]) => name === "order" && text === "desc") ? -1 : 1;
    if (query.some(([name, text]) => name === "sort" && text === "weight") && Array.isArray(page["data"])) page["data"].sort((one, other) => turned * (weight(one) < weight(other) ? -1 : 1));
  }) },
  { name: "only each page is sorted", on: parcels, codes: [...order, "broken-paging"], fault: sortedByPage() },
  { name: "zones are not looked at", on: couriers, codes: filter, fault: reads(couriers, forgetting("zones", /^(north|east|south|west)((%20|\+)(north|east|south|west)){0,3}$/)) },
  { name: "codes are not looked at", on: couriers, codes: filter, fault: reads(couriers, forgetting("codes", /^[A-Z]{2}\d\d((\||%7C)[A-Z]{2}\d\d){0,4}$/i)) },
  { name: "active is not looked at", on: couriers, codes: filter, fault: reads(couriers, forgetting("active", /^(true|false)$/)) },
  { name: "who is not active is not filtered", on: couriers, codes: filter, fault: reads(couriers, forgetting("active", /^false$/)) },
  { name: "stars are not looked at", on: couriers, codes: filter, fault: reads(couriers, forgetting("min_rating", /^([0-4](\.\d+)?|5)$/)) },
  { name: "names are never sorted downwards", on: couriers, codes: order, fault: reads(couriers, withQuery("sort", (text) => text.replace(/^-name$/, "name"))) },
  { name: "stars are sorted by name", on: couriers, codes: order, fault: reads(couriers, withQuery("sort", (text) => text.replace("rating", "name"))) },
  { name: "the id of a request is not told", on: parcels, codes: echo, fault: withHeader("GET /parcels 200", "x-request-id") },
  { name: "a request gets another id", on: "POST /parcels", codes: echo, fault: changed("POST /parcels 201", (answer) => (answer.headers["x-request-id"] === undefined ? answer : { ...answer, headers: { ...answer.headers, "x-request-id": "11111111-2222-4333-8444-555555555555" } })) },
  { name: "a parcel is another one", on: "GET /parcels/{parcelId}", with: ["POST /parcels"], codes: [...echo, "not-created"], fault: withMember("GET /parcels/{parcelId} 200", "id", "11111111-2222-4333-8444-555555555555") },
  { name: "a change tells another id", on: "PATCH /parcels/{parcelId}", with: ["POST /parcels"], codes: [...echo, "not-updated"], fault: withMember("PATCH /parcels/{parcelId} 200", "id", "11111111-2222-4333-8444-555555555555") },
  { name: "all couriers are one", on: "GET /couriers/{courierId}", codes: echo, fault: withMember("GET /couriers/{courierId} 200", "courierId", 3) },
  { name: "all halls are cold", on: slots, codes: echo, fault: withMember(`${slots} 200`, "hall", "cold") },
  { name: "slots are told in another order", on: slots, codes: echo, fault: inBody(`${slots} 200`, (told) => Array.isArray(told["slots"]) && told["slots"].reverse()) },
  { name: "only the first slot is told", on: slots, codes: echo, fault: inBody(`${slots} 200`, (told) => Array.isArray(told["slots"]) && (told["slots"] = told["slots"].slice(0, 1))) },
  { name: "from and to change places", on: "GET /rates", codes: [...echo, "invalid-response-body"], fault: inBody("GET /rates 200", (told) => (told["from"] = "XX")) },
  { name: "a city is in capitals", on: "GET /rates", codes: echo, fault: inBody("GET /rates 200", (told) => (told["to"] = String(told["to"]).toUpperCase())) },
  { name: "a time is told in another zone", on: "GET /rates", codes: echo, fault: inBody("GET /rates 200", (told) => typeof told["at"] === "string" && (told["at"] = told["at"].replace(/[zZ]$|[+-]\d\d:\d\d$/, "+05:30"))) },
  { name: "a width is told as a length", on: "GET /rates", codes: echo, fault: inBody("GET /rates 200", (told) => isObject(told["size"]) && (told["size"]["length"] = told["size"]["width"] ?? 1)) },
  { name: "a claim is told with another reason", on: "POST /claims", codes: [...echo, "not-created"], fault: inBody("POST /claims 201", (told) => isObject(told["claim"]) && (told["claim"]["reason"] = "late")) },
  { name: "a pickup is a day late", on: "POST /pickups", with: ["GET /pickups/{pickupId}"], codes: [...echo, "not-created"], fault: inBody("POST /pickups 202", (told) => (told["day"] = new Date(Date.parse(String(told["day"])) + 86_400_000).toISOString().slice(0, 10))) },
];

/** Takes the pages as they are, and sorts each by itself. */
function sortedByPage(): Fault {
  return { ...reads(parcels, (asked) => ({ ...asked, query: asked.query.map(([name, text]) => [name === "sort" && /^(weight|reference|createdAt)$/.test(text) ? "sorted" : name, text]) })), ...inBody("GET /parcels 200", (page, { query }) => {
    const [, name] = query.find(([each]) => each === "sort") ?? [];
    const turned = query.some(([each, text]) => each === "order" && text === "desc") ? -1 : 1;
    const key = (row: Json) => (isObject(row) && name !== undefined ? row[name] : "");
    const before = (one: Json, other: Json) => (name === "weight" ? Number(key(one)) < Number(key(other)) : String(key(one)) < String(key(other)));
    if (name !== undefined && Array.isArray(page["data"])) page["data"].sort((one, other) => turned * (before(one, other) ? -1 : 1));
  }) };
}
