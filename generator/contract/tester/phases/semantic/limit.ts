import type { Run, TestedOperation } from "../../phase.ts";
import { listParameters, rangeOf } from "../lists/list-parameters.ts";
import { isTotalStated, totalOf } from "../lists/total-of.ts";
import { listWith } from "./list-request.ts";
import { suspicion } from "./suspicion.ts";

/** A page has no more rows than were asked for, and the total is no less than the rows of a page, and the same on each. */
export async function checkLimit(run: Run, tested: TestedOperation): Promise<void> {
  const pages = [await listWith(run, tested, [])];
  const { limit } = listParameters(tested);
  const range = limit && rangeOf(run, limit.schema);
  if (limit !== undefined && range !== undefined) {
    for (const size of new Set([range.least, Math.min(range.most, range.least + 2)])) {
      const page = await listWith(run, tested, [[limit, size]]);
      pages.push(page);
      if (page === undefined || page.rows.length <= size) continue;
      return suspicion(run, tested, page.answer, { code: "broken-paging", key: "limit", at: limit.at, message: `${page.rows.length} rows come where ${limit.name} is ${size}`, because: `The name of the parameter ${limit.name} says how many there are at most` });
    }
  }
  // The first again: what has changed by itself proves nothing.
  pages.push(await listWith(run, tested, []));
  if (!isTotalStated(tested)) checkTotals(run, tested, pages.filter((page) => page !== undefined));
}

type Page = NonNullable<Awaited<ReturnType<typeof listWith>>>;

function checkTotals(run: Run, tested: TestedOperation, pages: readonly Page[]): void {
  const totals = pages.map(({ answer }) => totalOf(answer));
  const small = pages.find(({ rows }, index) => (totals[index] ?? Infinity) < rows.length);
  const other = pages.find((_, index) => totals[index] !== totals[0]);
  const shown = small ?? (totals[0] === totals.at(-1) ? other : undefined);
  if (shown === undefined) return;
  const message = small === undefined ? `The total is ${totals[0]}, and ${totalOf(shown.answer)} on a page of another size` : `There are ${small.rows.length} rows on a page, and ${totalOf(small.answer)} in all`;
  suspicion(run, tested, shown.answer, { code: "broken-paging", key: "total", message, because: "The total counts what is on all pages together" });
}
