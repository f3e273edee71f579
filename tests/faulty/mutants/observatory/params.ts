import { isObject } from "../../../../generator/json.ts";
import { answers, changed, hasQuery, inBody, reads, withHeader, withQuery, withRequestHeader } from "../../faults.ts";
import type { Mutant } from "../../mutant.ts";

const refused = ["valid-request-refused"] as const;

/** Parameters and parts that are read wrongly, or not at all. */
export const params: readonly Mutant[] = [
  { name: "a list with commas is one text", on: "GET /stars", codes: refused, fault: answers(400, "GET /stars", hasQuery("names", (text) => text.includes(","))) },
  { name: "pipes that are encoded are not seen", on: "GET /stars", codes: refused, fault: reads("GET /stars", withQuery("spectrum", (text) => text.replaceAll("|", "%7C"))) },
  { name: "a query is decoded twice", on: "GET /stars", codes: refused, fault: reads("GET /stars", (asked) => ({ ...asked, query: asked.query.map(([name, text]) => [name, text.replaceAll("+", " ")]) })) },
  { name: "of a deepObject the first member counts", on: "GET /stars", codes: ["broken-filter"], fault: reads("GET /stars", (asked) => ({ ...asked, query: asked.query.filter(([name, text]) => name !== "discovered[to]" || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text)) })) },
  { name: "of a list with pipes the first item counts", on: "GET /stars", codes: ["broken-filter"], fault: reads("GET /stars", withQuery("spectrum", (text) => (/^[OBAFGKM](\|[OBAFGKM])*$/.test(text) && new Set(text).size === (text.length + 3) / 2 ? text.charAt(0) : text))) },
  { name: "the language is not looked at", on: "GET /stars", codes: ["not-acceptable-content-type", "broken-echo"], fault: withHeader("GET /stars 200", "content-language", "en") },
  { name: "one language of two is refused", on: "GET /stars", codes: refused, fault: answers(400, "GET /stars", ({ headers }) => headers.get("accept-language") === "de") },
  { name: "q is not looked at", on: "GET /light-curve", codes: ["not-acceptable-content-type"], fault: reads("GET /light-curve", (asked) => withRequestHeader("accept", (asked.headers.get("accept") ?? "*/*").split(",")[0]?.replace(/;.*/, "") ?? "*/*")(asked)) },
  { name: "always JSON", on: "GET /light-curve", codes: ["not-acceptable-content-type"], fault: reads("GET /light-curve", withRequestHeader("accept", "*/*")) },
  { name: "a part of JSON is refused", on: "POST /plates", codes: refused, fault: answers(400, "POST /plates", ({ body }) => /content-type: application\/json/i.test(body.toString("latin1"))) },
  { name: "a JPEG is refused", on: "POST /plates", codes: refused, fault: answers(400, "POST /plates", ({ body }) => /content-type: image\/jpeg/i.test(body.toString("latin1"))) },
  { name: "of several parts the last one counts", on: "POST /plates", codes: ["not-created", "broken-echo"], fault: inBody("POST /plates 202", (told) => void (Array.isArray(told["marks"]) && (told["marks"] = told["marks"].slice(-1)))) },
  { name: "a member of a part is dropped", on: "POST /plates", codes: ["not-created", "broken-echo"], fault: inBody("POST /plates 202", ({ meta }) => void (isObject(meta) && delete meta["filter"])) },
  { name: "a plate of no bytes makes it fail", on: "POST /plates", codes: ["server-error"], fault: answers(500, "POST /plates", ({ body }) => /name="image".*?\r\n\r\n\r\n--/s.test(body.toString("latin1"))) },
  { name: "a blank behind a comma is part of the item", on: "GET /stars", codes: refused, fault: answers(400, "GET /stars", ({ headers }) => (headers.get("accept") ?? "").includes(", ")) },
  { name: "an unknown parameter is refused", on: "GET /angles", codes: ["valid-request-refused", "server-error", "invalid-request-accepted"], fault: answers(500, "GET /angles", ({ query }) => query.some(([name]) => name !== "degrees")) },
  { name: "a number with decimals is refused", on: "GET /stars", codes: refused, fault: answers(400, "GET /stars", hasQuery("dimmest", (text) => text.includes("."))) },
  { name: "a negative number is refused", on: "GET /stars", codes: refused, fault: answers(400, "GET /stars", hasQuery("dimmest", (text) => text.startsWith("-"))) },
  { name: "lines without the last line break are refused", on: "POST /sightings", codes: refused, fault: answers(400, "POST /sightings", ({ body }) => body.length > 0 && !body.toString().includes("\n", body.length)) },
  { name: "the last of several lines is forgotten", on: "POST /sightings", codes: ["not-created", "broken-echo"], fault: changed("POST /sightings 200", (answer) => ({ ...answer, body: String(answer.body).replace(/\d+/, (count) => String(Math.max(0, Number(count) - 1))) })) },
];
