import type { Json } from "../../../generator/json.ts";
import { forgetting, inBody, reads, withHeader, withMember } from "../faults.ts";
import type { Mutant } from "../mutant.ts";

/** Answers that are as their schemas say, and yet no answers to what was asked. */
export const semantic: readonly Mutant[] = [
  { name: "limit is not looked at", on: "GET /items", codes: ["broken-paging", "broken-filter"], fault: reads("GET /items", forgetting("limit", /^([1-9]|[1-4]\d|50)$/)) },
  { name: "one item more than the limit", on: "GET /items", codes: ["broken-paging", "broken-filter"], fault: inBody("GET /items 200", (page, { query }) => {
    const items = page["items"];
    if (query.some(([name]) => name === "limit") && Array.isArray(items) && items[0] !== undefined && items.length < 50) items.push(items[0]);
  }) },
  { name: "kind is not looked at", on: "GET /items", codes: ["broken-filter"], fault: reads("GET /items", forgetting("kind", /^(machine|food)$/)) },
  { name: "sku is not looked at", on: "GET /items", codes: ["broken-filter"], fault: reads("GET /items", forgetting("sku", /^[A-Z]{2}-\d{4}(\|[A-Z]{2}-\d{4}){0,4}$/)) },
  { name: "status is not looked at", on: "GET /orders", codes: ["broken-filter"], fault: reads("GET /orders", forgetting("status", /^(open|packed|sent)$/)) },
  { name: "sort is not looked at", on: "GET /items", codes: ["broken-order"], fault: reads("GET /items", forgetting("sort", /^-?(sku|price)$/)) },
  { name: "the minus is not looked at", on: "GET /items", codes: ["broken-order"], fault: reads("GET /items", (asked) => ({ ...asked, query: asked.query.map(([name, text]) => [name, name === "sort" ? text.replace(/^-(?=(?:sku|price)$)/, "") : text]) })) },
  { name: "numbers are sorted as texts", on: "GET /items", codes: ["broken-order"], fault: inBody("GET /items 200", (page, { query }) => {
    const price = (item: Json) => (typeof item === "object" && item !== null && "price" in item ? String(item["price"]) : "");
    if (query.some(([name, text]) => name === "sort" && text === "price") && Array.isArray(page["items"])) page["items"].sort((a, b) => (price(a) < price(b) ? -1 : 1));
  }) },
  { name: "there are fewer in all than on a page", on: "GET /items", codes: ["broken-paging", "broken-rule"], fault: withHeader("GET /items 200", "x-total-count", "1") },
  { name: "the total is that of the page", on: "GET /orders", codes: ["broken-paging", "broken-rule"], fault: inBody("GET /orders 200", (body) => (body["total"] = Array.isArray(body["orders"]) ? body["orders"].length : 0)) },
  { name: "the id of the request is not that of the answer", on: "POST /items", codes: ["broken-echo"], fault: withHeader("POST /items 201", "x-request-id", "static") },
  { name: "the id of the request is not answered", on: "GET /items", codes: ["broken-echo"], fault: withHeader("GET /items 200", "x-request-id") },
  { name: "the id is not that of the path", on: "GET /items/{itemId}", codes: ["broken-echo"], fault: withMember("GET /items/{itemId} 200", "id", "00000000-0000-4000-8000-0000000000ff") },
  { name: "the aisle is not that of the path", on: "GET /aisles/{aisle}/shelves/{shelf}", codes: ["broken-echo"], fault: inBody("GET /aisles/{aisle}/shelves/{shelf} 200", (shelf) => (shelf["aisle"] = 5)) },
  { name: "what was replaced has another id", on: "PUT /items/{itemId}", codes: ["broken-echo"], fault: withMember("PUT /items/{itemId} 200", "id", "00000000-0000-4000-8000-0000000000ff") },
];
