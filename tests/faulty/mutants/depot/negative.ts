import { isObject, type JsonObject, parseJson } from "../../../../generator/json.ts";
import type { Fault } from "../../fault.ts";
import { hasQuery, reads, rule, withQuery, withRequestHeader } from "../../faults.ts";
import type { Mutant } from "../../mutant.ts";
import type { Asked } from "../../warehouse/exchange.ts";

const accepted = ["invalid-request-accepted"] as const;
const base = "/components/schemas/ParcelBase";
const quote = "/components/schemas/QuoteRequest";
const schedule = "/components/schemas/Schedule";
const parcels = "/paths/~1parcels/get/parameters";
const couriers = "/paths/~1couriers/get/parameters";
const claim = "/paths/~1claims/post/requestBody/content/multipart~1form-data/schema/properties";
const pickup = "/paths/~1pickups/post/requestBody/content/application~1x-www-form-urlencoded/schema";
const slots = "GET /bays/{hall}/slots/{slots}";
const change = "PATCH /parcels/{parcelId}";

/** What the document forbids, and is accepted. */
export const negative: readonly Mutant[] = [
  ...without("GET /parcels", [
    ["any cursor", `${parcels}/1/schema/pattern`], ["any status", `${parcels}/2/schema/items/$ref`], ["any kind to filter by", `${parcels}/3/schema/enum`], ["four tags to filter by", `${parcels}/4/schema/maxItems`],
    ["an empty tag to filter by", `${parcels}/4/schema/items/minLength`], ["any end of a span", `${parcels}/5/schema/additionalProperties`], ["any day", `${parcels}/5/schema/properties/from/format`],
    ["any order", `${parcels}/7/schema/enum`], ["any id of a request", "/components/parameters/RequestId/schema/format"],
  ]),
  ...without("GET /couriers", [["a zone twice", `${couriers}/2/schema/uniqueItems`], ["any zone", `${couriers}/2/schema/items/$ref`], ["any code", `${couriers}/3/schema/items/pattern`], ["six stars", `${couriers}/5/schema/maximum`], ["any way to sort", `${couriers}/6/schema/enum`]]),
  ...without("GET /parcels/{parcelId}/label", [["any fineness", "/paths/~1parcels~1{parcelId}~1label/get/parameters/1/schema/multipleOf"]], ["POST /parcels"]),
  ...without(slots, [["anything to include", "/paths/~1bays~1{hall}~1slots~1{slots}/get/parameters/3/schema/items/enum"], ["any hall", "/paths/~1bays~1{hall}~1slots~1{slots}/get/parameters/0/schema/enum"], ["any units", "/paths/~1bays~1{hall}~1slots~1{slots}/get/parameters/2/schema/enum"]]),
  ...without("GET /rates", [["any length", "/paths/~1rates/get/parameters/4/content/application~1json/schema/properties/length/maximum"], ["no width", "/paths/~1rates/get/parameters/4/content/application~1json/schema/required"], ["any country", "/paths/~1rates/get/parameters/0/schema/pattern"], ["any time", "/paths/~1rates/get/parameters/3/schema/format"]]),
  ...without("POST /parcels", [
    ["any reference", "/components/schemas/Reference/pattern"], ["no receiver", `${base}/required`], ["any weight at all", `${base}/properties/weight/multipleOf`], ["no weight at all", `${base}/properties/weight/exclusiveMinimum`], ["any note", `${base}/properties/note/maxLength`],
    ["any day of delivery", `${base}/properties/deliverOn/format`], ["a tag twice", `${base}/properties/tags/uniqueItems`], ["five tags", `${base}/properties/tags/maxItems`], ["any name of an attribute", `${base}/properties/attributes/propertyNames`],
    ["no attributes", `${base}/properties/attributes/minProperties`], ["any attribute", `${base}/properties/attributes/additionalProperties`], ["a value that is not insured", `${base}/dependentRequired`], ["any pin", `${base}/properties/pin/pattern`],
    ["any member of a letter", "/components/schemas/Letter/unevaluatedProperties"], ["a box of two sides", "/components/schemas/Box/properties/size/minItems"], ["a box without size", "/components/schemas/Box/required"], ["a number without its hazard", "/components/schemas/Pallet/else"], ["any member of an address", "/components/schemas/Address/additionalProperties"], ["no city", "/components/schemas/Address/required"], ["an empty city", "/components/schemas/Address/properties/city/minLength"],
    ["any country of a receiver", "/components/schemas/Address/properties/country/pattern"], ["any address of mail", "/components/schemas/Address/properties/email/format"], ["any phone", "/components/schemas/Address/properties/phone/pattern"], ["a height with a position", "/components/schemas/Address/properties/position/items"],
    ["half a position", "/components/schemas/Address/properties/position/minItems"],
  ]),
  // Without any `then`, ajv refuses what fulfils the condition.
  { name: "a hazard without its number is accepted", on: "POST /parcels", codes: accepted, fault: rule("/components/schemas/Pallet/then/required", ["layers"]) },
  { name: "half a layer is accepted", on: "POST /parcels", codes: accepted, fault: rule("/components/schemas/Pallet/properties/layers/type", "number") },
  { name: "a number as a note is accepted", on: "POST /parcels", codes: accepted, fault: rule(`${base}/properties/note/type`, ["string", "null", "number"]) },
  { name: "null as tags is accepted", on: "POST /parcels", codes: accepted, fault: rule(`${base}/properties/tags/type`, ["array", "null"]) },
  { name: "a weight in quotes is accepted", on: "PUT /parcels/{parcelId}", with: ["POST /parcels"], codes: accepted, fault: inJson("PUT /parcels/{parcelId}", (body) => (typeof body["weight"] === "string" && /^\d+(\.5)?$/.test(body["weight"]) ? { ...body, weight: Number(body["weight"]) } : body)) },
  { name: "true in quotes is accepted", on: "POST /parcels", codes: accepted, fault: inJson("POST /parcels", (body) => (typeof body["insured"] === "string" ? { ...body, insured: body["insured"] === "true" } : body)) },
  ...without("POST /quotes", [
    ["any version", `${quote}/properties/version/const`], ["any payer", `${quote}/properties/payer/anyOf`], ["no price at all", `${quote}/properties/lines/contains`], ["a post without address", `${quote}/then`], ["an address without post", `${quote}/else`],
    ["any source", `${quote}/properties/source/format`], ["any callback", `${quote}/properties/callback/format`], ["a callback without secret", `${quote}/dependentRequired`], ["six lines", `${quote}/properties/lines/maxItems`], ["any price", `${quote}/properties/lines/items/properties/price/multipleOf`],
    ["any member of a quote", `${quote}/additionalProperties`], ["any member of a line", `${quote}/properties/lines/items/additionalProperties`], ["any beginning of a window", `${quote}/properties/window/prefixItems/0/format`], ["a short secret", `${quote}/properties/secret/minLength`], ["any member of a payer", `${quote}/properties/payer/anyOf/1/additionalProperties`],
  ]),
  ...without("PUT /schedule", [
    ["any name of a day", `${schedule}/properties/days/additionalProperties`], ["no day", `${schedule}/properties/days/minProperties`], ["any hours", `${schedule}/properties/days/patternProperties/^(mon|tue|wed|thu|fri|sat|sun)$/$ref`], ["none that is first", `${schedule}/properties/contacts/contains`],
    ["several that are first", `${schedule}/properties/contacts/maxContains`], ["any member", `${schedule}/unevaluatedProperties`], ["any extension", `${schedule}/patternProperties/^x-/maxLength`], ["any capacity", `${schedule}/properties/capacity/multipleOf`],
    ["a holiday twice", `${schedule}/properties/holidays/uniqueItems`], ["any zone of time", `${schedule}/properties/zone/enum`], ["any time of day", "/components/schemas/Time/pattern"],
  ]),
  ...without(change, [["no change", "/components/schemas/ParcelPatch/minProperties"], ["any change", "/components/schemas/ParcelPatch/additionalProperties"]], ["POST /parcels"]),
  { name: "JSON that is no merge patch is accepted", on: change, with: ["POST /parcels"], codes: accepted, fault: typed(change, /^application\/json/, "application/merge-patch+json") },
  { name: "text is accepted as JSON", on: "POST /quotes", codes: accepted, fault: typed("POST /quotes", /^text\//, "application/json") },
  { name: "any type is accepted as JSON", on: "PUT /schedule", codes: accepted, fault: typed("PUT /schedule", /^/, "application/json") },
  { name: "what follows JSON is accepted", on: "POST /quotes", codes: accepted, fault: sent("POST /quotes", (text) => text.slice(0, text.lastIndexOf("}") + 1)) },
  { name: "JSON that ends too early is accepted", on: "PUT /schedule", codes: accepted, fault: sent("PUT /schedule", (text) => (parseJson(text) === undefined && parseJson(`${text}}`) !== undefined ? `${text}}` : text)) },
  { name: "a comma too many is accepted", on: "POST /parcels", codes: accepted, fault: sent("POST /parcels", (text) => text.replace(/,\s*([}\]])/g, "$1")) },
  { name: "what is not UTF-8 is accepted", on: "PUT /schedule", codes: accepted, fault: sent("PUT /schedule", (text) => text) },
  { name: "any boolean", on: "GET /couriers", codes: accepted, fault: reads("GET /couriers", withQuery("active", (text) => (text === "true" ? text : "false"))) },
  { name: "1 is true", on: "GET /rates", codes: accepted, fault: reads("GET /rates", withQuery("express", (text) => text.replace(/^1$/, "true"))) },
  { name: "a number begins an integer", on: "GET /couriers/{courierId}", codes: accepted, fault: reads("GET /couriers/{courierId}", (asked) => ({ ...asked, path: asked.path.replace(/(\/[1-9][0-9]{0,3})[^0-9/][^/]*$/, "$1") })) },
  { name: "a number begins a limit", on: "GET /parcels", codes: accepted, fault: reads("GET /parcels", withQuery("limit", (text) => text.replace(/^([1-9][0-9]?)[^0-9].*/, "$1"))) },
  { name: "a country is not required", on: "GET /rates", codes: accepted, fault: reads("GET /rates", (asked) => (hasQuery("from")(asked) ? asked : { ...asked, query: [...asked.query, ["from", "CH"]] })) },
  { name: "an empty day in a span is accepted", on: "GET /parcels", codes: accepted, fault: reads("GET /parcels", (asked) => ({ ...asked, query: asked.query.filter(([name, text]) => name !== "created[from]" || text !== "") })) },
  ...without("POST /pickups", [["any name in a form", `${pickup}/additionalProperties`], ["no slots", `${pickup}/required`], ["a slot twice", `${pickup}/properties/slots/uniqueItems`], ["any day of a pickup", `${pickup}/properties/day/format`], ["a long remark", `${pickup}/properties/remark/maxLength`]]),
  ...without("POST /claims", [["no reason", `${claim}/claim/required`], ["any reason", `${claim}/claim/properties/reason/enum`], ["four remarks", `${claim}/remarks/maxItems`], ["an empty remark", `${claim}/remarks/items/minLength`], ["any member of a claim", `${claim}/claim/additionalProperties`]]),
];

/** A mutant for each pointer: nothing is asked of what the document says there. */
function without(on: string, rules: readonly (readonly [what: string, pointer: string])[], others?: readonly string[]): Mutant[] {
  return rules.map(([what, pointer]) => ({ name: `${what} is accepted`, on, ...(others && { with: others }), codes: accepted, fault: rule(pointer) }));
}

function typed(operation: string, type: RegExp, as: string): Fault {
  return reads(operation, (asked: Asked) => (type.test(asked.headers.get("content-type") ?? "") && asked.body.length > 0 ? withRequestHeader("content-type", as)(asked) : asked));
}

function sent(operation: string, change: (text: string) => string): Fault {
  return reads(operation, (asked) => ({ ...asked, body: Buffer.from(change(asked.body.toString("utf8"))) }));
}

function inJson(operation: string, change: (body: JsonObject) => JsonObject): Fault {
  return sent(operation, (text) => {
    const value = parseJson(text);
    return isObject(value) ? JSON.stringify(change(value)) : text;
  });
}
