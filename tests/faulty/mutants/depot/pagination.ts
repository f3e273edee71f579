import type { Json } from "../../../../generator/json.ts";
import type { Fault } from "../../fault.ts";
import { answers, changed, forgetting, hasQuery, inBody, reads, withQuery } from "../../faults.ts";
import type { Mutant } from "../../mutant.ts";
import type { Answer } from "../../warehouse/exchange.ts";

const broken = ["broken-paging"] as const;
const parcels = "GET /parcels";
const couriers = "GET /couriers";

/** Pages that do not make up the whole. */
export const pagination: readonly Mutant[] = [
  { name: "the cursor is not looked at", on: parcels, codes: broken, fault: reads(parcels, forgetting("cursor", /^p\d+$/)) },
  { name: "a cursor skips one", on: parcels, codes: broken, fault: inBody("GET /parcels 200", (page) => (page["next"] = moved(page["next"], 1))) },
  { name: "a cursor repeats one", on: parcels, codes: broken, fault: inBody("GET /parcels 200", (page) => (page["next"] = moved(page["next"], -1))) },
  { name: "there is always a next page", on: parcels, codes: broken, fault: inBody("GET /parcels 200", (page) => (page["next"] ??= "p0")) },
  { name: "the second page is the last", on: parcels, codes: broken, fault: inBody("GET /parcels 200", (page, { query }) => void (query.some(([name]) => name === "cursor") && (page["next"] = null))) },
  { name: "there is no next page", on: parcels, codes: broken, fault: inBody("GET /parcels 200", (page) => (page["next"] = null)) },
  { name: "a cursor cannot be used", on: parcels, codes: [...broken, "valid-request-refused", "invalid-response-body", "broken-link"], fault: inBody("GET /parcels 200", (page) => typeof page["next"] === "string" && (page["next"] = `q${page["next"]}`)) },
  { name: "a cursor makes it fail", on: parcels, codes: ["server-error"], fault: answers(500, parcels, hasQuery("cursor", (text) => text !== "p0")) },
  { name: "the next page forgets the kind", on: parcels, codes: [...broken, "broken-filter"], fault: reads(parcels, (asked) => (hasQuery("cursor")(asked) ? forgetting("kind", /^(letter|box|pallet)$/)(asked) : asked)) },
  { name: "the next page forgets how it is sorted", on: parcels, codes: [...broken, "broken-order"], fault: reads(parcels, (asked) => (hasQuery("cursor")(asked) ? forgetting("sort", /^(weight|reference|createdAt)$/)(asked) : asked)) },
  { name: "a page is one longer than it may be", on: parcels, codes: broken, fault: reads(parcels, withQuery("limit", (text) => (/^([1-9]|[1-4]\d)$/.test(text) ? String(Number(text) + 1) : text))) },
  { name: "limit is not looked at", on: parcels, codes: broken, fault: reads(parcels, forgetting("limit", /^([1-9]|[1-4]\d|50)$/)) },
  { name: "the total is that of the page", on: parcels, codes: [...broken, "broken-rule"], fault: inBody("GET /parcels 200", (page) => (page["total"] = Array.isArray(page["data"]) ? page["data"].length : 0)) },
  { name: "the total is that of the rest", on: parcels, codes: [...broken, "broken-rule"], fault: inBody("GET /parcels 200", (page, { query }) => (page["total"] = Math.max(0, Number(page["total"]) - Number((query.find(([name]) => name === "cursor")?.[1] ?? "p0").slice(1))))) },
  { name: "the total is one short", on: parcels, codes: [...broken, "broken-rule"], fault: inBody("GET /parcels 200", (page) => (page["total"] = Math.max(0, Number(page["total"]) - 1))) },
  { name: "the total does not look at the filter", on: parcels, codes: [...broken, "broken-filter"], fault: inBody("GET /parcels 200", (page) => (page["total"] = 4711)) },
  { name: "the first page is called 0", on: couriers, codes: broken, fault: reads(couriers, (asked) => ({ ...asked, query: [...asked.query.filter(([name, text]) => name !== "page" || !/^[1-9]\d*$/.test(text)), ...asked.query.filter(([name, text]) => name === "page" && /^[1-9]\d*$/.test(text)).map(([name, text]): [string, string] => [name, String(Number(text) + 1)])] })) },
  { name: "page is not looked at", on: couriers, codes: broken, fault: reads(couriers, forgetting("page", /^[1-9]\d*$/)) },
  { name: "per_page is not looked at", on: couriers, codes: broken, fault: reads(couriers, forgetting("per_page", /^([1-9]|1\d|20)$/)) },
  { name: "pages are of five at most", on: couriers, codes: broken, fault: reads(couriers, withQuery("per_page", (text) => (/^([6-9]|1\d|20)$/.test(text) ? "5" : text))) },
  { name: "the next page is this one", on: couriers, codes: [...broken, "broken-link"], fault: linked((link) => link.replace(/page=(\d+)>; rel="next"/, (_, page: string) => `page=${Number(page) - 1}>; rel="next"`)) },
  { name: "the next page is the one after it", on: couriers, codes: [...broken, "broken-link"], fault: linked((link) => link.replace(/page=(\d+)>; rel="next"/, (_, page: string) => `page=${Number(page) + 1}>; rel="next"`)) },
  { name: "the link forgets how many to a page", on: couriers, codes: [...broken, "broken-link"], fault: linked((link) => link.replace(/per_page=\d+&/, "")) },
  { name: "the link forgets who is active", on: couriers, codes: [...broken, "broken-link", "broken-filter"], fault: linked((link) => link.replace(/active=[a-z]+&/, "")) },
  { name: "the link leads elsewhere", on: couriers, codes: [...broken, "broken-link"], fault: linked((link) => link.replaceAll("/couriers?", "/courier?")) },
  { name: "a link is given without end", on: couriers, codes: [...broken, "broken-link"], fault: changed("GET /couriers 200", (answer, { query }) => ({ ...answer, headers: { ...answer.headers, link: `</couriers?page=${Number(query.find(([name]) => name === "page")?.[1] ?? 1) + 1}>; rel="next"` } })) },
  { name: "a page beyond the end is not found", on: couriers, codes: ["undocumented-status"], fault: changed("GET /couriers 200", (answer) => (answer.body === "[]" ? { status: 404, headers: { "content-type": "application/problem+json" }, body: JSON.stringify({ title: "No such page", status: 404 }) } : answer)) },
  { name: "a page beyond the end makes it fail", on: couriers, codes: ["server-error"], fault: changed("GET /couriers 200", (answer, { query }) => (answer.body === "[]" && query.some(([name]) => name === "page") ? { status: 500, headers: { "content-type": "text/plain" }, body: "Broken" } : answer)) },
  { name: "the total of couriers is that of the page", on: couriers, codes: broken, fault: changed("GET /couriers 200", (answer) => ({ ...answer, headers: { ...answer.headers, "x-total-count": String((String(answer.body).match(/"courierId"/g) ?? []).length) } })) },
];

function moved(cursor: Json | undefined, by: number): Json {
  return typeof cursor === "string" ? `p${Number(cursor.slice(1)) + by}` : null;
}

function linked(change: (link: string) => string): Fault {
  return changed("GET /couriers 200", (answer): Answer => {
    const { link, ...headers } = answer.headers;
    return link === undefined ? answer : { ...answer, headers: { ...headers, link: change(link) } };
  });
}
