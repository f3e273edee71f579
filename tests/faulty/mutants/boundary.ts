import { answers, hasQuery, rule } from "../faults.ts";
import type { Mutant } from "../mutant.ts";

const refused = ["valid-request-refused"] as const;
const schemas = "/components/schemas";
const itemBase = `${schemas}/ItemBase/properties`;

/** Values at the edge of what is allowed that are refused, or at which a server fails. */
export const boundary: readonly Mutant[] = [
  { name: "the maximum is refused", on: "GET /items", codes: refused, fault: rule("/paths/~1items/get/parameters/0/schema/maximum", 49) },
  { name: "the minimum is refused", on: "GET /items", codes: refused, fault: rule("/paths/~1items/get/parameters/0/schema/minimum", 2) },
  { name: "nothing is refused as an offset", on: "GET /orders", codes: refused, fault: rule("/paths/~1orders/get/parameters/0/schema/minimum", 1) },
  { name: "a price of nothing is refused", on: "POST /items", codes: refused, fault: rule(`${itemBase}/price/exclusiveMinimum`, 0) },
  { name: "the longest name is refused", on: "POST /items", codes: refused, fault: rule(`${itemBase}/name/maxLength`, 29) },
  { name: "the shortest name is refused", on: "POST /items", codes: refused, fault: rule(`${itemBase}/name/minLength`, 2) },
  { name: "as many tags as may be are refused", on: "POST /items", codes: refused, fault: rule(`${itemBase}/tags/maxItems`, 3) },
  { name: "no tags are refused", on: "POST /items", codes: refused, fault: rule(`${itemBase}/tags/minItems`, 1) },
  { name: "as many labels as may be are refused", on: "POST /items", codes: refused, fault: rule(`${itemBase}/labels/maxProperties`, 2) },
  { name: "null is refused", on: "POST /items", codes: refused, fault: rule(`${itemBase}/weight/type`, "integer") },
  { name: "the highest power is refused", on: "POST /items", codes: refused, fault: rule(`${schemas}/MachineMembers/properties/power/exclusiveMaximum`, 5000) },
  { name: "the last aisle makes it fail", on: "GET /aisles/{aisle}/shelves/{shelf}", codes: ["server-error"], fault: answers(500, "GET /aisles/{aisle}/shelves/{shelf}", ({ path }) => path.includes("aisle=12/")) },
  { name: "the pole is refused", on: "POST /orders", codes: refused, fault: rule(`${schemas}/NewOrder/properties/place/prefixItems/0/maximum`, 89) },
  { name: "a tuple without its optional item is refused", on: "POST /orders", codes: refused, fault: rule(`${schemas}/NewOrder/properties/place/minItems`, 3) },
  { name: "as many lines as may be are refused", on: "POST /orders", codes: refused, fault: rule(`${schemas}/NewOrder/properties/lines/maxItems`, 4) },
  { name: "else is not what it should be", on: "POST /orders", codes: refused, fault: rule(`${schemas}/NewOrder/else/properties/lines/maxItems`, 2) },
  { name: "half of a pair of code units counts as a character", on: "POST /items", codes: refused, fault: answers(400, "POST /items", ({ body }) => (/"name":"([^"]*)"/.exec(body.toString())?.[1] ?? "").length > 30 && [.../"name":"([^"]*)"/.exec(body.toString())?.[1] ?? ""].length <= 30) },
  { name: "the longest cursor makes it fail", on: "GET /items", codes: ["server-error"], fault: answers(500, "GET /items", hasQuery("cursor", (text) => text.length === 7)) },
];
