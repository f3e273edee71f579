import { answers, reads, rule, withRequestHeader } from "../faults.ts";
import type { Fault } from "../fault.ts";
import type { Mutant } from "../mutant.ts";

const schemas = "/components/schemas";
const itemBase = `${schemas}/ItemBase/properties`;
const list = "/paths/~1items/get/parameters";
const upload = "/paths/~1photos~1{name}/put/requestBody/content/multipart~1form-data/schema";
const form = "/paths/~1subscriptions/post/requestBody/content/application~1x-www-form-urlencoded/schema";

/** What is invalid, and accepted; or makes a server fail. */
export const negative: readonly Mutant[] = [
  accepted("a sku against its pattern", "POST /items", rule(`${schemas}/Sku/pattern`)),
  accepted("an empty name", "POST /items", rule(`${itemBase}/name/minLength`)),
  accepted("a name that is too long", "POST /items", rule(`${itemBase}/name/maxLength`)),
  accepted("an item without a name", "POST /items", rule(`${schemas}/ItemBase/required`, ["kind", "sku", "price"])),
  accepted("a price between multiples", "POST /items", rule(`${itemBase}/price/multipleOf`)),
  accepted("a price at its exclusive maximum", "POST /items", rule(`${itemBase}/price/exclusiveMaximum`)),
  accepted("a negative price", "POST /items", rule(`${itemBase}/price/minimum`)),
  accepted("a power of nothing", "POST /items", rule(`${schemas}/MachineMembers/properties/power/exclusiveMinimum`)),
  accepted("a power in words", "POST /items", rule(`${schemas}/MachineMembers/properties/power/type`)),
  accepted("members that nobody knows", "POST /items", rule(`${schemas}/Machine/unevaluatedProperties`)),
  accepted("a tag twice", "POST /items", rule(`${itemBase}/tags/uniqueItems`)),
  accepted("too many tags", "POST /items", rule(`${itemBase}/tags/maxItems`)),
  accepted("labels for no language", "POST /items", rule(`${itemBase}/labels/propertyNames`)),
  accepted("too many labels", "POST /items", rule(`${itemBase}/labels/maxProperties`)),
  accepted("a day that is none", "POST /items", rule(`${schemas}/FoodMembers/properties/bestBefore/format`)),
  accepted("an unknown allergen", "POST /items", rule(`${schemas}/FoodMembers/properties/allergens/items`, true)),
  accepted("a change of nothing", "PATCH /items/{itemId}", rule(`${schemas}/ItemChange/minProperties`)),
  accepted("a change of what cannot be changed", "PATCH /items/{itemId}", rule(`${schemas}/ItemChange/additionalProperties`)),
  accepted("a change to a weight above its maximum", "PATCH /items/{itemId}", rule(`${schemas}/ItemChange/properties/weight/maximum`)),
  accepted("a limit above its maximum", "GET /items", rule(`${list}/0/schema/maximum`)),
  accepted("a limit below its minimum", "GET /items", rule(`${list}/0/schema/minimum`)),
  accepted("a cursor against its pattern", "GET /items", rule(`${list}/1/schema/pattern`)),
  accepted("an unknown kind in the query", "GET /items", rule(`${list}/2/schema`, { type: "string" })),
  accepted("an unknown order", "GET /items", rule(`${list}/3/schema/enum`)),
  accepted("a tag in the query twice", "GET /items", rule(`${list}/4/schema/uniqueItems`)),
  accepted("too many skus in the query", "GET /items", rule(`${list}/5/schema/maxItems`)),
  accepted("a weight above its maximum in the query", "GET /items", rule(`${list}/6/schema/items/maximum`)),
  accepted("an unknown member of a deepObject", "GET /items", rule(`${list}/7/schema/additionalProperties`)),
  accepted("a negative number in a deepObject", "GET /items", rule(`${list}/7/schema/properties/min/minimum`)),
  accepted("a header against its pattern", "GET /items", rule("/components/parameters/RequestId/schema/pattern")),
  accepted("an aisle that is not there", "GET /aisles/{aisle}/shelves/{shelf}", rule("/paths/~1aisles~1{aisle}~1shelves~1{shelf}/get/parameters/0/schema/maximum")),
  accepted("a shelf of three numbers", "GET /aisles/{aisle}/shelves/{shelf}", rule("/paths/~1aisles~1{aisle}~1shelves~1{shelf}/get/parameters/1/schema/maxItems")),
  accepted("an unknown currency in a cookie", "GET /aisles/{aisle}/shelves/{shelf}", rule("/paths/~1aisles~1{aisle}~1shelves~1{shelf}/get/parameters/2/schema/enum")),
  accepted("an unknown part in a header", "GET /aisles/{aisle}/shelves/{shelf}", rule("/paths/~1aisles~1{aisle}~1shelves~1{shelf}/get/parameters/3/schema/items/enum")),
  accepted("express without a telephone", "POST /orders", rule(`${schemas}/NewOrder/then`, true)),
  accepted("too many lines without express", "POST /orders", rule(`${schemas}/NewOrder/else`, true)),
  accepted("a note without wrapping", "POST /orders", rule(`${schemas}/NewOrder/dependentRequired`, {})),
  accepted("a tuple that is too long", "POST /orders", rule(`${schemas}/NewOrder/properties/place/items`, true)),
  accepted("a place beyond the pole", "POST /orders", rule(`${schemas}/NewOrder/properties/place/prefixItems/0/maximum`)),
  accepted("no lines", "POST /orders", rule(`${schemas}/NewOrder/properties/lines/minItems`)),
  accepted("a line without a count", "POST /orders", rule(`${schemas}/OrderLine/required`, ["sku"])),
  accepted("a count above its maximum", "POST /orders", rule(`${schemas}/OrderLine/properties/count/maximum`)),
  accepted("a telephone in words", "POST /orders", rule(`${schemas}/NewOrder/properties/phone/pattern`)),
  accepted("an unknown member of JSON in a query", "GET /orders", rule("/paths/~1orders/get/parameters/3/content/application~1json/schema/additionalProperties")),
  accepted("a negative offset", "GET /orders", rule("/paths/~1orders/get/parameters/0/schema/minimum")),
  accepted("an address that is none", "POST /subscriptions", rule(`${form}/properties/email/format`)),
  accepted("an unknown topic", "POST /subscriptions", rule(`${form}/properties/topics/items/enum`)),
  accepted("an unknown field of a form", "POST /subscriptions", rule(`${form}/additionalProperties`)),
  accepted("a form without a required field", "POST /subscriptions", rule(`${form}/required`, ["email"])),
  accepted("a time in words", "GET /movements", rule("/paths/~1movements/get/parameters/0/schema/format")),
  accepted("a caption that is too long", "PUT /photos/{name}", rule(`${upload}/properties/caption/maxLength`)),
  accepted("a photo that is too wide", "PUT /photos/{name}", rule(`${upload}/properties/width/maximum`)),
  accepted("a name of a photo against its pattern", "GET /photos/{name}", { ...rule("/paths/~1photos~1{name}/parameters/0/schema/pattern"), asked: (asked) => ({ ...asked, path: asked.method === "GET" && asked.path.startsWith("/photos/") ? "/photos/drill" : asked.path }) }),
  accepted("a body of another media type", "POST /items", reads("POST /items", withRequestHeader("content-type", "application/json")), ["invalid-request-accepted", "protocol-violation"]),
  { name: "a body that is null makes it fail", on: "POST /items", codes: ["server-error"], fault: answers(500, "POST /items", ({ body }) => body.toString() === "null") },
  { name: "a list for an object makes it fail", on: "POST /orders", codes: ["server-error"], fault: answers(500, "POST /orders", ({ body }) => body.toString().startsWith("[")) },
  { name: "a text for a number makes it fail", on: "GET /items", codes: ["server-error"], fault: answers(500, "GET /items", ({ query }) => query.some(([name, text]) => name === "limit" && !/^-?[\d.]+$/.test(text))) },
];

function accepted(name: string, on: string, fault: Fault, codes: Mutant["codes"] = ["invalid-request-accepted"]): Mutant {
  return { name: `${name} is accepted`, on, codes, fault };
}
