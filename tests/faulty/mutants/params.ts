import { isObject, parseJson } from "../../../generator/json.ts";
import { answers, changed, hasQuery, reads, withHeader, withMember, withQuery } from "../faults.ts";
import type { Mutant } from "../mutant.ts";

const shelf = "GET /aisles/{aisle}/shelves/{shelf}";
const refused = ["valid-request-refused"] as const;

/** Parameters that are read wrongly, or not at all. */
export const params: readonly Mutant[] = [
  { name: "style matrix is not understood", on: shelf, codes: refused, fault: reads(shelf, (asked) => ({ ...asked, path: asked.path.replace(";aisle=", "") })) },
  { name: "style label is split at dots", on: shelf, codes: refused, fault: reads(shelf, (asked) => ({ ...asked, path: asked.path.replace(",", ".") })) },
  { name: "pipes are taken for commas", on: "GET /items", codes: refused, fault: reads("GET /items", withQuery("sku", (text) => text.replaceAll("|", ","))) },
  { name: "spaces are taken for commas", on: "GET /items", codes: refused, fault: reads("GET /items", withQuery("weights", (text) => text.replaceAll(" ", ","))) },
  { name: "deepObject is not understood", on: "GET /items", codes: refused, fault: answers(400, "GET /items", ({ query }) => query.some(([name]) => name.startsWith("price["))) },
  { name: "a name that comes twice is refused", on: "GET /items", codes: refused, fault: answers(400, "GET /items", ({ query }) => query.filter(([name]) => name === "tag").length > 1) },
  { name: "a list with commas is one text", on: "GET /stock", codes: refused, fault: answers(400, "GET /stock", hasQuery("kinds", (text) => text.includes(","))) },
  { name: "a cookie is not read", on: shelf, codes: ["broken-echo", "invalid-request-accepted"], fault: reads(shelf, (asked) => ({ ...asked, headers: new Map([...asked.headers].filter(([name]) => name !== "cookie")) })) },
  { name: "a cookie is refused", on: shelf, codes: refused, fault: answers(400, shelf, ({ headers }) => headers.has("cookie")) },
  { name: "a header with two items is one text", on: shelf, codes: refused, fault: answers(400, shelf, ({ headers }) => (headers.get("x-parts") ?? "").includes(",")) },
  { name: "an optional parameter is required", on: "GET /items", codes: refused, fault: answers(400, "GET /items", ({ query }) => !query.some(([name]) => name === "limit")) },
  { name: "JSON in a query is not decoded", on: "GET /orders", codes: refused, fault: reads("GET /orders", withQuery("where", encodeURIComponent)) },
  { name: "false is taken for a mistake", on: "GET /stock", codes: refused, fault: answers(400, "GET /stock", hasQuery("detailed", (text) => text === "false")) },
  { name: "one value of an enum is refused", on: "GET /items", codes: refused, fault: answers(400, "GET /items", hasQuery("sort", (text) => text === "-price")) },
  { name: "one value of an enum makes it fail", on: "GET /items", codes: ["server-error"], fault: answers(500, "GET /items", hasQuery("sort", (text) => text === "-sku")) },
  { name: "an optional part of a form is refused", on: "PUT /photos/{name}", codes: refused, fault: answers(400, "PUT /photos/{name}", ({ body }) => body.includes('name="width"')) },
  { name: "what is not ASCII makes an upload fail", on: "PUT /photos/{name}", codes: ["server-error"], fault: answers(500, "PUT /photos/{name}", ({ body }) => body.some((byte) => byte > 127) && body.includes("caption")) },
  { name: "of a list in a form the last item counts", on: "POST /subscriptions", codes: ["not-created", "broken-echo"], fault: changed("POST /subscriptions 201", (answer) => {
    const told = parseJson(String(answer.body));
    return { ...answer, body: JSON.stringify(isObject(told) && Array.isArray(told["topics"]) ? { ...told, topics: told["topics"].slice(-1) } : told) };
  }) },
  { name: "a time with an offset is refused", on: "GET /movements", codes: refused, fault: answers(400, "GET /movements", hasQuery("since", (text) => !/z$/i.test(text))) },
  { name: "a time with fractions is refused", on: "GET /movements", codes: refused, fault: answers(400, "GET /movements", hasQuery("since", (text) => text.includes("."))) },
  { name: "an exponent is no number", on: "GET /items", codes: refused, fault: answers(400, "GET /items", ({ query }) => query.some(([name, text]) => name.startsWith("price[") && /[.]/.test(text))) },
  { name: "what is accepted is not looked at", on: "GET /stock", codes: ["not-acceptable-content-type"], fault: reads("GET /stock", (asked) => ({ ...asked, headers: new Map([...asked.headers, ["accept", "*/*"]]) })) },
  { name: "always CSV", on: "GET /stock", codes: ["not-acceptable-content-type"], fault: reads("GET /stock", (asked) => ({ ...asked, headers: new Map([...asked.headers, ["accept", "text/csv"]]) })) },
  { name: "two parameters together make it fail", on: "GET /items", codes: ["server-error"], fault: answers(500, "GET /items", (asked) => hasQuery("kind")(asked) && hasQuery("sort")(asked)) },
  { name: "an unknown header is required", on: "GET /movements", codes: refused, fault: answers(400, "GET /movements", ({ headers }) => !headers.has("x-trace")) },
  { name: "another branch of the body is refused", on: "POST /items", codes: refused, fault: answers(400, "POST /items", ({ body }) => body.includes('"kind":"food"')) },
  { name: "an optional member of the body makes it fail", on: "POST /items", codes: ["server-error"], fault: answers(500, "POST /items", ({ body }) => body.includes('"labels"')) },
  { name: "the parameter that is echoed is dropped", on: "GET /items", codes: ["broken-echo"], fault: withHeader("GET /items 200", "x-request-id", "static") },
  { name: "the path is not looked at", on: "GET /orders/{orderId}", codes: ["broken-echo"], fault: withMember("GET /orders/{orderId} 200", "id", 4711) },
  { name: "the offset is not looked at", on: "GET /orders", codes: ["broken-paging", "broken-echo", "invalid-request-accepted"], fault: reads("GET /orders", withQuery("offset", (text) => (/^[1-9]\d*$/.test(text) ? "0" : text))) },
];
