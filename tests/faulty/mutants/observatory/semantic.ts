import type { Mutant } from "../../mutant.ts";
import { answers, changed, reads, withHeader, withQuery } from "../../faults.ts";

/** Answers that are as their schemas say, and yet no answers to what was asked. */
export const semantic: readonly Mutant[] = [
  { name: "spectrum is not looked at", on: "GET /stars", codes: ["broken-filter"], fault: reads("GET /stars", (asked) => ({ ...asked, query: asked.query.filter(([name, text]) => name !== "spectrum" || !/^(?:([OBAFGKM])(?!.*\1)(?:\||$))+$/.test(text)) })) },
  { name: "the total is that of all stars", on: "GET /stars", codes: ["broken-paging"], fault: withHeader("GET /stars 200", "x-total-count", "22") },
  { name: "the total is that of the page", on: "GET /stars", codes: ["broken-paging"], fault: changed("GET /stars 200", (answer) => ({ ...answer, headers: { ...answer.headers, "x-total-count": String((String(answer.body).match(/"id":/g) ?? []).length) } })) },
  { name: "order is the other way round", on: "GET /stars", codes: ["broken-order"], fault: reads("GET /stars", withQuery("order", (text) => (/^-/.test(text) ? text.slice(1) : /^(name|magnitude)$/.test(text) ? `-${text}` : text))) },
  { name: "per_page is not looked at", on: "GET /stars", codes: ["broken-paging"], fault: reads("GET /stars", withQuery("per_page", (text) => (/^([1-9]|[12]\d|30)$/.test(text) ? "30" : text))) },
  { name: "any number is the first star", on: "GET /stars/{starId}", codes: ["broken-echo"], fault: reads("GET /stars/{starId}", (asked) => (/^\/stars\/[1-9]\d*$/.test(asked.path) ? { ...asked, path: "/stars/1" } : asked)) },
  { name: "the angle is another", on: "GET /angles", codes: ["broken-echo"], fault: changed("GET /angles 200", (answer) => ({ ...answer, body: '{"degrees":90,"hours":6}' })) },
  { name: "it refuses a star now and then", on: "GET /stars/{starId}", codes: ["not-repeatable", "server-error"], fault: sometimes() },
];

function sometimes(): Mutant["fault"] {
  let count = 0;
  return answers(404, "GET /stars/{starId}", ({ path }) => path === "/stars/1" && count++ % 3 === 2);
}
