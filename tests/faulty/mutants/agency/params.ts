import { isObject } from "../../../../generator/json.ts";
import { answers, hasQuery, inBody, reads, withQuery } from "../../faults.ts";
import type { Mutant } from "../../mutant.ts";
import { hasBody, inData, queryOf, readsForm, refuses, withData } from "./faults.ts";

const refused = ["valid-request-refused"] as const;
const failed = ["server-error"] as const;
const echo = ["broken-echo", "not-created"] as const;
const one = "/bookings/{booking_id}";
const rates = "/rates/{base}";

/** Parameters and bodies of valid requests that are read wrongly. */
export const params: readonly Mutant[] = [
  { name: "to sort by two makes it fail", on: "GET /bookings", codes: failed, fault: answers(500, "GET /bookings", hasQuery("sort", (text) => text.includes(","))) },
  { name: "an offset of a time is decoded twice", on: "GET /bookings", codes: refused, fault: reads("GET /bookings", withQuery("created_after", (text) => text.replace("+", " "))) },
  { name: "a time in another zone makes it fail", on: "GET /bookings", codes: failed, fault: answers(500, "GET /bookings", hasQuery("created_before", (text) => /[+-]\d\d:\d\d$/.test(text))) },
  { name: "a text is decoded twice", on: "GET /trips", codes: failed, fault: answers(500, "GET /trips", hasQuery("q", (text) => /%(?![0-9a-f]{2})/i.test(text))) },
  { name: "a text ends at an ampersand", on: "GET /trips", codes: ["broken-echo"], fault: reads("GET /trips", withQuery("q", (text) => text.split("&")[0] ?? "")) },
  { name: "a text is in small letters", on: "GET /trips", codes: ["broken-echo"], fault: inBody("GET /trips 200", (body) => typeof body["q"] === "string" && (body["q"] = body["q"].toLowerCase())) },
  { name: "a plus becomes a space", on: "GET /trips", codes: ["broken-echo"], fault: reads("GET /trips", withQuery("q", (text) => text.replaceAll("+", " "))) },
  { name: "the default limit is another", on: "GET /trips", codes: ["broken-paging", "broken-echo"], fault: reads("GET /trips", (asked) => (hasQuery("limit")(asked) ? asked : { ...asked, query: [...asked.query, ["limit", "25"]] })) },
  { name: "the default size of a page is another", on: "GET /bookings", codes: ["broken-paging", "broken-echo"], fault: reads("GET /bookings", (asked) => (hasQuery("per_page")(asked) ? asked : { ...asked, query: [...asked.query, ["per_page", "20"]] })) },
  { name: "to expand makes it fail", on: `GET ${one}`, codes: failed, fault: answers(500, `GET ${one}`, hasQuery("expand[]")) },
  { name: "what is expanded has no name", on: "GET /bookings", codes: ["invalid-response-body"], fault: inData("GET /bookings 200", ({ agent }) => isObject(agent) && delete agent["full_name"]) },
  { name: "fields are all there is, without an id", on: "GET /bookings", codes: ["invalid-response-body"], fault: inData("GET /bookings 200", (row, _, asked) => hasQuery("fields")(asked) && delete row["id"]) },
  { name: "two fields make it fail", on: "GET /bookings", codes: failed, fault: answers(500, "GET /bookings", hasQuery("fields", (text) => text.includes(","))) },
  { name: "two symbols are refused", on: `GET ${rates}`, codes: refused, fault: refuses(400, `GET ${rates}`, hasQuery("symbols", (text) => text.includes(","))) },
  { name: "an amount is to be whole", on: `GET ${rates}`, codes: refused, fault: refuses(400, `GET ${rates}`, hasQuery("amount", (text) => /^\d+\.\d*[1-9]$/.test(text))) },
  { name: "an amount is cut", on: `GET ${rates}`, codes: ["broken-echo"], fault: inBody(`GET ${rates} 200`, (body) => Number(body["amount"]) > 1 && (body["amount"] = Math.floor(Number(body["amount"])))) },
  { name: "the day is always today", on: `GET ${rates}`, codes: ["broken-echo"], fault: inBody(`GET ${rates} 200`, (body) => (body["on"] = "2026-03-01")) },
  { name: "yen are nothing", on: `GET ${rates}`, codes: ["invalid-response-body"], fault: inBody(`GET ${rates} 200`, ({ base, rates }) => base === "JPY" && isObject(rates) && Object.keys(rates).forEach((symbol) => (rates[symbol] = null))) },
  { name: "francs are not known", on: `GET ${rates}`, codes: refused, fault: refuses(400, `GET ${rates}`, ({ path }) => path.endsWith("/CHF")) },
  { name: "only an end makes it fail", on: "GET /customers", codes: failed, fault: answers(500, "GET /customers", (asked) => hasQuery("created[lte]")(asked) && !hasQuery("created[gte]")(asked)) },
  { name: "a status of the filter makes it fail", on: "GET /bookings", codes: failed, fault: answers(500, "GET /bookings", hasQuery("filter[status]", (text) => text === "confirmed")) },
  { name: "a long key makes it fail", on: "POST /bookings", codes: failed, fault: answers(500, "POST /bookings", ({ headers }) => (headers.get("idempotency-key") ?? "").length > 32) },
  { name: "a city makes it fail", on: "POST /customers", codes: failed, fault: answers(500, "POST /customers", hasBody(/(^|&)address(\[|%5B)city(\]|%5D)=/i)) },
  { name: "of several tags, the last one is kept", on: "POST /customers", codes: echo, fault: readsForm("POST /customers", (form) => form.getAll("tags").length > 1 && form.set("tags", form.getAll("tags").at(-1) ?? "")) },
  { name: "false is true in a form", on: "POST /customers", codes: echo, fault: readsForm("POST /customers", (form) => form.get("newsletter") === "false" && form.set("newsletter", "true")) },
  { name: "a part that is a number is told as a text", on: "POST /documents", codes: ["invalid-response-body"], fault: inBody("POST /documents 201", (document) => document["pages"] !== undefined && (document["pages"] = String(document["pages"]))) },
  { name: "two labels become one", on: "POST /documents", codes: echo, fault: inBody("POST /documents 201", (document) => Array.isArray(document["labels"]) && (document["labels"] = [document["labels"].join(",")])) },
  { name: "without what is extra it fails", on: "POST /documents", codes: failed, fault: answers(500, "POST /documents", (asked) => hasBody(/name="file"/)(asked) && !hasBody(/name="extra"/)(asked)) },
  { name: "one kind is refused", on: "GET /documents", codes: refused, fault: refuses(400, "GET /documents", hasQuery("kind", (text) => text === "visa")) },
  { name: "a page that is asked for lacks its kind", on: "GET /documents", codes: ["invalid-response-body"], fault: inPages() },
  { name: "to sort downwards is refused", on: "GET /trips", codes: refused, fault: refuses(400, "GET /trips", hasQuery("sort", (text) => text === "-departs_on")) },
  { name: "trips of a filter have no title", on: "GET /trips", codes: ["invalid-response-body"], fault: withData("GET /trips 200", (rows, asked) => (queryOf(asked, "destination") === undefined ? rows : rows.map((row) => (isObject(row) ? { ...row, title: null } : row)))) },
];

function inPages(): Mutant["fault"] {
  return { answer: (answer, asked) => (asked.method === "GET" && asked.path === "/documents" && answer.status === 200 && hasQuery("page")(asked) ? { ...answer, body: String(answer.body).replaceAll(/"kind":"[a-z]+",/g, "") } : answer) };
}
