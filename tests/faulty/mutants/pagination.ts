import { forgetting, inBody, reads, withMember, withQuery } from "../faults.ts";
import type { Mutant } from "../mutant.ts";

const codes = ["broken-paging"] as const;

/** Pages that do not lead from the first item to the last. */
export const pagination: readonly Mutant[] = [
  { name: "the cursor leads back to the start", on: "GET /items", codes, fault: inBody("GET /items 200", (page) => void (page["nextCursor"] !== null && (page["nextCursor"] = "c0"))) },
  { name: "the cursor is not looked at", on: "GET /items", codes, fault: reads("GET /items", forgetting("cursor", /^c\d{1,6}$/)) },
  { name: "an item is lost between pages", on: "GET /items", codes, fault: reads("GET /items", withQuery("cursor", (text) => text.replace(/^c([1-9]\d{0,4})$/, (_, at: string) => `c${Number(at) + 1}`))) },
  { name: "an item is on two pages", on: "GET /items", codes, fault: reads("GET /items", withQuery("cursor", (text) => text.replace(/^c([1-9]\d{0,5})$/, (_, at: string) => `c${Number(at) - 1}`))) },
  { name: "there is no second page", on: "GET /items", codes, fault: withMember("GET /items 200", "nextCursor", null) },
  { name: "the pages never end", on: "GET /items", codes, fault: inBody("GET /items 200", (page, { query }) => {
    const from = Number(query.find(([name]) => name === "cursor")?.[1].slice(1) ?? 0);
    page["nextCursor"] ??= `c${Math.min(999999, from + 1)}`;
  }) },
  { name: "the offset is not looked at", on: "GET /orders", codes, fault: reads("GET /orders", withQuery("offset", (text) => (/^\d+$/.test(text) ? "0" : text))) },
  { name: "the offset is one too many", on: "GET /orders", codes, fault: reads("GET /orders", withQuery("offset", (text) => (/^[1-9]\d*$/.test(text) ? String(Number(text) + 1) : text))) },
  { name: "the offset counts pages", on: "GET /orders", codes, fault: reads("GET /orders", (asked) => {
    const limit = Number(asked.query.find(([name]) => name === "limit")?.[1] ?? 10);
    return withQuery("offset", (text) => (/^[1-9]\d{0,8}$/.test(text) ? String(Number(text) * limit) : text))(asked);
  }) },
];
