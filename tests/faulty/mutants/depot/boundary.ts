import { isObject, type Json, parseJson } from "../../../../generator/json.ts";
import type { Fault } from "../../fault.ts";
import { answers, hasQuery, rule } from "../../faults.ts";
import type { Mutant } from "../../mutant.ts";

const refused = ["valid-request-refused"] as const;
const accepted = ["invalid-request-accepted"] as const;
const slots = "GET /bays/{hall}/slots/{slots}";
const base = "/components/schemas/ParcelBase/properties";

/** Bounds that are off by one, and lengths that are counted in another way. */
export const boundary: readonly Mutant[] = [
  { name: "50 to a page are refused", on: "GET /parcels", codes: refused, fault: answers(400, "GET /parcels", hasQuery("limit", (text) => text === "50")) },
  { name: "51 to a page are accepted", on: "GET /parcels", codes: [...accepted, "invalid-response-body"], fault: rule("/paths/~1parcels/get/parameters/0/schema/maximum", 51) },
  { name: "one to a page is refused", on: "GET /couriers", codes: refused, fault: answers(400, "GET /couriers", hasQuery("per_page", (text) => text === "1")) },
  { name: "page 0 is accepted", on: "GET /couriers", codes: accepted, fault: rule("/paths/~1couriers/get/parameters/0/schema/minimum", 0) },
  { name: "five stars are refused", on: "GET /couriers", codes: refused, fault: answers(400, "GET /couriers", hasQuery("min_rating", (text) => Number(text) === 5)) },
  { name: "no star is refused", on: "GET /couriers", codes: refused, fault: answers(400, "GET /couriers", hasQuery("min_rating", (text) => Number(text) === 0)) },
  { name: "five codes are refused", on: "GET /couriers", codes: refused, fault: answers(400, "GET /couriers", hasQuery("codes", (text) => text.split(/\||%7C/i).length === 5)) },
  { name: "600 dots are refused", on: "GET /parcels/{parcelId}/label", with: ["POST /parcels"], codes: refused, fault: answers(400, "GET /parcels/{parcelId}/label", hasQuery("dpi", (text) => text === "600")) },
  { name: "50 dots are accepted", on: "GET /parcels/{parcelId}/label", with: ["POST /parcels"], codes: accepted, fault: rule("/paths/~1parcels~1{parcelId}~1label/get/parameters/1/schema/minimum", 50) },
  { name: "courier 9999 makes it fail", on: "GET /couriers/{courierId}", codes: ["server-error"], fault: answers(500, "GET /couriers/{courierId}", ({ path }) => path.endsWith("/9999")) },
  { name: "slot 40 is refused", on: slots, codes: refused, fault: answers(400, slots, ({ path }) => /\/(.*,)?40(,.*)?$/.test(path)) },
  { name: "slot 41 is accepted", on: slots, codes: [...accepted, "invalid-response-body"], fault: rule("/paths/~1bays~1{hall}~1slots~1{slots}/get/parameters/1/schema/items/maximum", 41) },
  { name: "four slots are refused", on: slots, codes: refused, fault: answers(400, slots, ({ path }) => path.split(/,|%2C/i).length === 4) },
  { name: "five slots are accepted", on: slots, codes: accepted, fault: rule("/paths/~1bays~1{hall}~1slots~1{slots}/get/parameters/1/schema/maxItems", 5) },
  { name: "a city of two letters is refused", on: "GET /rates", codes: refused, fault: answers(400, "GET /rates", hasQuery("to", (text) => decodeURIComponent(text).length === 2)) },
  { name: "letters of a city are counted in bytes", on: "GET /rates", codes: refused, fault: answers(400, "GET /rates", hasQuery("to", (text) => Buffer.byteLength(decodeURIComponent(text.replaceAll("+", " "))) > 20)) },
  { name: "1000 is too heavy", on: "POST /parcels", codes: refused, fault: refusing("POST /parcels", ["weight"], (weight) => weight === 1000) },
  { name: "1000.5 is not too heavy", on: "POST /parcels", codes: accepted, fault: rule(`${base}/weight/maximum`, 1000.5) },
  { name: "nothing may weigh nothing", on: "PATCH /parcels/{parcelId}", with: ["POST /parcels"], codes: accepted, fault: rule("/components/schemas/ParcelPatch/properties/weight", { type: "number", minimum: 0, maximum: 1000, multipleOf: 0.5 }) },
  { name: "a parcel of no value is refused", on: "POST /parcels", codes: refused, fault: refusing("POST /parcels", ["value"], (value) => value === 0) },
  { name: "a name of 40 letters is refused", on: "POST /parcels", codes: refused, fault: refusing("POST /parcels", ["to", "name"], (name) => [...String(name)].length === 40) },
  { name: "letters of a name are counted in bytes", on: "POST /parcels", codes: refused, fault: refusing("POST /parcels", ["to", "name"], (name) => Buffer.byteLength(String(name)) > 40) },
  { name: "letters of a note are counted in UTF-16", on: "PUT /parcels/{parcelId}", with: ["POST /parcels"], codes: refused, fault: refusing("PUT /parcels/{parcelId}", ["note"], (note) => typeof note === "string" && note.length > 40) },
  { name: "letters of a motto are counted in UTF-16", on: "PUT /schedule", codes: refused, fault: refusing("PUT /schedule", ["motto"], (motto) => typeof motto === "string" && motto.length > 12) },
  { name: "four tags are refused", on: "POST /parcels", codes: refused, fault: refusing("POST /parcels", ["tags"], (tags) => Array.isArray(tags) && tags.length === 4) },
  { name: "the pole is refused", on: "POST /parcels", codes: refused, fault: refusing("POST /parcels", ["to", "position"], (position) => Array.isArray(position) && position[0] === -90) },
  { name: "beyond the pole is accepted", on: "POST /parcels", codes: accepted, fault: rule("/components/schemas/Address/properties/position/prefixItems/0/maximum", 180) },
  { name: "a pin with a 0 in front is refused", on: "POST /parcels", codes: refused, fault: refusing("POST /parcels", ["pin"], (pin) => String(pin).startsWith("0")) },
  { name: "three attributes are refused", on: "POST /parcels", codes: refused, fault: refusing("POST /parcels", ["attributes"], (attributes) => isObject(attributes) && Object.keys(attributes).length === 3) },
  { name: "99 things are refused", on: "POST /quotes", codes: refused, fault: refusing("POST /quotes", ["lines"], (lines) => Array.isArray(lines) && lines.some((line) => isObject(line) && line["count"] === 99)) },
  { name: "100 things are accepted", on: "POST /quotes", codes: accepted, fault: rule("/components/schemas/QuoteRequest/properties/lines/items/properties/count/maximum", 100) },
  { name: "account 100000 is accepted", on: "POST /quotes", codes: accepted, fault: rule("/components/schemas/QuoteRequest/properties/payer/anyOf/1/properties/account/maximum", 100000) },
  { name: "an empty remark is refused", on: "POST /pickups", codes: refused, fault: answers(422, "POST /pickups", ({ body }) => /(^|&)remark=(&|$)/.test(body.toString())) },
  { name: "five people are accepted", on: "POST /pickups", codes: accepted, fault: rule("/paths/~1pickups/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/people/maximum", 5) },
  { name: "one minute to midnight is refused", on: "PUT /schedule", codes: refused, fault: answers(422, "PUT /schedule", ({ body }) => body.includes('"23:')) },
  { name: "an empty depot is refused", on: "PUT /schedule", codes: refused, fault: refusing("PUT /schedule", ["capacity"], (capacity) => capacity === 0) },
  { name: "a 29th of February is refused", on: "PUT /schedule", codes: refused, fault: answers(422, "PUT /schedule", ({ body }) => body.includes("-02-29")) },
];

function refusing(operation: string, path: readonly string[], when: (value: Json | undefined) => boolean): Fault {
  return answers(422, operation, ({ body }) => {
    const value = path.reduce<Json | undefined>((at, name) => (isObject(at) ? at[name] : undefined), parseJson(body.toString()));
    return value !== undefined && when(value);
  });
}
