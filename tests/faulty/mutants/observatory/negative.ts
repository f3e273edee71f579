import type { Fault } from "../../fault.ts";
import { answers, rule } from "../../faults.ts";
import type { Mutant } from "../../mutant.ts";

const star = "/components/schemas/StarBase";
const list = "/paths/~1stars/get/parameters";
const settings = "/components/schemas/Settings";
const plate = "/paths/~1plates/post/requestBody/content/multipart~1form-data/schema/properties";

/** What is invalid, and accepted; or makes a server fail. */
export const negative: readonly Mutant[] = [
  accepted("a member that nobody knows", "POST /stars", rule("/components/schemas/Single/unevaluatedProperties")),
  accepted("an alias in lower case", "POST /stars", rule(`${star}/properties/aliases/additionalProperties`)),
  accepted("an alias that is a text", "POST /stars", rule(`${star}/properties/aliases/patternProperties`, { "^[A-Z]{2,4}$": true })),
  accepted("a position without its epoch", "POST /stars", rule(`${star}/dependentSchemas`, {})),
  accepted("a position of three numbers", "POST /stars", rule(`${star}/properties/position/items`, true)),
  accepted("half of a position", "POST /stars", rule(`${star}/properties/position/minItems`)),
  accepted("a catalogue twice", "POST /stars", rule(`${star}/properties/catalogues/uniqueItems`)),
  accepted("a magnitude between multiples", "POST /stars", rule(`${star}/properties/magnitude/multipleOf`)),
  accepted("a day of no calendar", "POST /stars", rule(`${star}/properties/discovered/format`)),
  accepted("a reference with spaces", "POST /stars", rule(`${star}/properties/page/format`)),
  accepted("a companion of an unknown type", "POST /stars", rule("/components/schemas/Companion", { type: "object" })),
  accepted("a companion without its mass", "POST /stars", rule("/components/schemas/Dwarf/required", ["type"])),
  accepted("a spin with decimals", "POST /stars", rule("/components/schemas/Neutron/properties/spin/type", "number")),
  accepted("a name that is null", "POST /stars", rule(`${star}/properties/name/type`, ["string", "null"])),
  accepted("a class that is none", "PUT /stars/{starId}", rule("/components/schemas/Spectrum/enum")),
  accepted("a day of no calendar in a deepObject", "GET /stars", rule(`${list}/6/schema/properties/from/format`)),
  accepted("a class twice in a list with pipes", "GET /stars", rule(`${list}/3/schema/uniqueItems`)),
  accepted("six names", "GET /stars", rule(`${list}/4/schema/maxItems`)),
  accepted("no page", "GET /stars", rule(`${list}/0/schema/minimum`)),
  accepted("a language that is none", "GET /stars", rule(`${list}/7/schema/enum`)),
  accepted("two clear filters", "PUT /settings", rule(`${settings}/properties/filters/maxContains`)),
  accepted("no clear filter", "PUT /settings", rule(`${settings}/properties/filters/minContains`, 0)),
  accepted("focus without an owner", "PUT /settings", rule(`${settings}/dependentRequired`, {})),
  accepted("a setting whose value is too long", "PUT /settings", rule(`${settings}/patternProperties`, { "^x-[a-z]{1,8}$": true })),
  accepted("a setting that nobody knows", "PUT /settings", rule(`${settings}/unevaluatedProperties`)),
  accepted("an exposure of nothing", "PUT /settings", rule(`${settings}/properties/exposure/exclusiveMinimum`)),
  accepted("meta without its seconds", "POST /plates", rule(`${plate}/meta/required`, [])),
  accepted("meta with an unknown filter", "POST /plates", rule(`${plate}/meta/properties/filter/enum`)),
  accepted("four marks", "POST /plates", rule(`${plate}/marks/maxItems`)),
  accepted("a mark that is too long", "POST /plates", rule(`${plate}/marks/items/maxLength`)),
  accepted("a line without its time", "POST /sightings", rule("/components/schemas/Sighting/required", ["star"])),
  accepted("a line through what is no weather", "POST /sightings", rule("/components/schemas/Sighting/properties/through/items/enum")),
  accepted("a full turn", "GET /angles", rule("/paths/~1angles/get/parameters/0/schema/exclusiveMaximum")),
  { name: "a line that is no JSON makes it fail", on: "POST /sightings", codes: ["server-error"], fault: { answer: (answer, { path }) => (path === "/sightings" && String(answer.body ?? "").includes("That is no JSON") ? { status: 500, headers: { "content-type": "text/plain" }, body: "Unexpected token" } : answer) } },
  { name: "a number that is too large makes it fail", on: "GET /stars/{starId}", codes: ["server-error"], fault: answers(500, "GET /stars/{starId}", ({ path }) => /\/\d{19,}$/.test(path) && BigInt(path.slice(7)) >= 2n ** 63n) },
  { name: "a word for a number makes it fail", on: "GET /stars/{starId}", codes: ["server-error"], fault: answers(500, "GET /stars/{starId}", ({ path }) => !/^\/stars\/-?[\d.]+$/.test(path)) },
  { name: "a list for an object makes it fail", on: "PUT /settings", codes: ["server-error"], fault: answers(500, "PUT /settings", ({ body }) => body.toString().startsWith("[")) },
];

function accepted(name: string, on: string, fault: Fault, codes: Mutant["codes"] = ["invalid-request-accepted"]): Mutant {
  return { name: `${name} is accepted`, on, codes, fault };
}
