import { changed, reads, withHeader, withQuery } from "../../faults.ts";
import type { Mutant } from "../../mutant.ts";

const codes = ["broken-paging"] as const;
const link = (rewrite: (link: string) => string) => changed("GET /stars 200", (answer) => (answer.headers["link"] === undefined ? answer : { ...answer, headers: { ...answer.headers, link: rewrite(answer.headers["link"]) } }));

/** Pages that do not lead from the first star to the last. */
export const pagination: readonly Mutant[] = [
  { name: "pages count from zero", on: "GET /stars", codes, fault: reads("GET /stars", withQuery("page", (text) => (/^[1-9]\d{0,2}$/.test(text) ? String(Number(text) + 1) : text))) },
  { name: "the page is not looked at", on: "GET /stars", codes, fault: reads("GET /stars", withQuery("page", (text) => (/^[1-9]\d{0,2}$/.test(text) ? "1" : text))) },
  { name: "the link forgets the size of the page", on: "GET /stars", codes: [...codes, "broken-filter"], fault: link((text) => text.replace(/[?&]per_page=\d+/, (found) => (found.startsWith("?") ? "?" : "")).replace("?&", "?")) },
  { name: "the link forgets the filter", on: "GET /stars", codes: [...codes, "broken-filter", "broken-link"], fault: link((text) => text.replace(/spectrum=[^&>]*&?/, "")) },
  { name: "the link leads to the same page", on: "GET /stars", codes, fault: link((text) => text.replace(/page=(\d+)>/, (_, page: string) => `page=${Number(page) - 1}>`)) },
  { name: "there is always a next page", on: "GET /stars", codes, fault: changed("GET /stars 200", (answer, { query }) => {
    const page = Number(query.find(([name]) => name === "page")?.[1] ?? 1);
    const next = new URLSearchParams([...query.filter(([name]) => name !== "page").map(([name, value]) => [name, value]), ["page", String(Math.min(1000, page + 1))]]);
    return { ...answer, headers: { ...answer.headers, link: `</stars?${next.toString()}>; rel="next"` } };
  }) },
  { name: "there is never a next page", on: "GET /stars", codes, fault: withHeader("GET /stars 200", "link") },
  { name: "the link leads to another server", on: "GET /stars", codes: [...codes, "broken-link"], fault: link((text) => text.replace("</", "<http://localhost:3000/")) },
  { name: "rows change places between pages", on: "GET /stars", codes, fault: { catalogue: (catalogue) => {
    let turn = 0;
    return { ...catalogue, stars: () => (turn++ % 2 === 0 ? catalogue.stars() : [...catalogue.stars()].reverse()) };
  } } },
];
