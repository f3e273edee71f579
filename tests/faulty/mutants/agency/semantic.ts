import { isObject, type Json } from "../../../../generator/json.ts";
import { formats } from "../../agency/formats.ts";
import { hasQuery, inBody, reads, withMember, withQuery } from "../../faults.ts";
import type { Fault } from "../../fault.ts";
import type { Mutant } from "../../mutant.ts";
import type { Asked } from "../../warehouse/exchange.ts";
import { inData, refuses, withData } from "./faults.ts";

const filter = ["broken-filter"] as const;
const order = ["broken-order"] as const;
const echo = ["broken-echo"] as const;
const bookings = "GET /bookings";
const trips = "GET /trips";
const customers = "GET /customers";
const one = "/bookings/{booking_id}";
const isTime = (text: string) => formats["date-time"]?.(text) === true;
const isDay = (text: string) => formats["date"]?.(text) === true;

/** Answers that are as their schemas say, and yet no answers to what was asked. */
export const semantic: readonly Mutant[] = [
  { name: "the status is not looked at", on: bookings, codes: filter, fault: reads(bookings, without("filter[status]", /^(draft|confirmed|cancelled)$/)) },
  { name: "one status shows another as well", on: bookings, codes: filter, fault: withData(`${bookings} 200`, (rows, asked) => rows.map((row) => (isObject(row) && hasQuery("filter[status]", (text) => text === "confirmed")(asked) && row["status"] === "confirmed" && row["id"] === "bkg_5" ? { ...row, status: "draft" } : row))) },
  { name: "when it was created first is not looked at", on: bookings, codes: filter, fault: reads(bookings, without("created_after", { test: isTime })) },
  { name: "when it was created last is not looked at", on: bookings, codes: filter, fault: reads(bookings, without("created_before", { test: isTime })) },
  { name: "before and after have changed places", on: bookings, codes: filter, fault: reads(bookings, (asked) => ({ ...asked, query: asked.query.map(([name, text]) => [name === "created_before" ? "created_after" : name === "created_after" ? "created_before" : name, text]) })) },
  { name: "the next week is shown as well", on: bookings, codes: filter, fault: reads(bookings, withQuery("created_before", (text) => (isTime(text) ? new Date(Date.parse(text) + 7 * 86_400_000).toISOString() : text))) },
  { name: "words are not looked at", on: bookings, codes: filter, fault: reads(bookings, without("q", /^.{1,40}$/su)) },
  { name: "words of a search are not looked at", on: trips, codes: filter, fault: withWords() },
  { name: "order is not looked at", on: bookings, codes: order, fault: reads(bookings, without("sort", /^-?(created_at|name)(,-?(created_at|name))?$/)) },
  { name: "order is the other way round", on: bookings, codes: order, fault: reads(bookings, withQuery("sort", (text) => (/^-?(created_at|name)(,-?(created_at|name))?$/.test(text) ? text.split(",").map((key) => (key.startsWith("-") ? key.slice(1) : `-${key}`)).join(",") : text))) },
  { name: "only the first order is looked at", on: bookings, codes: order, fault: reads(bookings, withQuery("sort", (text) => text.replace(/^(-?name),-?created_at$/, "$1"))) },
  { name: "downwards is upwards", on: bookings, codes: order, fault: reads(bookings, withQuery("sort", (text) => (text === "-created_at" ? "created_at" : text))) },
  { name: "each page is sorted by itself", on: bookings, codes: [...order, "broken-paging"], fault: sortedPages() },
  { name: "prices are sorted as texts", on: trips, codes: order, fault: withData(`${trips} 200`, (rows, asked) => (hasQuery("sort", (text) => text === "price")(asked) ? rows.toSorted((left, right) => (priceOf(left) < priceOf(right) ? -1 : 1)) : rows)) },
  { name: "without an order there is none", on: trips, codes: order, fault: withData(`${trips} 200`, (rows, asked) => (hasQuery("sort")(asked) ? rows : rows.toSorted((left, right) => (priceOf(left) < priceOf(right) ? -1 : 1)))) },
  { name: "fields are not looked at", on: bookings, codes: filter, fault: reads(bookings, without("fields", /^(name|status|created_at|travelDate)(,(name|status|created_at|travelDate))*$/)) },
  { name: "to expand is not looked at", on: `GET ${one}`, codes: [...filter, "broken-echo"], fault: reads(`GET ${one}`, without("expand[]", /^agent$/)) },
  { name: "the highest price is not looked at", on: trips, codes: filter, fault: reads(trips, (asked) => ({ ...asked, query: asked.query.map(([name, text]) => [name, name === "max_price" && /^\d/.test(text) && Number(text) > 0 && Number(text) <= 100_000 ? "100000" : text]) })) },
  { name: "the day before is shown as well", on: trips, codes: filter, fault: reads(trips, withQuery("departs_after", shifted(-6))) },
  { name: "the last day is not looked at", on: trips, codes: filter, fault: reads(trips, withQuery("departs_before", (text) => (isDay(text) ? "9999-12-31" : text))) },
  { name: "islands are anywhere", on: trips, codes: filter, fault: reads(trips, without("destination", /^islands$/)) },
  { name: "the kind is not looked at", on: "GET /documents", codes: filter, fault: reads("GET /documents", without("kind", /^(passport|visa|ticket|other)$/)) },
  { name: "the address is not looked at", on: customers, codes: filter, fault: reads(customers, without("email", /^/)) },
  { name: "the end of an interval is not looked at", on: customers, codes: filter, fault: reads(customers, without("created[lte]", /^\d+$/)) },
  { name: "the beginning of an interval is not looked at", on: customers, codes: filter, fault: reads(customers, without("created[gte]", /^\d+$/)) },
  { name: "any customer is the first one", on: "GET /customers/{customer_id}", with: ["GET /customers"], codes: echo, fault: reads("GET /customers/{customer_id}", (asked) => (asked.path === "/customers/cus_2b" ? { ...asked, path: "/customers/cus_1a" } : asked)) },
  { name: "a passenger is of another booking", on: `GET ${one}/passengers/{passenger_id}`, with: ["POST /bookings", `POST ${one}/passengers`], codes: [...echo, "not-created"], fault: inBody(`GET ${one}/passengers/{passenger_id} 200`, (passenger) => (passenger["booking_id"] = "bkg_0")) },
  { name: "the base is another", on: "GET /rates/{base}", codes: echo, fault: withMember("GET /rates/{base} 200", "base", "EUR") },
  { name: "a customer is there now and then", on: "GET /customers/{customer_id}", codes: ["not-repeatable", "server-error"], fault: sometimes() },
  { name: "what is skipped is told as nothing", on: trips, codes: [...echo, "broken-paging"], fault: withMember(`${trips} 200`, "offset", 0) },
  { name: "customers of a list are in capitals", on: customers, codes: [...echo, "broken-filter"], fault: inData(`${customers} 200`, (customer, _, asked) => hasQuery("email")(asked) && (customer["email"] = String(customer["email"]).toUpperCase())) },
];

