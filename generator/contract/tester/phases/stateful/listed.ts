import { type JsonObject, member } from "../../../../json.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import { type Answer, ask, isSuccess, jsonOf } from "../ask.ts";
import { listParameters, rangeOf } from "../lists/list-parameters.ts";
import { nextPage } from "../lists/next-page.ts";
import { rowsOf } from "../lists/rows-of.ts";
import { listWith } from "../semantic/list-request.ts";

/** What a list has: the ids of its rows, and whether all rows are on the page. */
export type Listed = { readonly answer: Answer; readonly ids: ReadonlySet<string>; readonly isWhole: boolean };

/** The list at the path where something is created, by pages as large as they may be, as far as links lead; nothing where its rows have no ids. */
export async function listedAt(run: Run, create: TestedOperation): Promise<Listed | undefined> {
  const list = run.operations.find(({ operation, contract }) => contract.method === "GET" && operation.path === create.operation.path);
  const limit = list && listParameters(list).limit;
  const most = limit && rangeOf(run, limit.schema)?.most;
  const page = list && (await listWith(run, list, limit === undefined || most === undefined ? [] : [[limit, most]]));
  const first = page && idsOf(page.rows);
  if (list === undefined || page === undefined || first === undefined) return undefined;
  const ids = new Set(first);
  let last = page.answer;
  for (let count = 0; count < mostPages; count++) {
    const next = await following(run, list, last);
    const more = next && rowsOf(jsonOf(next));
    if (next === undefined || more === undefined || more.length === 0) break;
    for (const id of idsOf(more) ?? []) ids.add(id);
    last = next;
  }
  const isLast = ["end", undefined].includes(nextPage(jsonOf(last), last.response?.headers ?? [])?.kind);
  return { answer: last, ids, isWhole: isLast && most !== undefined && (last !== page.answer || page.rows.length < most) };
}

const mostPages = 20;

function idsOf(rows: readonly JsonObject[]): string[] | undefined {
  const ids = rows.map((row) => member(row, "id")).filter((id) => typeof id === "string" || typeof id === "number");
  return ids.length < rows.length || ids.length === 0 ? undefined : ids.map((id) => String(id).toLowerCase());
}

/** The page that a link of this one leads to. */
async function following(run: Run, { operation }: TestedOperation, { evidence, response }: Answer): Promise<Answer | undefined> {
  const { request } = evidence.case;
  const next = response && nextPage(jsonOf({ evidence, response }), response.headers);
  const base = new URL(request.target, run.transport.baseUrl);
  const url = next?.kind === "target" && URL.canParse(next.value, base) ? new URL(next.value, base) : undefined;
  if (url === undefined || url.origin !== base.origin) return undefined;
  const answer = await ask(run, { phase: "stateful", operation, title: "the next page", request: { ...request, target: url.pathname + url.search }, expectation: { kind: "any" } });
  return isSuccess(answer) ? answer : undefined;
}
