import { headersNamed } from "../../checks/headers-named.ts";
import { defaultValues } from "../../default-values.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import { type Answer, jsonOf } from "../ask.ts";
import { listParameters, rangeOf } from "../lists/list-parameters.ts";
import { nextPage } from "../lists/next-page.ts";
import { afterLast, isEndKnown, isLinked, nextPosition, type Position } from "./next-position.ts";
import { type Page, pageOf, type Walk } from "./page-of.ts";

/**
 * Walks through the pages of a list to the end, in small steps. Each row is there once: none twice, none lost, as a large page shows before and
 * after. A list that changes meanwhile, and rows that cannot be told apart, prove nothing.
 */
export async function walkPages(run: Run, tested: TestedOperation): Promise<void> {
  const parameters = listParameters(tested);
  const range = parameters.limit && rangeOf(run, parameters.limit.schema);
  const base = defaultValues(run.api, tested);
  if (base === undefined || parameters.limit === undefined || range === undefined || (parameters.cursor ?? parameters.offset ?? parameters.page) === undefined) return;
  const usual = parameters.limit.schema.default?.value;
  // By a link that forgets the size, pages of the default size come.
  const size = Math.min(range.most, Math.max(range.least, usual === 3 ? 2 : 3));
  const walk: Walk = { run, tested, parameters, base, size };
  const whole = await pageOf(walk, { size: range.most });
  if (whole === undefined || whole.ids === undefined || whole.rows.length <= walk.size || whole.rows.length > range.most) return;
  const came = await stepThrough(walk, whole);
  const beyond = parameters.cursor !== undefined && /after/i.test(parameters.cursor.name) && came?.end === "last" ? afterLast(came.last.rows) : undefined;
  // What comes after the last row is nothing, and no failure.
  if (beyond !== undefined) await pageOf(walk, { size: walk.size, ...beyond });
  const after = await pageOf(walk, { size: range.most });
  if (came === undefined || after?.ids?.join("\n") !== whole.ids.join("\n")) return;
  const problem = problemOf(came, whole);
  if (problem === undefined) return;
  run.report({
    code: "broken-paging", severity: came.end === "size" || came.end === "silent" ? "warning" : "error", operation: tested.name, at: run.at(tested.operation.at), key: "pages", message: problem,
    because: "The pages of a list together are the list: each row once",
    evidence: { ...came.last.answer.evidence, before: [whole.answer.evidence, ...came.evidence.slice(0, -1)] },
  });
}

/** `end`: whether the last page was reached, a row came twice, there were too many, a link has led to another size or to no page, or there was none that should be. */
type Came = { readonly ids: readonly string[]; readonly last: Page; readonly end: "last" | "repeated" | "bound" | "size" | "silent" | "nowhere"; readonly evidence: readonly Answer["evidence"][] };

const mostPages = 60;

async function stepThrough(walk: Walk, whole: Page): Promise<Came | undefined> {
  const seen = new Set<string>();
  const evidence: Answer["evidence"][] = [];
  let position: Position = {};
  let before: Page | undefined;
  for (let count = 0; count < mostPages; count++) {
    const page = await pageOf(walk, { size: walk.size, ...position });
    // More than was asked for is another defect, where it was asked for.
    if (page !== undefined && page.rows.length > walk.size && position.target !== undefined) return { ids: [...seen], last: page, evidence: [...evidence, page.answer.evidence], end: "size" };
    if (page === undefined && position.target !== undefined && before !== undefined) return { ids: [...seen], last: before, evidence, end: "nowhere" };
    if (page === undefined || page.rows.length > walk.size) return undefined;
    before = page;
    evidence.push(page.answer.evidence);
    const ids = page.ids ?? page.rows.map((row) => JSON.stringify(row));
    const isRepeated = ids.some((id) => seen.has(id)) || new Set(ids).size < ids.length;
    for (const id of ids) seen.add(id);
    const came = { ids: [...seen], last: page, evidence };
    if (isRepeated) return { ...came, end: "repeated" };
    const said = nextPage(jsonOf(page.answer), page.answer.response?.headers ?? []);
    // A page without rows that says that there are more says so for ever.
    if (said?.kind === "after" && ids.length === 0) return { ...came, end: "bound" };
    const next = nextPosition(walk, { ...page, said }, { position, seen: seen.size, count });
    if (count > 0 && position.target === undefined && ids.length > 0 && isLinked(walk) && headersNamed(whole.answer.response?.headers ?? [], "link").length === 0) return { ...came, end: "silent" };
    if (next === undefined) return said?.kind === "end" || (said === undefined && isEndKnown(walk)) ? { ...came, end: "last" } : undefined;
    if (count === mostPages - 1 || seen.size > whole.rows.length + 500) return { ...came, end: "bound" };
    position = next;
  }
  return undefined;
}

function problemOf({ ids, end, last }: Came, whole: Page): string | undefined {
  if (end === "size") return `The link to the next page leads to one of another size: ${last.rows.length} rows`;
  if (end === "nowhere") return "The link to the next page leads to none";
  if (end === "silent") return "There is a next page with rows, and no link to it";
  if (end === "repeated") return "A row of a page was there on a page before";
  // Pages that still have rows may come to an end where we have not waited for it.
  if (end === "bound") return last.rows.length === 0 ? "The pages do not end: one is empty, and says that there is another one" : undefined;
  const lost = whole.ids?.filter((id) => !ids.includes(id)).length ?? 0;
  return lost > 0 ? `${lost} of ${whole.rows.length} rows are on no page` : undefined;
}
