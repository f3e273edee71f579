import { isObject, type Json } from "../../../../generator/json.ts";
import type { Ledger } from "../../agency/ledger.ts";
import type { Answer, Asked } from "../../warehouse/exchange.ts";
import { changed, inBody, reads } from "../../faults.ts";
import type { Fault } from "../../fault.ts";
import type { Mutant } from "../../mutant.ts";
import { queryOf, withData } from "./faults.ts";

const paging = ["broken-paging"] as const;
const bookings = "GET /bookings";
const customers = "GET /customers";
const documents = "GET /documents";
const trips = "GET /trips";

/** Pages that do not lead to the end, or not to all there is. */
export const pagination: readonly Mutant[] = [
  { name: "the size of a page is not looked at", on: bookings, codes: paging, fault: reads(bookings, sized("per_page", "10")) },
  { name: "all pages are the first", on: bookings, codes: paging, fault: { ...reads(bookings, (asked) => ({ ...asked, query: asked.query.map(([name, text]) => [name, name === "page" && /^[1-9]\d*$/.test(text) ? "1" : text]) })), ...pageTold() } },
  { name: "the last page is lost", on: bookings, codes: paging, fault: inBody(`${bookings} 200`, (body) => {
    const { page, per_page: size, total } = isObject(body["meta"]) ? body["meta"] : {};
    if (Number(page) > 1 && Number(page) * Number(size) >= Number(total)) body["data"] = [];
  }) },
  { name: "a page begins with the last row of the one before", on: bookings, codes: paging, fault: repeated() },
  { name: "the filter is lost on page two", on: bookings, codes: [...paging, "broken-filter"], fault: reads(bookings, (asked) => (Number(queryOf(asked, "page")) > 1 ? { ...asked, query: asked.query.filter(([name]) => name !== "filter[status]") } : asked)) },
  { name: "pages begin at zero", on: bookings, codes: paging, fault: { ...reads(bookings, (asked) => ({ ...asked, query: asked.query.map(([name, text]) => [name, name === "page" && /^[1-9]\d{0,5}$/.test(text) ? String(Number(text) + 1) : text]) })), ...pageTold() } },
  { name: "the total is that of the page", on: bookings, codes: paging, fault: inBody(`${bookings} 200`, (body) => isObject(body["meta"]) && Array.isArray(body["data"]) && (body["meta"]["total"] = body["data"].length)) },
  { name: "the total is that of no filter", on: bookings, codes: [...paging, "broken-filter"], fault: inBody(`${bookings} 200`, (body, asked) => isObject(body["meta"]) && queryOf(asked, "filter[status]") !== undefined && (body["meta"]["total"] = 23)) },
  { name: "meta says the next page", on: bookings, codes: [...paging, "broken-echo"], fault: inBody(`${bookings} 200`, ({ meta }) => isObject(meta) && (meta["page"] = Number(meta["page"]) + 1)) },
  { name: "it says that there are never more", on: customers, codes: paging, fault: inBody(`${customers} 200`, (body) => (body["has_more"] = false)) },
  { name: "it says that there are always more", on: customers, codes: paging, fault: inBody(`${customers} 200`, (body) => (body["has_more"] = true)) },
  { name: "the page starts with where it should start after", on: customers, codes: paging, fault: including() },
  { name: "where it should start is not looked at", on: customers, codes: paging, fault: reads(customers, (asked) => ({ ...asked, query: asked.query.filter(([name, text]) => name !== "starting_after" || !/^cus_/.test(text)) })) },
  { name: "the limit is not looked at", on: customers, codes: paging, fault: reads(customers, sized("limit", "10")) },
  { name: "the last customer makes it fail", on: customers, codes: ["server-error"], fault: changed(`${customers} 200`, (answer, asked) => (queryOf(asked, "starting_after") !== undefined && String(answer.body).includes('"data":[]') ? { status: 500, headers: { "content-type": "text/plain" }, body: "IndexError" } : answer)) },
  { name: "one is lost between two pages", on: customers, codes: paging, fault: withData(`${customers} 200`, (rows, asked) => (queryOf(asked, "starting_after") === undefined ? rows : rows.slice(1))) },
  { name: "the next page is the same", on: documents, codes: [...paging, "broken-link"], fault: linked((link) => link.replace(/page=(\d+)(&[^>]*>; rel="next")/, (_, page: string, rest: string) => `page=${Number(page) - 1}${rest}`)) },
  { name: "the next page is the one after it", on: documents, codes: paging, fault: linked((link) => link.replace(/page=(\d+)(&[^>]*>; rel="next")/, (_, page: string, rest: string) => `page=${Number(page) + 1}${rest}`)) },
  { name: "there is no link to the last page", on: documents, codes: paging, fault: changed(`${documents} 200`, (answer) => ({ ...answer, headers: { ...answer.headers, ...(answer.headers["link"] !== undefined && { link: answer.headers["link"].replace(/<[^>]*page=(\d+)&[^>]*>; rel="next", (?=<[^>]*page=\1&)/, "") }) } })) },
  { name: "the link lacks the base path", on: documents, codes: [...paging, "broken-link"], fault: linked((link) => link.replaceAll("</api/v1/", "</")) },
  { name: "the link loses the kind", on: documents, codes: [...paging, "broken-filter"], fault: linked((link) => link.replaceAll(/&kind=[a-z]+/g, "")) },
  { name: "the link loses the size of a page", on: documents, codes: paging, fault: linked((link) => link.replaceAll(/&per_page=\d+/g, "")) },
  { name: "the link is no link", on: documents, codes: [...paging, "protocol-violation", "invalid-response-header"], fault: linked((link) => link.replaceAll(/[<>]/g, "")) },
  { name: "what is skipped is not skipped", on: trips, codes: paging, fault: reads(trips, sized("offset", "0")) },
  { name: "one more is skipped", on: trips, codes: paging, fault: reads(trips, (asked) => ({ ...asked, query: asked.query.map(([name, text]) => [name, name === "offset" && /^[1-9]\d{0,5}$/.test(text) ? String(Number(text) + 1) : text]) })) },
  { name: "one row more than asked for", on: trips, codes: paging, fault: withData(`${trips} 200`, (rows, asked) => (queryOf(asked, "limit") !== undefined && rows.length === Number(queryOf(asked, "limit")) ? [...rows, ...rows.slice(-1)] : rows)) },
  { name: "the total of trips is one too many", on: trips, codes: paging, fault: inBody(`${trips} 200`, (body) => (body["total"] = Number(body["total"]) + 1)) },
  { name: "what is skipped is counted in pages", on: trips, codes: paging, fault: reads(trips, (asked) => ({ ...asked, query: asked.query.map(([name, text]) => [name, name === "offset" && /^[1-9]\d{0,5}$/.test(text) ? String(Number(text) * Number(queryOf(asked, "limit") ?? 20)) : text]) })) },
];

