import { isObject, type JsonObject } from "../../../../generator/json.ts";
import { changed, inBody, inRows, withBody, withHeader, withMember, withoutMember, withStatus } from "../../faults.ts";
import type { Mutant } from "../../mutant.ts";
import { inData } from "./faults.ts";

const body = ["invalid-response-body"] as const;
const header = ["invalid-response-header"] as const;
const type = ["undocumented-content-type"] as const;
const one = "/bookings/{booking_id}";
const made = ["POST /bookings"];

/** Answers that are not as the document says of them. */
export const example: readonly Mutant[] = [
  { name: "the total is a text", on: "GET /bookings", codes: body, fault: inBody("GET /bookings 200", ({ meta }) => isObject(meta) && (meta["total"] = String(meta["total"]))) },
  { name: "meta says no per_page", on: "GET /bookings", codes: body, fault: inBody("GET /bookings 200", ({ meta }) => isObject(meta) && delete meta["per_page"]) },
  { name: "the second row has its day the other way round", on: "GET /bookings", codes: body, fault: inData("GET /bookings 200", (row, index) => index === 1 && typeof row["travelDate"] === "string" && (row["travelDate"] = row["travelDate"].split("-").reverse().join("."))) },
  { name: "cancelled is written with one l", on: "GET /bookings", codes: body, fault: inData("GET /bookings 200", (row) => row["status"] === "cancelled" && (row["status"] = "canceled")) },
  { name: "no time is an empty text", on: "GET /bookings", codes: body, fault: inData("GET /bookings 200", (row) => row["updated_at"] === null && (row["updated_at"] = "")) },
  { name: "the last row has no id", on: "GET /bookings", codes: body, fault: inData("GET /bookings 200", (row, index) => index === 9 && delete row["id"]) },
  { name: "the time has no offset", on: `GET ${one}`, codes: body, fault: inBody(`GET ${one} 200`, (booking) => (booking["created_at"] = String(booking["created_at"]).replace("Z", ""))) },
  { name: "the time has a space in it", on: "POST /bookings", codes: body, fault: inBody("POST /bookings 201", (booking) => (booking["created_at"] = String(booking["created_at"]).replace("T", " ").replace("Z", ""))) },
  { name: "the password is shown", on: "POST /bookings", codes: [...body, "broken-echo"], fault: inBody("POST /bookings 201", (booking, asked) => {
    const code = /"access_code":"([^"]*)"/.exec(asked.body.toString())?.[1];
    if (code !== undefined) booking["access_code"] = code;
  }) },
  { name: "versions begin at zero", on: "POST /bookings", codes: body, fault: withMember("POST /bookings 201", "version", 0) },
  { name: "the kind of an item begins with a capital", on: `GET ${one}`, codes: body, fault: inItems(`GET ${one} 200`, (item) => item["type"] === "flight" && (item["type"] = "Flight")) },
  { name: "the nights are a text", on: `GET ${one}`, with: made, codes: body, fault: inItems(`GET ${one} 200`, (item) => item["nights"] !== undefined && (item["nights"] = String(item["nights"]))) },
  { name: "no board is no word", on: "POST /bookings", codes: body, fault: inItems("POST /bookings 201", (item) => item["board"] === null && (item["board"] = "none")) },
  { name: "no metadata are a list", on: "POST /bookings", codes: body, fault: inBody("POST /bookings 201", (booking) => isObject(booking["metadata"]) && Object.keys(booking["metadata"]).length === 0 && (booking["metadata"] = [])) },
  { name: "what is changed has no agent", on: `PATCH ${one}`, codes: body, fault: withoutMember(`PATCH ${one} 200`, "agent") },
  { name: "the ETag has no quotes", on: `GET ${one}`, codes: [...header, "protocol-violation"], fault: changed(`GET ${one} 200`, (answer) => ({ ...answer, headers: { ...answer.headers, etag: (answer.headers["etag"] ?? "").replaceAll('"', "") } })) },
  { name: "there is no Location", on: "POST /bookings", codes: ["missing-response-header"], fault: withHeader("POST /bookings 201", "location") },
  { name: "fewer than no seats are left", on: "GET /trips", codes: body, fault: inData("GET /trips 200", (trip, index) => index === 1 && (trip["seatsLeft"] = -1)) },
  { name: "a UUID has no hyphens", on: "GET /trips", codes: body, fault: inData("GET /trips 200", (trip) => (trip["id"] = String(trip["id"]).replaceAll("-", ""))) },
  { name: "prices are texts", on: "GET /trips", codes: body, fault: inData("GET /trips 200", (trip) => (trip["price"] = Number(trip["price"]).toFixed(2))) },
  { name: "the third trip has no operator", on: "GET /trips", codes: body, fault: inData("GET /trips 200", (trip, index) => index === 2 && (trip["operator"] = null)) },
  { name: "a homepage has no scheme", on: "GET /trips", codes: body, fault: inData("GET /trips 200", ({ operator }) => isObject(operator) && typeof operator["homepage"] === "string" && (operator["homepage"] = "operator.example.com")) },
  { name: "more stars than there are", on: "GET /trips", codes: body, fault: inData("GET /trips 200", ({ operator }, index) => index === 3 && isObject(operator) && (operator["rating"] = 5.5)) },
  { name: "an amount of what is left", on: "GET /trips", codes: header, fault: withHeader("GET /trips 200", "x-ratelimit-remaining", "100/200") },
  { name: "nothing is said of what is left", on: "GET /bookings", codes: ["missing-response-header"], fault: withHeader("GET /bookings 200", "x-ratelimit-remaining") },
  { name: "a list is a List", on: "GET /customers", codes: body, fault: withMember("GET /customers 200", "object", "List") },
  { name: "has_more is a text", on: "GET /customers", codes: body, fault: inBody("GET /customers 200", (list) => (list["has_more"] = String(list["has_more"]))) },
  { name: "no address is null", on: "GET /customers", codes: body, fault: inData("GET /customers 200", (customer) => (customer["address"] ??= null)) },
  { name: "a time as a text", on: "GET /customers/{customer_id}", codes: body, fault: inBody("GET /customers/{customer_id} 200", (customer) => (customer["created"] = new Date(Number(customer["created"]) * 1000).toISOString())) },
  { name: "the size of one is a text", on: "GET /documents", codes: body, fault: inRows("GET /documents 200", (document) => document["kind"] === "ticket" && (document["sizeBytes"] = `${String(document["sizeBytes"])} B`)) },
  { name: "bytes of any kind", on: "GET /documents/{document_id}/content", codes: type, fault: withHeader("GET /documents/{document_id}/content 200", "content-type", "application/octet-stream") },
  { name: "it is to be shown, not saved", on: "GET /documents/{document_id}/content", codes: header, fault: changed("GET /documents/{document_id}/content 200", (answer) => ({ ...answer, headers: { ...answer.headers, "content-disposition": "inline" } })) },
  { name: "lines end as they do on Unix", on: "GET /reports/bookings", codes: body, fault: withBody("GET /reports/bookings 200", (text) => text.replaceAll("\r\n", "\n")) },
  { name: "a table that is plain text", on: "GET /reports/bookings", codes: type, fault: withHeader("GET /reports/bookings 200", "content-type", "text/plain; charset=utf-8") },
  { name: "it is done, and not accepted", on: "POST /exports", codes: ["undocumented-status"], fault: withStatus("POST /exports 202", 200) },
  { name: "a time to wait with its unit", on: "POST /exports", codes: [...header, "protocol-violation"], fault: withHeader("POST /exports 202", "retry-after", "1s") },
  { name: "what is not known yet is left out", on: "POST /exports", codes: body, fault: withoutMember("POST /exports 202", "download_url") },
  { name: "a state that nobody knows", on: "POST /exports", codes: body, fault: withMember("POST /exports 202", "state", "running") },
  { name: "another error", on: `GET ${one}`, codes: body, fault: withBody(`GET ${one} 404`, () => '{"message":"Not Found","status":404}') },
  { name: "an error says no message", on: "POST /customers/batch", codes: body, fault: inBody("POST /customers/batch 422", ({ error }) => isObject(error) && delete error["message"]) },
  { name: "an error's code is a number", on: "GET /customers/{customer_id}", codes: body, fault: inBody("GET /customers/{customer_id} 404", ({ error }) => isObject(error) && (error["code"] = 404)) },
  { name: "an error's code is in capitals", on: "GET /rates/{base}", codes: body, fault: inBody("GET /rates/{base} 400", ({ error }) => isObject(error) && (error["code"] = String(error["code"]).toUpperCase())) },
  { name: "the session ends after seconds", on: "GET /session", codes: body, fault: withMember("GET /session 200", "expiresAt", 3600) },
  { name: "no cookie is set", on: "POST /session", codes: ["missing-response-header"], fault: withHeader("POST /session 201", "set-cookie") },
];

function inItems(where: string, change: (item: JsonObject) => unknown): Mutant["fault"] {
  return inBody(where, ({ items }) => void (Array.isArray(items) && items.forEach((item) => isObject(item) && change(item))));
}
