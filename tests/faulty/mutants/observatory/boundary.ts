import { answers, hasQuery, rule } from "../../faults.ts";
import type { Fault } from "../../fault.ts";
import type { Mutant } from "../../mutant.ts";

const refused = ["valid-request-refused"] as const;
const star = "/components/schemas/StarBase/properties";

/** Values at the edge of what is allowed that are refused, or at which a server fails. */
export const boundary: readonly Mutant[] = [
  { name: "a number beyond 53 bits is refused", on: "GET /stars/{starId}", codes: refused, fault: answers(400, "GET /stars/{starId}", ({ path }) => Number(path.slice(7)) >= 2 ** 53) },
  { name: "a number beyond 32 bits makes it fail", on: "GET /stars/{starId}", codes: ["server-error"], fault: answers(500, "GET /stars/{starId}", ({ path }) => Number(path.slice(7)) > 2 ** 31) },
  { name: "bytes count as characters", on: "POST /stars", codes: refused, fault: posted(400, (body) => Buffer.byteLength(named(body)) > 24 && [...named(body)].length <= 24) },
  { name: "a leap second is refused", on: "POST /stars", codes: refused, fault: posted(400, (body) => /"discovered":"[^"]*:60[Z.+-]/i.test(body)) },
  { name: "a time in lower case is refused", on: "POST /stars", codes: refused, fault: posted(400, (body) => /"discovered":"[^"]*[tz]/.test(body)) },
  { name: "a time with an offset is refused", on: "POST /stars", codes: refused, fault: posted(400, (body) => /"discovered":"[^"]*[+-]\d\d:\d\d"/.test(body)) },
  { name: "nine digits of a second make it fail", on: "POST /stars", codes: ["server-error"], fault: posted(500, (body) => /"discovered":"[^"]*\.\d{7,}/.test(body)) },
  { name: "multiples are computed with floats", on: "POST /stars", codes: refused, fault: posted(400, (body) => Number(/"magnitude":(-?[\d.]+)/.exec(body)?.[1] ?? 0) % 0.1 !== 0 && Number.isInteger(Number((Number(/"magnitude":(-?[\d.]+)/.exec(body)?.[1] ?? 0) * 10).toFixed(6)))) },
  { name: "the brightest is refused", on: "POST /stars", codes: refused, fault: rule(`${star}/magnitude/minimum`, -29) },
  { name: "no aliases are refused", on: "POST /stars", codes: refused, fault: rule(`${star}/aliases/minProperties`, 1) },
  { name: "a fragment is no reference", on: "POST /stars", codes: refused, fault: rule(`${star}/page/format`, "uri") },
  { name: "the south pole is refused", on: "POST /stars", codes: refused, fault: rule(`${star}/position/prefixItems/1/exclusiveMinimum`, -90) },
  { name: "the heaviest dwarf is refused", on: "POST /stars", codes: refused, fault: rule("/components/schemas/Dwarf/properties/mass/exclusiveMaximum", 1.44) },
  { name: "another companion is refused", on: "POST /stars", codes: refused, fault: posted(400, (body) => body.includes('"neutron"')) },
  { name: "a page behind the last is refused", on: "GET /stars", codes: [...refused, "undocumented-status"], fault: answers(404, "GET /stars", hasQuery("page", (text) => Number(text) > 3 && Number(text) <= 1000)) },
  { name: "the last page that may be makes it fail", on: "GET /stars", codes: ["server-error"], fault: answers(500, "GET /stars", hasQuery("page", (text) => text === "1000")) },
  { name: "two filters of the same colour are refused", on: "PUT /settings", codes: refused, fault: rule("/components/schemas/Settings/properties/filters/uniqueItems", true) },
  { name: "other settings are refused", on: "PUT /settings", codes: refused, fault: rule("/components/schemas/Settings/patternProperties", {}) },
  { name: "no angle is refused", on: "GET /angles", codes: refused, fault: answers(400, "GET /angles", hasQuery("degrees", (text) => text === "0")) },
  { name: "no lines are refused", on: "POST /sightings", codes: refused, fault: answers(400, "POST /sightings", ({ body }) => body.toString().trim().split("\n").length > 1) },
];

function posted(status: number, when: (body: string) => boolean): Fault {
  return answers(status, "POST /stars", ({ body }) => when(body.toString()));
}

function named(body: string): string {
  return /"name":"([^"]*)"/.exec(body)?.[1] ?? "";
}