/** Whatever size is asked for that is allowed, it is this. */
function sized(name: string, size: string): (asked: Asked) => Asked {
  return (asked) => ({ ...asked, query: asked.query.map(([each, text]) => [each, each === name && /^[1-9]\d?$/.test(text) ? size : text]) });
}

/** Meta says the page that was asked for. */
function pageTold(): Fault {
  return inBody(`${bookings} 200`, ({ meta }, asked) => isObject(meta) && (meta["page"] = Number(queryOf(asked, "page") ?? 1)));
}

/** From the second page on, rows begin one too early. */
function repeated(): Fault {
  let last: Json | undefined;
  return withData(`${bookings} 200`, (rows, asked) => {
    const before = last;
    last = rows.at(-1);
    return before === undefined || Number(queryOf(asked, "page") ?? 1) < 2 || rows.length === 0 ? rows : [before, ...rows.slice(0, -1)];
  });
}

/** The row that is named as the one before is the first of the page. */
function including(): Fault {
  let known: Ledger | undefined;
  return {
    ledger: (ledger) => (known = ledger),
    ...withData(`${customers} 200`, (rows, asked) => {
      const first = known?.customers().find(({ id }) => id === queryOf(asked, "starting_after"));
      return first === undefined ? rows : [first, ...rows.slice(0, Math.max(0, Number(queryOf(asked, "limit") ?? 10) - 1))];
    }),
  };
}

function linked(change: (link: string) => string): Fault {
  return changed(`${documents} 200`, (answer: Answer) => (answer.headers["link"] === undefined ? answer : { ...answer, headers: { ...answer.headers, link: change(answer.headers["link"]) } }));
}
