import { Buffer } from "node:buffer";
import { isObject, type Json, type JsonObject } from "../../../../generator/json.ts";
import type { Kept } from "../../agency/ledger.ts";
import type { Fault } from "../../fault.ts";
import { hasQuery, reads, rule, withQuery, withRequestHeader } from "../../faults.ts";
import type { Mutant } from "../../mutant.ts";
import { readsBody, readsForm, readsObject } from "./faults.ts";

const accepted = ["invalid-request-accepted"] as const;
const passengers = "/bookings/{booking_id}/passengers";
const rates = "/rates/{base}";
const list = "/paths/~1bookings/get/parameters";
const trips = "/paths/~1trips/get/parameters";
const form = "/paths/~1documents/post/requestBody/content/multipart~1form-data/schema";

/** Requests that are wrong, and are taken; what is taken is made right, so that nothing else shows. */
export const negative: readonly Mutant[] = [
  { name: "a larger page is accepted", on: "GET /bookings", codes: accepted, fault: reads("GET /bookings", withQuery("per_page", (text) => (text === "101" ? "100" : text))) },
  { name: "page zero is accepted", on: "GET /bookings", codes: accepted, fault: reads("GET /bookings", withQuery("page", (text) => (text === "0" ? "1" : text))) },
  { name: "a page below nothing is accepted", on: "GET /documents", codes: accepted, fault: reads("GET /documents", withQuery("page", (text) => (/^-\d+$/.test(text) ? "1" : text))) },
  { name: "any text is a number", on: "GET /trips", codes: accepted, fault: reads("GET /trips", withQuery("limit", (text) => (/^-?\d+$/.test(text) ? text : "20"))) },
  { name: "a price of nothing is accepted", on: "GET /trips", codes: accepted, fault: rule(`${trips}/2/schema/exclusiveMinimum`, false) },
  { name: "a larger amount is accepted", on: `GET ${rates}`, codes: accepted, fault: rule("/paths/~1rates~1{base}/get/parameters/1/schema/maximum", 2e6) },
  { name: "no amount is one", on: `GET ${rates}`, codes: accepted, fault: reads(`GET ${rates}`, (asked) => (hasQuery("amount")(asked) ? asked : { ...asked, query: [...asked.query, ["amount", "1"]] })) },
  { name: "a day that there is not is accepted", on: `GET ${rates}`, codes: accepted, fault: reads(`GET ${rates}`, withQuery("on", (text) => (/^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).getUTCDate() !== Number(text.slice(8)) ? "2026-03-01" : text))) },
  { name: "no first day is accepted", on: "GET /reports/bookings", codes: accepted, fault: reads("GET /reports/bookings", (asked) => (hasQuery("from")(asked) ? asked : { ...asked, query: [...asked.query, ["from", "2026-01-01"]] })) },
  { name: "a status that nobody knows is accepted", on: "GET /bookings", codes: accepted, fault: rule("/components/schemas/BookingStatus/enum") },
  { name: "to sort by anything is accepted", on: "GET /bookings", codes: accepted, fault: rule(`${list}/2/schema/items/enum`) },
  { name: "to sort by three is accepted", on: "GET /bookings", codes: accepted, fault: rule(`${list}/2/schema/maxItems`) },
  { name: "a time that is none is accepted", on: "GET /bookings", codes: accepted, fault: rule(`${list}/4/schema/format`) },
  { name: "words that are too long are accepted", on: "GET /bookings", codes: accepted, fault: rule(`${list}/6/schema/maxLength`) },
  { name: "to expand anything is accepted", on: "GET /bookings/{booking_id}", codes: accepted, fault: rule("/components/parameters/Expand/schema/items/enum") },
  { name: "a kind that nobody knows is accepted", on: "GET /documents", codes: accepted, fault: reads("GET /documents", (asked) => ({ ...asked, query: asked.query.filter(([name, text]) => name !== "kind" || ["passport", "visa", "ticket", "other"].includes(text)) })) },
  { name: "a beginning that is no number is accepted", on: "GET /customers", codes: accepted, fault: rule("/paths/~1customers/get/parameters/3/schema/properties/gte", {}) },
  { name: "no address is accepted", on: "POST /bookings", codes: accepted, fault: filled("POST /bookings", "email", "nobody@example.com") },
  { name: "an address that is none is accepted", on: "POST /bookings", codes: accepted, fault: readsObject("POST /bookings", (value) => (typeof value["email"] === "string" && !value["email"].includes("@") ? { ...value, email: "nobody@example.com" } : value)) },
  { name: "a day that is null is accepted", on: "POST /bookings", codes: accepted, fault: readsObject("POST /bookings", (value) => (value["travelDate"] === null ? { ...value, travelDate: "2026-05-01" } : value)) },
  { name: "seats may be a text", on: "POST /bookings", codes: accepted, fault: inItems((item) => (typeof item["seats"] === "string" && /^[1-9]$/.test(item["seats"]) ? { ...item, seats: Number(item["seats"]) } : item)) },
  { name: "ten seats are accepted", on: "POST /bookings", codes: accepted, fault: inItems((item) => (item["seats"] === 10 ? { ...item, seats: 9 } : item)) },
  { name: "a night of nothing is accepted", on: "POST /bookings", codes: accepted, fault: inItems((item) => (item["nights"] === 0 ? { ...item, nights: 1 } : item)) },
  { name: "a flight in small letters is accepted", on: "POST /bookings", codes: accepted, fault: inItems((item) => (typeof item["flight_no"] === "string" ? { ...item, flight_no: item["flight_no"].toUpperCase() } : item)) },
  { name: "a flight is any text", on: "POST /bookings", codes: accepted, fault: inItems((item) => (typeof item["flight_no"] === "string" && !/^[A-Z]{2}[0-9]{1,4}$/.test(item["flight_no"]) ? { ...item, flight_no: "LX1" } : item)) },
  { name: "an item that nobody knows is accepted", on: "POST /bookings", codes: accepted, fault: inItems((item) => (typeof item["type"] === "string" && !["flight", "hotel", "car"].includes(item["type"]) ? { type: "hotel", nights: 1 } : item)) },
  { name: "an item without a kind is accepted", on: "POST /bookings", codes: accepted, fault: inItems((item) => (item["type"] === undefined ? { type: "hotel", nights: 1 } : item)) },
  { name: "no items are accepted", on: "POST /bookings", codes: accepted, fault: readsObject("POST /bookings", (value) => (Array.isArray(value["items"]) && value["items"].length === 0 ? { ...value, items: [{ type: "hotel", nights: 1 }] } : value)) },
  { name: "a tag that is there twice is accepted", on: "POST /bookings", codes: accepted, fault: readsObject("POST /bookings", (value) => (Array.isArray(value["tags"]) && value["tags"].every((tag) => typeof tag === "string") ? { ...value, tags: [...new Set(value["tags"])] } : value)) },
  { name: "four metadata are accepted", on: "POST /bookings", codes: accepted, fault: readsObject("POST /bookings", (value) => (isObject(value["metadata"]) ? { ...value, metadata: Object.fromEntries(Object.entries(value["metadata"]).slice(0, 3)) } : value)) },
  { name: "metadata may be numbers", on: "POST /bookings", codes: accepted, fault: readsObject("POST /bookings", (value) => (isObject(value["metadata"]) ? { ...value, metadata: Object.fromEntries(Object.entries(value["metadata"]).map(([name, each]) => [name, typeof each === "number" ? String(each) : each])) } : value)) },
  { name: "a short password is accepted", on: "POST /bookings", codes: accepted, fault: rule("/components/schemas/BookingInput/properties/access_code/minLength") },
  { name: "a key that is too long is accepted", on: "POST /bookings", codes: accepted, fault: rule("/paths/~1bookings/post/parameters/0/schema/maxLength") },
  { name: "to change nothing is accepted", on: "PATCH /bookings/{booking_id}", codes: accepted, fault: rule("/components/schemas/BookingPatch/minProperties") },
  { name: "half a kilogram and less is accepted", on: `POST ${passengers}`, codes: accepted, fault: readsObject(`POST ${passengers}`, (value) => (typeof value["luggage_kg"] === "number" ? { ...value, luggage_kg: Math.round(value["luggage_kg"] * 2) / 2 } : value)) },
  { name: "more luggage is accepted", on: `PUT ${passengers}/{passenger_id}`, codes: accepted, fault: readsObject(`PUT ${passengers}/{passenger_id}`, (value) => (Number(value["luggage_kg"]) > 64 ? { ...value, luggage_kg: 64 } : value)) },
  { name: "true may be one", on: `POST ${passengers}`, codes: accepted, fault: readsObject(`POST ${passengers}`, (value) => (value["wheelchair"] === 1 || value["wheelchair"] === "true" ? { ...value, wheelchair: true } : value)) },
  { name: "an id that is sent is kept", on: `POST ${passengers}`, with: [`GET ${passengers}/{passenger_id}`], codes: ["broken-echo", "invalid-request-accepted", "not-created"], fault: assigned("id") },
  { name: "a time of creation that is sent is kept", on: `POST ${passengers}`, with: [`GET ${passengers}/{passenger_id}`], codes: ["broken-echo", "invalid-request-accepted", "not-created"], fault: assigned("created_at") },
  { name: "an export says more", on: "POST /exports", codes: accepted, fault: rule("/components/schemas/ExportInput/additionalProperties") },
  { name: "a time is a day", on: "POST /exports", codes: accepted, fault: readsObject("POST /exports", (value) => (typeof value["since"] === "string" ? { ...value, since: /^\d{4}-\d\d-\d\d/.exec(value["since"])?.[0] ?? "2026-01-01" } : value)) },
  { name: "a format in capitals is accepted", on: "POST /exports", codes: accepted, fault: readsObject("POST /exports", (value) => (typeof value["format"] === "string" && !["csv", "json"].includes(value["format"]) ? { ...value, format: "csv" } : value)) },
  { name: "six at once are accepted", on: "POST /customers/batch", codes: accepted, fault: readsBody("POST /customers/batch", (value) => (Array.isArray(value) ? value.slice(0, 5) : value)) },
  { name: "one is a list of one", on: "POST /customers/batch", codes: accepted, fault: readsBody("POST /customers/batch", (value) => (isObject(value) ? [{ name: "Ada", email: "ada@example.com", ...picked(value) }] : value)) },
  { name: "none at all are accepted", on: "POST /customers/batch", codes: accepted, fault: readsBody("POST /customers/batch", (value) => (Array.isArray(value) && value.length === 0 ? [{ name: "Ada", email: "ada@example.com" }] : value)) },
  { name: "yes and no are accepted", on: "POST /customers", codes: accepted, fault: readsForm("POST /customers", (fields) => fields.has("newsletter") && !["true", "false"].includes(fields.get("newsletter") ?? "") && fields.set("newsletter", "true")) },
  { name: "a balance with decimals is accepted", on: "POST /customers", codes: accepted, fault: readsForm("POST /customers", (fields) => /^-?\d+\.\d+$/.test(fields.get("balance") ?? "") && fields.set("balance", String(Math.trunc(Number(fields.get("balance")))))) },
  { name: "an address without its street is accepted", on: "POST /customers", codes: accepted, fault: readsForm("POST /customers", (fields) => [...fields.keys()].some((name) => name.startsWith("address[")) && !fields.has("address[line1]") && fields.set("address[line1]", "?")) },
  { name: "four tags are accepted", on: "POST /customers", codes: accepted, fault: readsForm("POST /customers", (fields) => {
    const tags = fields.getAll("tags");
    fields.delete("tags");
    for (const tag of tags.slice(0, 3)) fields.append("tags", tag);
  }) },
  { name: "no title is accepted", on: "POST /documents", codes: accepted, fault: rule(`${form}/required`, ["file", "kind"]) },
  { name: "no file is accepted", on: "POST /documents", codes: accepted, fault: rule(`${form}/required`, ["title", "kind"]) },
  { name: "a longer document is accepted", on: "POST /documents", codes: accepted, fault: rule(`${form}/properties/pages/maximum`) },
  { name: "what is extra need have no language", on: "POST /documents", codes: accepted, fault: rule(`${form}/properties/extra/required`) },
  { name: "JSON may be plain text", on: "POST /exports", codes: accepted, fault: reads("POST /exports", (asked) => (/^text\/plain/.test(asked.headers.get("content-type") ?? "") ? withRequestHeader("content-type", "application/json")(asked) : asked)) },
  { name: "any media type is accepted", on: "PATCH /bookings/{booking_id}", codes: accepted, fault: reads("PATCH /bookings/{booking_id}", (asked) => withRequestHeader("content-type", "application/json")(asked)) },
  { name: "what follows JSON is not looked at", on: "POST /customers/batch", codes: [...accepted, "protocol-violation"], fault: reads("POST /customers/batch", (asked) => ({ ...asked, body: Buffer.from(asked.body.toString("latin1").replace(/\][^\]]*$/, "]"), "latin1") })) },
  { name: "what is no UTF-8 is accepted", on: "POST /bookings", codes: [...accepted, "protocol-violation"], fault: reads("POST /bookings", (asked) => ({ ...asked, body: Buffer.from(asked.body.toString("utf8")) })) },
];

