import { isObject, type JsonObject, parseJson } from "../../../../generator/json.ts";
import type { Fault } from "../../fault.ts";
import { answers, hasQuery, inBody, reads, withQuery, withRequestHeader, withoutRequestHeader } from "../../faults.ts";
import type { Mutant } from "../../mutant.ts";

const slots = "GET /bays/{hall}/slots/{slots}";
const refused = ["valid-request-refused"] as const;
const echoed = ["broken-echo"] as const;
const made = ["not-created", "broken-echo"] as const;

/** What is asked for in a right way, and read in a wrong one. */
export const params: readonly Mutant[] = [
  { name: "commas between statuses are not seen", on: "GET /parcels", codes: refused, fault: reads("GET /parcels", withQuery("status", (text) => text.replaceAll(",", "%2C"))) },
  { name: "of several statuses the first counts", on: "GET /parcels", codes: ["broken-filter"], fault: reads("GET /parcels", withQuery("status", (text) => text.replace(/,.*/, ""))) },
  { name: "a tag that is there twice is refused", on: "GET /parcels", codes: refused, fault: answers(400, "GET /parcels", ({ query }) => query.filter(([name]) => name === "tag").length > 1) },
  { name: "brackets are not understood", on: "GET /parcels", codes: refused, fault: answers(400, "GET /parcels", ({ query }) => query.some(([name]) => name.includes("["))) },
  { name: "only the beginning of a span may be said", on: "GET /parcels", codes: refused, fault: answers(400, "GET /parcels", ({ query }) => query.some(([name]) => name === "created[to]")) },
  { name: "spaces between zones are not seen", on: "GET /couriers", codes: refused, fault: reads("GET /couriers", withQuery("zones", (text) => text.replace(/%20|\+/g, "%2520"))) },
  { name: "commas are wanted between zones", on: "GET /couriers", codes: refused, fault: answers(400, "GET /couriers", hasQuery("zones", (text) => /%20|\+/.test(text))) },
  { name: "pipes between codes are not seen", on: "GET /couriers", codes: refused, fault: reads("GET /couriers", withQuery("codes", (text) => text.replace(/\||%7C/gi, "%257C"))) },
  { name: "more than one slot is refused", on: slots, codes: refused, fault: answers(400, slots, ({ path }) => /,|%2C/i.test(path)) },
  { name: "a space in a path stays encoded", on: slots, codes: refused, fault: reads(slots, (asked) => ({ ...asked, path: asked.path.replaceAll("%20", "%2520") })) },
  { name: "a slash in a path parts it", on: slots, codes: refused, fault: { asked: (asked) => ({ ...asked, path: asked.path.replace(/%2F/i, "/") }) } },
  { name: "no cookie is read", on: slots, codes: [...echoed, "invalid-request-accepted"], fault: reads(slots, withoutRequestHeader("cookie")) },
  { name: "two things to include are one", on: slots, codes: refused, fault: answers(400, slots, ({ headers }) => (headers.get("x-include") ?? "").includes(",")) },
  { name: "a header is required", on: slots, codes: refused, fault: answers(400, slots, ({ headers }) => !headers.has("x-include")) },
  { name: "JSON in a query is not decoded", on: "GET /rates", codes: refused, fault: reads("GET /rates", withQuery("size", encodeURIComponent)) },
  { name: "a query is decoded twice", on: "GET /rates", codes: [...refused, ...echoed, "server-error"], fault: reads("GET /rates", withQuery("to", (text) => text.replaceAll("%25", "%"))) },
  { name: "a query is not decoded", on: "GET /rates", codes: [...refused, ...echoed], fault: reads("GET /rates", withQuery("to", encodeURIComponent)) },
  { name: "a query is read as Latin-1", on: "GET /rates", codes: [...refused, ...echoed], fault: reads("GET /rates", withQuery("to", (text) => text.replace(/%[89A-F][0-9A-F]/gi, (hex) => encodeURIComponent(String.fromCharCode(Number.parseInt(hex.slice(1), 16)))))) },
  { name: "an ampersand ends a value even where it is encoded", on: "GET /rates", codes: [...refused, ...echoed], fault: reads("GET /rates", withQuery("to", (text) => text.replace(/%26.*/, ""))) },
  { name: "a plus is a space even where it is encoded", on: "GET /rates", codes: refused, fault: reads("GET /rates", withQuery("at", (text) => text.replace(/%2B/gi, "+"))) },
  { name: "false is true", on: "GET /rates", codes: echoed, fault: reads("GET /rates", withQuery("express", (text) => text.replace("false", "true"))) },
  { name: "all is in a hurry", on: "GET /rates", codes: [...echoed, "broken-filter"], fault: reads("GET /rates", (asked) => (hasQuery("express")(asked) ? asked : { ...asked, query: [...asked.query, ["express", "true"]] })) },
  { name: "pages are longer by default", on: "GET /parcels", codes: ["broken-paging", "broken-echo", "broken-filter"], fault: reads("GET /parcels", (asked) => (hasQuery("limit")(asked) ? asked : { ...asked, query: [...asked.query, ["limit", "25"]] })) },
  { name: "it is sorted downwards by default", on: "GET /parcels", codes: ["broken-order"], fault: reads("GET /parcels", (asked) => (hasQuery("order")(asked) ? asked : { ...asked, query: [...asked.query, ["order", "desc"]] })) },
  { name: "one way to sort is refused", on: "GET /couriers", codes: refused, fault: answers(400, "GET /couriers", hasQuery("sort", (text) => text === "-rating")) },
  { name: "to sort and to filter makes it fail", on: "GET /parcels", codes: ["server-error"], fault: answers(500, "GET /parcels", (asked) => hasQuery("sort")(asked) && hasQuery("kind")(asked)) },
  { name: "half a star is refused", on: "GET /couriers", codes: refused, fault: answers(400, "GET /couriers", hasQuery("min_rating", (text) => text.includes("."))) },
  { name: "who is not active cannot be asked for", on: "GET /couriers", codes: refused, fault: answers(400, "GET /couriers", hasQuery("active", (text) => text === "false")) },
  { name: "ids in capitals are refused", on: "GET /parcels", codes: refused, fault: answers(400, "GET /parcels", ({ headers }) => /[A-F]/.test(headers.get("x-request-id") ?? "")) },
  { name: "only JSON", on: "GET /rates", codes: ["not-acceptable-content-type"], fault: reads("GET /rates", withRequestHeader("accept", "application/json")) },
  { name: "a plus in a form is one", on: "POST /pickups", codes: made, fault: reads("POST /pickups", (asked) => ({ ...asked, body: Buffer.from(asked.body.toString().replaceAll("+", "%2B")) })) },
  { name: "of slots in a form the last counts", on: "POST /pickups", codes: made, fault: inBody("POST /pickups 202", (told) => Array.isArray(told["slots"]) && (told["slots"] = told["slots"].slice(-1))) },
  { name: "slots in a form are wanted with brackets", on: "POST /pickups", codes: refused, fault: reads("POST /pickups", (asked) => ({ ...asked, body: Buffer.from(asked.body.toString().replace(/(?<=^|&)slots=/g, "unknown=").replace(/slots%5B%5D=/gi, "slots=")) })) },
  { name: "two people come by default", on: "POST /pickups", codes: made, fault: reads("POST /pickups", (asked) => (asked.body.includes("people=") ? asked : { ...asked, body: Buffer.concat([asked.body, Buffer.from("&people=2")]) })) },
  { name: "a remark in a form is read as Latin-1", on: "POST /pickups", codes: [...made, ...refused], fault: inBody("POST /pickups 202", (told) => typeof told["remark"] === "string" && (told["remark"] = Buffer.from(told["remark"]).toString("latin1"))) },
  { name: "of several remarks the first counts", on: "POST /claims", codes: made, fault: inBody("POST /claims 201", (told) => Array.isArray(told["remarks"]) && (told["remarks"] = told["remarks"].slice(0, 1))) },
  { name: "a remark is read as Latin-1", on: "POST /claims", codes: made, fault: inBody("POST /claims 201", (told) => Array.isArray(told["remarks"]) && (told["remarks"] = told["remarks"].map((text) => Buffer.from(String(text)).toString("latin1")))) },
  { name: "no remark is refused", on: "POST /claims", codes: refused, fault: answers(422, "POST /claims", ({ body }) => !body.includes('name="remarks"')) },
  { name: "a payer with an account is refused", on: "POST /quotes", codes: refused, fault: refusing("POST /quotes", (body) => isObject(body["payer"])) },
  { name: "who mails cannot pay", on: "POST /quotes", codes: refused, fault: refusing("POST /quotes", (body) => typeof body["payer"] === "string") },
  { name: "no mode makes it fail", on: "POST /quotes", codes: ["server-error"], fault: answers(500, "POST /quotes", ({ body }) => !body.includes('"mode"')) },
  { name: "no phone is refused", on: "POST /parcels", codes: refused, fault: refusing("POST /parcels", (body) => isObject(body["to"]) && body["to"]["phone"] === null) },
  { name: "no note is refused", on: "PATCH /parcels/{parcelId}", with: ["POST /parcels"], codes: refused, fault: refusing("PATCH /parcels/{parcelId}", (body) => body["note"] === null) },
  { name: "pallets are refused", on: "POST /parcels", codes: refused, fault: refusing("POST /parcels", (body) => body["kind"] === "pallet") },
  { name: "a number as an attribute makes it fail", on: "POST /parcels", codes: ["server-error"], fault: answers(500, "POST /parcels", ({ body }) => /"attributes":\{[^}]*:-?\d/.test(body.toString())) },
  { name: "no tags are refused", on: "PUT /parcels/{parcelId}", with: ["POST /parcels"], codes: refused, fault: refusing("PUT /parcels/{parcelId}", (body) => Array.isArray(body["tags"]) && body["tags"].length === 0) },
  { name: "a member that it may have is required", on: "PUT /schedule", codes: refused, fault: refusing("PUT /schedule", (body) => body["contacts"] === undefined) },
  { name: "members of any name are refused", on: "PUT /schedule", codes: refused, fault: refusing("PUT /schedule", (body) => Object.keys(body).some((name) => name.startsWith("x-"))) },
];

function refusing(operation: string, when: (body: JsonObject) => boolean): Fault {
  return answers(422, operation, ({ body }) => {
    const value = parseJson(body.toString());
    return isObject(value) && when(value);
  });
}
