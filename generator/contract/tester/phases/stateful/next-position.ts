import type { JsonObject } from "../../../../json.ts";
import type { RequestValues } from "../../case.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import type { Answer } from "../ask.ts";
import type { ListParameters } from "../lists/list-parameters.ts";
import { names, type Next } from "../lists/next-page.ts";
import { answerSchema, partsOf, schemasOf } from "./schema-members.ts";

/** Where a page begins. */
export type Position = { readonly cursor?: RequestValues["query"] extends ReadonlyMap<string, infer Value> ? Value : never; readonly offset?: number; readonly page?: number; readonly target?: string };

/** A list whose pages are walked through. */
export type Walking = { readonly run: Run; readonly tested: TestedOperation; readonly parameters: ListParameters };

/** Where the page after one begins, by what that says, or else by counting; nothing where it is the last, or nobody knows. `count` pages were before it. */
export function nextPosition({ parameters, run }: Walking, { answer, rows, said }: { answer: Answer; rows: readonly JsonObject[]; said: Next | undefined }, { position, seen, count }: { position: Position; seen: number; count: number }): Position | undefined {
  if (said?.kind === "end") return undefined;
  if (said?.kind === "target") return targetOf(said.value, answer, run) ?? undefined;
  if (parameters.cursor !== undefined) return said?.kind === "cursor" ? { cursor: said.value } : said?.kind === "after" && isAfterRow.test(parameters.cursor.name) ? afterLast(rows) : undefined;
  if (parameters.offset !== undefined) return rows.length === 0 ? undefined : { offset: (position.offset ?? 0) + rows.length };
  return rows.length === 0 || seen === 0 ? undefined : { page: firstPage(parameters) + count + 1 };
}

/** Names of parameters that are given the last row of the page before. */
const isAfterRow = /after/i;

/** After the last row of a page, where rows have ids. */
export function afterLast(rows: readonly JsonObject[]): Position | undefined {
  const id = rows.at(-1)?.["id"];
  return typeof id === "string" || typeof id === "number" ? { cursor: id } : undefined;
}

/** Whether a page that says nothing of a next one is the last: where one counts, or where the document has how it would be said. */
export function isEndKnown({ run, tested: { operation }, parameters }: Walking): boolean {
  if (parameters.cursor === undefined) return true;
  const schemas = schemasOf(run.api);
  const parts = partsOf(schemas, answerSchema(operation, 200));
  const all = [...parts, ...parts.flatMap(({ properties = [] }) => properties.flatMap(({ schema }) => partsOf(schemas, schema)))];
  const isNamed = all.some(({ properties = [] }) => properties.some(({ name }) => names.includes(name)));
  return isNamed || operation.responses.some(({ status, headers }) => /^2/.test(status) && headers.some(({ name }) => name.toLowerCase() === "link"));
}

/** Whether the document has a header Link, and no other way to the next page but to count. */
export function isLinked({ tested: { operation }, parameters }: Walking): boolean {
  return parameters.cursor === undefined && operation.responses.some(({ status, headers }) => /^2/.test(status) && headers.some(({ name }) => name.toLowerCase() === "link"));
}

function firstPage({ page }: ListParameters): number {
  return page?.schema.minimum === 0 || page?.schema.default?.value === 0 ? 0 : 1;
}

function targetOf(text: string, { evidence }: Answer, { transport }: Run): Position | undefined {
  const base = new URL(evidence.case.request.target, transport.baseUrl);
  if (!URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  return url.origin === base.origin ? { target: url.pathname + url.search } : undefined;
}
