import { isObject } from "../../../../generator/json.ts";
import { inBody, inRows, withBody, withHeader, withMember, withoutMember } from "../../faults.ts";
import type { Mutant } from "../../mutant.ts";

const star = "GET /stars/{starId}";
const body = ["invalid-response-body"] as const;
const header = ["invalid-response-header"] as const;
const missing = ["missing-response-header"] as const;

/** Wrong answers that show as soon as anybody asks. */
export const example: readonly Mutant[] = [
  { name: "numbers of 64 bits as texts", on: star, codes: body, fault: withBody(`${star} 200`, (text) => text.replace(/"id":(\d+)/, '"id":"$1"')) },
  { name: "null for what is not there", on: star, codes: body, fault: withMember(`${star} 200`, "page", null) },
  { name: "a number with the noise of floats", on: star, codes: body, fault: withMember(`${star} 200`, "magnitude", 0.1 + 0.25) },
  { name: "a time without an offset", on: star, codes: body, fault: withMember(`${star} 200`, "discovered", "1850-07-17T00:00:00") },
  { name: "a time as a number of seconds", on: star, codes: body, fault: withMember(`${star} 200`, "discovered", 1767225600) },
  { name: "a catalogue twice", on: star, codes: body, fault: withMember(`${star} 200`, "catalogues", ["HR", "HR"]) },
  { name: "a reference with spaces", on: star, codes: body, fault: withMember(`${star} 200`, "page", "/stars/alpha centauri") },
  { name: "an alias in lower case", on: star, codes: body, fault: withMember(`${star} 200`, "aliases", { hr: 1000 }) },
  { name: "an alias that is a text", on: star, codes: body, fault: withMember(`${star} 200`, "aliases", { HR: "1000" }) },
  { name: "half of a position", on: star, codes: body, fault: inBody(`${star} 200`, (told) => void Object.assign(told, { position: [10], epoch: "J2000" })) },
  { name: "a position with a third number", on: star, codes: body, fault: inBody(`${star} 200`, (told) => void Object.assign(told, { position: [10, 20, 30], epoch: "J2000" })) },
  { name: "a position without its epoch", on: star, codes: body, fault: inBody(`${star} 200`, (told) => (told["position"] = [10, 20], delete told["epoch"])) },
  { name: "a companion of no type", on: "GET /stars", codes: body, fault: inRows("GET /stars 200", ({ companion }) => void (isObject(companion) && delete companion["type"])) },
  { name: "a companion of another type", on: "GET /stars", codes: body, fault: inRows("GET /stars 200", ({ companion }) => void (isObject(companion) && (companion["type"] = "planet"))) },
  { name: "a companion with the members of the other", on: "GET /stars", codes: body, fault: inRows("GET /stars 200", ({ companion }) => void (isObject(companion) && (companion["type"] = companion["type"] === "dwarf" ? "neutron" : "dwarf"))) },
  { name: "a companion of a single star", on: "GET /stars", codes: body, fault: inRows("GET /stars 200", (row) => void (row["kind"] === "single" && (row["companion"] = { type: "dwarf", mass: 1 }))) },
  { name: "who found it is shown in the list", on: "GET /stars", codes: body, fault: inRows("GET /stars 200", (row) => (row["finder"] = "Ada")) },
  { name: "the list in an envelope", on: "GET /stars", codes: body, fault: withBody("GET /stars 200", (text) => `{"stars":${text}}`) },
  { name: "an unknown column in a header", on: "GET /stars", codes: header, fault: withHeader("GET /stars 200", "x-columns", "name,colour") },
  { name: "a column twice in a header", on: "GET /stars", codes: header, fault: withHeader("GET /stars 200", "x-columns", "name,name") },
  { name: "the limit with its window", on: "GET /stars", codes: header, fault: withHeader("GET /stars 200", "ratelimit-limit", "1000, 1000;w=3600") },
  { name: "more requests left than there are", on: "GET /stars", codes: ["broken-rule"], fault: withHeader("GET /stars 200", "ratelimit-remaining", "1001") },
  { name: "what is left below nothing", on: "GET /stars", codes: header, fault: withHeader("GET /stars 200", "ratelimit-remaining", "-1") },
  { name: "thousands with a comma", on: "GET /stars", codes: header, fault: withHeader("GET /stars 200", "x-total-count", "1,022") },
  { name: "no language", on: "GET /stars", codes: missing, fault: withHeader("GET /stars 200", "content-language") },
  { name: "a language as an object has it", on: "GET /stars", codes: header, fault: withHeader("GET /stars 200", "content-language", "English") },
  { name: "a session that scripts can read", on: "POST /session", codes: header, fault: withHeader("POST /session 204", "set-cookie", "sid=0123456789abcdef; Path=/; SameSite=Strict") },
  { name: "a session for other sites", on: "POST /session", codes: header, fault: withHeader("POST /session 204", "set-cookie", "sid=0123456789abcdef; Path=/; HttpOnly; SameSite=None") },
  { name: "no session", on: "POST /session", codes: missing, fault: withHeader("POST /session 204", "set-cookie") },
  { name: "a session that may be kept", on: "POST /session", codes: header, fault: withHeader("POST /session 204", "cache-control", "public, max-age=60") },
  { name: "nothing says that it is deprecated", on: "GET /angles", codes: missing, fault: withHeader("GET /angles 200", "deprecation") },
  { name: "deprecated is true", on: "GET /angles", codes: header, fault: withHeader("GET /angles 200", "deprecation", "true") },
  { name: "the end of it as ISO 8601", on: "GET /angles", codes: ["protocol-violation", "invalid-response-header"], fault: withHeader("GET /angles 200", "sunset", "2033-12-31T23:59:59Z") },
  { name: "an event without its time", on: "GET /sightings", codes: body, fault: withBody("GET /sightings 200", (text) => text.replace(/,"at":"[^"]*"/, "")) },
  { name: "an event of an unknown kind", on: "GET /sightings", codes: body, fault: withBody("GET /sightings 200", (text) => text.replace("event: lost", "event: gone")) },
  { name: "events whose data is no JSON", on: "GET /sightings", codes: body, fault: withBody("GET /sightings 200", (text) => text.replaceAll(/data: .*/g, "data: [object Object]")) },
  { name: "events as lines", on: "GET /sightings", codes: body, fault: withBody("GET /sightings 200", (text) => text.replaceAll(/event: .*\nid: .*\ndata: (.*)\n\n/g, "$1\n")) },
  { name: "events as plain text", on: "GET /sightings", codes: ["undocumented-content-type"], fault: withHeader("GET /sightings 200", "content-type", "text/plain") },
  { name: "a time twice at the start of a curve", on: "GET /light-curve", codes: body, fault: withMember("GET /light-curve 200", "points", [[0, 1.5], [0, 1.6]]) },
  { name: "a curve that does not start", on: "GET /light-curve", codes: body, fault: withMember("GET /light-curve 200", "points", [[1, 1.5]]) },
  { name: "a third number in a curve", on: "GET /light-curve", codes: body, fault: withMember("GET /light-curve 200", "points", [[0, 1.5, 0.1]]) },
  { name: "a curve with its name", on: "GET /light-curve", codes: body, fault: withMember("GET /light-curve 200", "star", "Mira") },
  { name: "a curve in another unit", on: "GET /light-curve", codes: body, fault: withMember("GET /light-curve 200", "unit", "lux") },
  { name: "focus without an owner", on: "GET /settings", codes: body, fault: inBody("GET /settings 200", (told) => (told["focus"] = 5, delete told["owner"])) },
  { name: "settings of the house beside those that may be", on: "GET /settings", codes: body, fault: withMember("GET /settings 200", "x_internal", "1") },
  { name: "two clear filters", on: "GET /settings", codes: body, fault: withMember("GET /settings 200", "filters", ["clear", "clear"]) },
  { name: "no clear filter", on: "GET /settings", codes: body, fault: withMember("GET /settings 200", "filters", ["red"]) },
  { name: "a truth as a number", on: "GET /settings", codes: body, fault: withMember("GET /settings 200", "isTracking", 1) },
  { name: "a full turn", on: "GET /angles", codes: body, fault: withMember("GET /angles 200", "hours", 24) },
  { name: "no bytes of a plate", on: "POST /plates", codes: body, fault: withoutMember("POST /plates 202", "bytes") },
  { name: "when to come again in words", on: "POST /plates", codes: [...header, "protocol-violation"], fault: withHeader("POST /plates 202", "retry-after", "soon") },
];
