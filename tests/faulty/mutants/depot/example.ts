import { isObject, type Json, type JsonObject } from "../../../../generator/json.ts";
import type { Fault } from "../../fault.ts";
import { changed, inBody, inRows, withBody, withHeader, withMember, withoutMember, withStatus } from "../../faults.ts";
import type { Mutant } from "../../mutant.ts";

const parcel = "GET /parcels/{parcelId}";
const body = ["invalid-response-body"] as const;
const status = ["undocumented-status"] as const;
const type = ["undocumented-content-type"] as const;
const mistyped = ["invalid-response-header"] as const;
const missing = ["missing-response-header"] as const;
const label = "GET /parcels/{parcelId}/label";
const one = ["POST /parcels"];

/** Answers that are not as the document says. */
export const example: readonly Mutant[] = [
  { name: "a weight is a text", on: parcel, with: one, codes: body, fault: inBody(`${parcel} 200`, (told) => (told["weight"] = String(told["weight"]))) },
  { name: "a time is a number", on: parcel, with: one, codes: body, fault: inBody(`${parcel} 200`, (told) => (told["createdAt"] = Date.parse(String(told["createdAt"])))) },
  { name: "a time has no zone", on: "GET /parcels", codes: body, fault: inParcels((told) => (told["createdAt"] = String(told["createdAt"]).slice(0, 19))) },
  { name: "a status is in capitals", on: "GET /parcels", codes: body, fault: inParcels((told) => (told["status"] = String(told["status"]).toUpperCase())) },
  { name: "an address that is not known is null", on: "GET /parcels", codes: body, fault: inParcels((told) => isObject(told["to"]) && (told["to"]["email"] ??= null)) },
  { name: "no cursor rather than null", on: "GET /parcels", codes: body, fault: inBody("GET /parcels 200", (told) => void (told["next"] === null && delete told["next"])) },
  { name: "the total is a text", on: "GET /parcels", codes: body, fault: inBody("GET /parcels 200", (told) => (told["total"] = String(told["total"]))) },
  { name: "a kind that there is not", on: "GET /parcels", codes: body, fault: inParcels((told) => void (told["kind"] === "pallet" && (told["kind"] = "palette"))) },
  { name: "boxes have no size", on: "GET /parcels", codes: body, fault: inParcels((told) => void (told["kind"] === "box" && delete told["size"])) },
  { name: "a member of ours is told", on: "GET /parcels", codes: body, fault: inParcels((told) => (told["_version"] = 3)) },
  { name: "the height is told with the position", on: "GET /parcels", codes: body, fault: inParcels((told) => isObject(told["to"]) && Array.isArray(told["to"]["position"]) && told["to"]["position"].push(260)) },
  { name: "when it was made is not told", on: "PUT /parcels/{parcelId}", with: one, codes: body, fault: withoutMember("PUT /parcels/{parcelId} 200", "createdAt") },
  { name: "a pin is told", on: parcel, with: one, codes: body, fault: withMember(`${parcel} 200`, "pin", "1234") },
  { name: "a courier has a phone", on: "GET /couriers", codes: body, fault: inRows("GET /couriers 200", (row) => (row["phone"] = "+41440000000")) },
  { name: "no vehicle is an empty text", on: "GET /couriers", codes: body, fault: inRows("GET /couriers 200", (row) => void (row["vehicle"] === null && (row["vehicle"] = ""))) },
  { name: "a zone is there twice", on: "GET /couriers", codes: body, fault: inRows("GET /couriers 200", (row) => Array.isArray(row["zones"]) && row["zones"].push(row["zones"][0] ?? "")) },
  { name: "no zones", on: "GET /couriers", codes: body, fault: inRows("GET /couriers 200", (row) => (row["zones"] = [])) },
  { name: "stars in percent", on: "GET /couriers", codes: body, fault: inRows("GET /couriers 200", (row) => (row["rating"] = Number(row["rating"]) * 20)) },
  { name: "a day with a time", on: "GET /couriers/{courierId}", codes: body, fault: inBody("GET /couriers/{courierId} 200", (told) => (told["since"] = `${String(told["since"])}T00:00:00Z`)) },
  { name: "a number is a text", on: "GET /couriers/{courierId}", codes: body, fault: inBody("GET /couriers/{courierId} 200", (told) => (told["courierId"] = String(told["courierId"]))) },
  { name: "the total is not told", on: "GET /couriers", codes: missing, fault: withHeader("GET /couriers 200", "x-total-count") },
  { name: "the total with a word", on: "GET /couriers", codes: mistyped, fault: withHeader("GET /couriers 200", "x-total-count", "23 couriers") },
  { name: "zones as JSON in a header", on: "GET /couriers", codes: mistyped, fault: withHeader("GET /couriers 200", "x-zones", '["north","east"]') },
  { name: "a day as it is written in Germany", on: "GET /couriers", codes: mistyped, fault: withHeader("GET /couriers 200", "x-as-of", "01.03.2026") },
  { name: "no Location", on: "POST /parcels", codes: missing, fault: withHeader("POST /parcels 201", "location") },
  { name: "no ETag of what was replaced", on: "PUT /parcels/{parcelId}", with: one, codes: missing, fault: withHeader("PUT /parcels/{parcelId} 200", "etag") },
  { name: "an ETag without quotes", on: parcel, with: one, codes: [...mistyped, "protocol-violation"], fault: changed(`${parcel} 200`, (answer) => ({ ...answer, headers: { ...answer.headers, etag: (answer.headers["etag"] ?? "").replaceAll('"', "") } })) },
  { name: "when to ask again is a date", on: "POST /pickups", codes: mistyped, fault: withHeader("POST /pickups 202", "retry-after", "Fri, 31 Dec 2027 23:59:59 GMT") },
  { name: "a label has no name", on: label, with: one, codes: missing, fault: withHeader(`${label} 200`, "content-disposition") },
  { name: "a label is a JPEG", on: label, with: one, codes: type, fault: withHeader(`${label} 200`, "content-type", "image/jpeg") },
  { name: "a label has no type", on: label, with: one, codes: type, fault: withHeader(`${label} 200`, "content-type") },
  { name: "200 for what was made", on: "POST /parcels", codes: status, fault: withStatus("POST /parcels 201", 200) },
  { name: "200 for what was taken away", on: "DELETE /parcels/{parcelId}", with: one, codes: status, fault: changed("DELETE /parcels/{parcelId} 204", () => ({ status: 200, headers: { "content-type": "application/json" }, body: "{}" })) },
  { name: "200 for what will be done", on: "POST /pickups", codes: status, fault: withStatus("POST /pickups 202", 200) },
  { name: "JSON is called HTML", on: "POST /quotes", codes: type, fault: withHeader("POST /quotes 200", "content-type", "text/html") },
  { name: "a problem is plain JSON", on: parcel, codes: type, fault: withHeader(`${parcel} 404`, "content-type", "application/json") },
  { name: "a problem has no title", on: "POST /quotes", codes: body, fault: withoutMember("POST /quotes 422", "title") },
  { name: "the status of a problem is a text", on: "GET /pickups/{pickupId}", codes: body, fault: withMember("GET /pickups/{pickupId} 404", "status", "404") },
  { name: "a problem is a text", on: "POST /claims", codes: body, fault: withBody("POST /claims 422", () => "reason is wrong") },
  { name: "all is well, with an exclamation mark", on: "GET /health", codes: body, fault: withBody("GET /health 200", () => "OK!") },
  { name: "CSV without its head", on: "GET /rates", codes: body, fault: changed("GET /rates 200", (answer) => ((answer.headers["content-type"] ?? "").startsWith("text/csv") ? { ...answer, body: String(answer.body).replace("from,to,price\r\n", "") } : answer)) },
  { name: "another currency", on: "GET /rates", codes: body, fault: withMember("GET /rates 200", "currency", "EUR") },
  { name: "a price that cannot be paid", on: "GET /rates", codes: body, fault: withMember("GET /rates 200", "price", 9.99) },
  { name: "a day that is written out", on: "GET /schedule", codes: body, fault: inDays((days) => (days["sunday"] = ["08:00", "09:00"])) },
  { name: "hours with a break", on: "GET /schedule", codes: body, fault: inDays((days) => (days["mon"] = ["08:00", "12:00", "13:00"])) },
  { name: "an hour with one digit", on: "GET /schedule", codes: body, fault: inDays((days) => (days["mon"] = ["8:00", "12:00"])) },
  { name: "two are the first", on: "GET /schedule", codes: body, fault: withMember("GET /schedule 200", "contacts", [{ email: "a@example.com", isFirst: true }, { email: "b@example.com", isFirst: true }]) },
  { name: "a contact is no address", on: "GET /schedule", codes: body, fault: withMember("GET /schedule 200", "contacts", [{ email: "the desk", isFirst: true }]) },
  { name: "a member that nothing names", on: "GET /schedule", codes: body, fault: withMember("GET /schedule 200", "updated", true) },
  { name: "the id of a quote is no UUID", on: "POST /quotes", codes: body, fault: withMember("POST /quotes 200", "quoteId", "Q-4711") },
  { name: "a total that is no number", on: "POST /quotes", codes: body, fault: withBody("POST /quotes 200", (text) => text.replace(/"total":[^}]*/, '"total":NaN')) },
  { name: "the first claim has number 0", on: "POST /claims", codes: body, fault: withMember("POST /claims 201", "claimId", 0) },
  { name: "a page is a bare list", on: "GET /parcels", codes: body, fault: withBody("GET /parcels 200", (text) => JSON.stringify(dataOf(JSON.parse(text)))) },
];

function dataOf(page: Json): Json {
  return isObject(page) ? page["data"] ?? [] : [];
}

function inParcels(change: (parcel: JsonObject) => unknown): Fault {
  return inBody("GET /parcels 200", (page) => {
    const data = dataOf(page);
    for (const parcel of Array.isArray(data) ? data : []) if (isObject(parcel)) change(parcel);
  });
}

function inDays(change: (days: JsonObject) => unknown): Fault {
  return inBody("GET /schedule 200", (told) => void (isObject(told["days"]) && change(told["days"])));
}
