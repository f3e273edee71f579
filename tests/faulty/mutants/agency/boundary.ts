import { answers, hasQuery, inBody } from "../../faults.ts";
import type { Mutant } from "../../mutant.ts";
import { hasBody, hasMember, readsForm, readsObject, refuses } from "./faults.ts";

const refused = ["valid-request-refused"] as const;
const failed = ["server-error"] as const;
const passengers = "/bookings/{booking_id}/passengers";
const rates = "/rates/{base}";

/** Values at the edge of what is allowed. */
export const boundary: readonly Mutant[] = [
  { name: "the largest page is refused", on: "GET /bookings", codes: refused, fault: refuses(400, "GET /bookings", hasQuery("per_page", (text) => text === "100")) },
  { name: "the largest limit is refused", on: "GET /trips", codes: refused, fault: refuses(400, "GET /trips", hasQuery("limit", (text) => text === "50")) },
  { name: "a large offset makes it fail", on: "GET /trips", codes: failed, fault: answers(500, "GET /trips", hasQuery("offset", (text) => Number(text) > 2 ** 31)) },
  { name: "a page that is far away makes it fail", on: "GET /documents", codes: failed, fault: answers(500, "GET /documents", hasQuery("page", (text) => /^\d+$/.test(text) && Number(text) > 1000 && Number(text) <= 10_000)) },
  { name: "no words make it fail", on: "GET /trips", codes: failed, fault: answers(500, "GET /trips", hasQuery("q", (text) => text === "")) },
  { name: "words of sixty letters are refused", on: "GET /trips", codes: refused, fault: refuses(400, "GET /trips", hasQuery("q", (text) => [...text].length === 60)) },
  { name: "a quote makes it fail", on: "GET /bookings", codes: failed, fault: answers(500, "GET /bookings", hasQuery("q", (text) => text.includes("'"))) },
  { name: "the largest amount is refused", on: `GET ${rates}`, codes: refused, fault: refuses(400, `GET ${rates}`, hasQuery("amount", (text) => Number(text) === 1_000_000)) },
  { name: "a day that there is every four years makes it fail", on: `GET ${rates}`, codes: failed, fault: answers(500, `GET ${rates}`, hasQuery("on", (text) => text === "2024-02-29")) },
  { name: "a day of February makes it fail", on: "GET /trips", codes: failed, fault: answers(500, "GET /trips", hasQuery("departs_after", (text) => /^\d{4}-02-29$/.test(text) && !Number.isNaN(Date.parse(text)))) },
  { name: "the longest name is refused", on: "POST /bookings", codes: refused, fault: refuses(422, "POST /bookings", hasMember("name", (name) => typeof name === "string" && [...name].length === 40)) },
  { name: "what is beyond the first plane counts twice", on: "POST /bookings", codes: refused, fault: refuses(422, "POST /bookings", hasMember("name", (name) => typeof name === "string" && name.length > 40 && [...name].length <= 40)) },
  { name: "a quote in a name makes it fail", on: "POST /bookings", codes: failed, fault: answers(500, "POST /bookings", hasMember("name", (name) => typeof name === "string" && name.includes("'"))) },
  { name: "an empty note is none", on: "PATCH /bookings/{booking_id}", codes: ["broken-echo", "not-updated"], fault: readsObject("PATCH /bookings/{booking_id}", (value) => (value["notes"] === "" ? { ...value, notes: null } : value)) },
  { name: "no tags make it fail", on: "POST /bookings", codes: failed, fault: answers(500, "POST /bookings", hasMember("tags", (tags) => Array.isArray(tags) && tags.length === 0)) },
  { name: "nine seats are refused", on: "POST /bookings", codes: refused, fault: refuses(422, "POST /bookings", hasBody(/"seats":9\b/)) },
  { name: "four items are refused", on: "POST /bookings", codes: refused, fault: refuses(422, "POST /bookings", hasMember("items", (items) => Array.isArray(items) && items.length === 4)) },
  { name: "three metadata are refused", on: "POST /bookings", codes: refused, fault: refuses(422, "POST /bookings", hasMember("metadata", (metadata) => typeof metadata === "object" && metadata !== null && Object.keys(metadata).length === 3)) },
  { name: "a balance of nothing is lost", on: "POST /customers", codes: ["broken-echo", "not-created"], fault: readsForm("POST /customers", (form) => form.get("balance") === "0" && form.delete("balance")) },
  { name: "the smallest balance is refused", on: "POST /customers", codes: refused, fault: refuses(422, "POST /customers", hasBody(/(^|&)balance=-1000(&|$)/)) },
  { name: "a balance below nothing makes it fail", on: "POST /customers", codes: failed, fault: answers(500, "POST /customers", hasBody(/(^|&)balance=-([1-9]|[1-9]\d{1,2}|1000)(&|$)/)) },
  { name: "no luggage is null", on: `POST ${passengers}`, codes: ["invalid-response-body"], fault: inBody(`POST ${passengers} 201`, (passenger) => passenger["luggage_kg"] === 0 && (passenger["luggage_kg"] = null)) },
  { name: "an emoji makes it fail", on: `POST ${passengers}`, codes: failed, fault: answers(500, `POST ${passengers}`, hasBody(/[\u{10000}-\u{10ffff}]|\\ud[89ab]/iu)) },
  { name: "five at once are refused", on: "POST /customers/batch", codes: refused, fault: refuses(422, "POST /customers/batch", ({ body }) => (body.toString().match(/"email"/g) ?? []).length === 5) },
  { name: "the beginning of time makes it fail", on: "GET /customers", codes: failed, fault: answers(500, "GET /customers", hasQuery("created[gte]", (text) => text === "0")) },
  { name: "times after 2038 make it fail", on: "GET /customers", codes: failed, fault: answers(500, "GET /customers", hasQuery("created[lte]", (text) => /^\d+$/.test(text) && Number(text) > 2 ** 31 - 1)) },
  { name: "a long document is refused", on: "POST /documents", codes: refused, fault: refuses(422, "POST /documents", hasBody(/name="pages"\r\n(?:[^\r\n]+\r\n)*\r\n500\r\n/)) },
  { name: "no day is refused", on: "POST /exports", codes: refused, fault: refuses(422, "POST /exports", hasMember("since", (since) => since === null)) },
];