function filled(operation: string, name: string, value: Json): Fault {
  return readsObject(operation, (given) => (Object.hasOwn(given, name) ? given : { ...given, [name]: value }));
}

function inItems(change: (item: JsonObject) => JsonObject): Fault {
  return readsObject("POST /bookings", (value) => (Array.isArray(value["items"]) ? { ...value, items: value["items"].map((item) => (isObject(item) ? change(item) : item)) } : value));
}

function picked({ name, email }: JsonObject): JsonObject {
  return { ...(typeof name === "string" && name !== "" && name.length <= 50 && { name }), ...(typeof email === "string" && /^\w+@\w+\.\w+$/.test(email) && { email }) };
}

/** A member that only the agency is to set is taken from whoever asks. */
function assigned(name: "id" | "created_at"): Fault {
  let sent: Json | undefined;
  const look = readsObject(`POST ${passengers}`, (value) => {
    sent = value[name];
    return value;
  }).asked;
  return {
    asked: (asked) => {
      sent = undefined;
      return look?.(asked) ?? asked;
    },
    ledger: (ledger) => ({ ...ledger, keepPassenger: (bookingId, passenger) => ledger.keepPassenger(bookingId, taken(passenger, name, sent)) }),
  };
}

function taken(passenger: Kept, name: "id" | "created_at", sent: Json | undefined): Kept {
  return typeof sent !== "string" || sent === "" ? passenger : name === "id" ? { ...passenger, id: sent } : { ...passenger, created_at: sent };
}
