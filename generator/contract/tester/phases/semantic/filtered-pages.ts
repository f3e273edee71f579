import type { Json, JsonObject } from "../../../../json.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import type { Place } from "../../values/places.ts";
import { ask, isSuccess, jsonOf, statuses } from "../ask.ts";
import { listParameters, rangeOf } from "../lists/list-parameters.ts";
import { nextPage } from "../lists/next-page.ts";
import { rowsOf } from "../lists/rows-of.ts";
import { totalOf } from "../lists/total-of.ts";
import { listWith } from "./list-request.ts";
import { suspicion } from "./suspicion.ts";

/** Looks at the pages of a list that is filtered: the total is that of the filtered rows, and a link to the next page leads to filtered rows too. */
export async function checkFilteredPages(run: Run, tested: TestedOperation, { place, value, isWanted }: { place: Place; value: Json; isWanted: (row: JsonObject) => boolean }): Promise<void> {
  const { limit, offset, cursor, page: number } = listParameters(tested);
  const range = limit && rangeOf(run, limit.schema);
  if (limit === undefined || range === undefined || (offset ?? cursor ?? number) === undefined) return;
  const whole = await listWith(run, tested, [[place, value], [limit, range.most]]);
  const total = whole && totalOf(whole.answer);
  if (whole !== undefined && total !== undefined && whole.rows.length < range.most && total > whole.rows.length) {
    return suspicion(run, tested, whole.answer, { code: "broken-paging", key: "total", message: `There are ${whole.rows.length} rows on the only page, and ${total} in all, where ${place.name} is ${JSON.stringify(value)}`, because: "The total counts what is on all pages together, and a page that is not full is the last one" });
  }
  if (whole === undefined || whole.rows.length <= range.least) return;
  const first = await listWith(run, tested, [[place, value], [limit, range.least]]);
  const next = first && nextPage(jsonOf(first.answer), first.answer.response?.headers ?? []);
  if (first !== undefined && next === undefined) return checkSecond(run, tested, { place, value, isWanted, limit, least: range.least });
  if (first === undefined || next?.kind !== "target") return;
  const { request } = first.answer.evidence.case;
  const base = new URL(request.target, run.transport.baseUrl);
  const url = URL.canParse(next.value, base) ? new URL(next.value, base) : undefined;
  if (url === undefined || url.origin !== base.origin) return;
  const second = await ask(run, { phase: "semantic", operation: tested.operation, title: "the next page of a filtered list", request: { ...request, target: url.pathname + url.search }, expectation: { kind: "status", statuses: statuses(200, 499), because: "Whether a link leads to something is looked at elsewhere" } });
  const wrong = isSuccess(second) ? rowsOf(jsonOf(second))?.find((row) => !isWanted(row)) : undefined;
  if (wrong !== undefined) suspicion(run, tested, { ...second, evidence: { ...second.evidence, before: [first.answer.evidence] } }, { code: "broken-paging", key: "next filter", message: `The link to the next page forgets that ${place.name} is ${JSON.stringify(value)}`, because: "The next page is one of the same list (RFC 8288, IANA Link Relations: next)" });
}

/** Where pages are counted, the second one is filtered as well. */
async function checkSecond(run: Run, tested: TestedOperation, { place, value, isWanted, limit, least }: { place: Place; value: Json; isWanted: (row: JsonObject) => boolean; limit: Place; least: number }): Promise<void> {
  const { offset, cursor, page } = listParameters(tested);
  const position = cursor !== undefined ? undefined : offset !== undefined ? ([offset, least] as const) : page === undefined || page.schema.minimum === 0 ? undefined : ([page, 2] as const);
  const second = position && (await listWith(run, tested, [[place, value], [limit, least], position]));
  if (second === undefined || second.rows.every(isWanted)) return;
  suspicion(run, tested, second.answer, { code: "broken-paging", key: "next filter", message: `The second page forgets that ${place.name} is ${JSON.stringify(value)}`, because: "All pages are of the same list" });
}