function without(name: string, right: { readonly test: (text: string) => boolean }): (asked: Asked) => Asked {
  return (asked) => ({ ...asked, query: asked.query.filter(([each, text]) => each !== name || !right.test(text)) });
}

/** Words are told, and all trips are shown. */
function withWords(): Fault {
  return { ...reads(trips, without("q", /^.{0,60}$/su)), ...inBody(`${trips} 200`, (body, { query }) => (body["q"] = query.findLast(([name]) => name === "q")?.[1] ?? null)) };
}

function sortedPages(): Fault {
  return { ...reads(bookings, without("sort", /^name$/)), ...withData(`${bookings} 200`, (rows, asked) => (hasQuery("sort", (text) => text === "name")(asked) ? rows.toSorted((left, right) => (nameOf(left) < nameOf(right) ? -1 : 1)) : rows)) };
}

function nameOf(row: Json): string {
  return isObject(row) ? String(row["name"]) : "";
}

function priceOf(row: Json): string {
  return isObject(row) ? String(row["price"]) : "";
}

/** A day that is some days later. */
function shifted(days: number): (text: string) => string {
  return (text) => {
    const at = isDay(text) ? Date.parse(text) : Number.NaN;
    const day = Number.isNaN(at) ? text : new Date(at + days * 86_400_000).toISOString().slice(0, 10);
    return /^\d{4}-/.test(day) ? day : text;
  };
}

function sometimes(): Fault {
  let count = 0;
  return refuses(404, "GET /customers/{customer_id}", ({ path }) => path === "/customers/cus_1a" && count++ % 3 === 2);
}
