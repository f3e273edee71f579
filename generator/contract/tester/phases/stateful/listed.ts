import { member } from "../../../../json.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import type { Answer } from "../ask.ts";
import { listParameters, rangeOf } from "../lists/list-parameters.ts";
import { nextPage } from "../lists/next-page.ts";
import { jsonOf } from "../ask.ts";
import { listWith } from "../semantic/list-request.ts";

/** What a list has: the ids of its rows, and whether all rows are on the page. */
export type Listed = { readonly answer: Answer; readonly ids: ReadonlySet<string>; readonly isWhole: boolean };

/** The first page of the list at the path where something is created, as large as it may be; nothing where its rows have no ids. */
export async function listedAt(run: Run, create: TestedOperation): Promise<Listed | undefined> {
  const list = run.operations.find(({ operation, contract }) => contract.method === "GET" && operation.path === create.operation.path);
  const limit = list && listParameters(list).limit;
  const most = limit && rangeOf(run, limit.schema)?.most;
  const page = list && (await listWith(run, list, limit === undefined || most === undefined ? [] : [[limit, most]]));
  const ids = page?.rows.map((row) => member(row, "id")).filter((id) => typeof id === "string" || typeof id === "number") ?? [];
  if (page === undefined || ids.length < page.rows.length || ids.length === 0) return undefined;
  const isLast = nextPage(jsonOf(page.answer), page.answer.response?.headers ?? []) === undefined;
  return { answer: page.answer, ids: new Set(ids.map((id) => String(id).toLowerCase())), isWhole: isLast && most !== undefined && page.rows.length < most };
}
