import { type JsonObject, member } from "../../../../json.ts";
import { defaultValues } from "../../default-values.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import { type Answer, jsonOf } from "../ask.ts";
import { listParameters, rangeOf } from "../lists/list-parameters.ts";
import { nextPage } from "../lists/next-page.ts";
import { listWith } from "../semantic/list-request.ts";
import { isEndKnown, nextPosition, type Position } from "./next-position.ts";
import { type Page, pageOf } from "./page-of.ts";

/** What a list has: the ids of its rows, and whether all of its pages were read. */
export type Listed = { readonly answer: Answer; readonly ids: ReadonlySet<string>; readonly isWhole: boolean };

/** The list at the path where something is created, by pages as large as they may be, as far as they lead; nothing where its rows have no ids. */
export async function listedAt(run: Run, create: TestedOperation): Promise<Listed | undefined> {
  const list = run.operations.find(({ operation, contract }) => contract.method === "GET" && operation.path === create.operation.path);
  const parameters = list && listParameters(list);
  const base = list && defaultValues(run.api, list);
  const size = parameters?.limit && rangeOf(run, parameters.limit.schema)?.most;
  if (list === undefined || parameters === undefined || base === undefined) return undefined;
  if (size === undefined) {
    const only = await listWith(run, list, []);
    const ids = only && idsOf(only.rows);
    return only && ids && { answer: only.answer, ids: new Set(ids), isWhole: false };
  }
  const walk = { run, tested: list, parameters, base: { ...base, path: run.living.of(list.operation.path, "GET") ?? base.path }, size };
  return readAll(walk);
}

const mostPages = 20;

async function readAll(walk: Parameters<typeof pageOf>[0]): Promise<Listed | undefined> {
  const ids = new Set<string>();
  let position: Position = {};
  let last: Page | undefined;
  for (let count = 0; count < mostPages; count++) {
    const page = await pageOf(walk, { size: walk.size, ...position });
    const told = page && (page.rows.length === 0 ? [] : idsOf(page.rows));
    // Where there is nothing at all, the list may be of something else.
    if (page === undefined || told === undefined || (count === 0 && told.length === 0)) break;
    const isNew = told.some((id) => !ids.has(id));
    for (const id of told) ids.add(id);
    last = page;
    const said = nextPage(jsonOf(page.answer), page.answer.response?.headers ?? []);
    const next = nextPosition(walk, { ...page, said }, { position, seen: ids.size, count });
    // A page that is not full is the last one, where one counts.
    const isShort = said === undefined && page.rows.length < walk.size && isEndKnown(walk);
    if (isShort || (next === undefined && (said?.kind === "end" || isEndKnown(walk)))) return { answer: page.answer, ids, isWhole: true };
    if (next === undefined || !isNew || (next.target === undefined && !isCounted(walk))) break;
    position = next;
  }
  return last && ids.size > 0 ? { answer: last.answer, ids, isWhole: false } : undefined;
}

/** Whether the list has pages at all. */
function isCounted({ parameters: { cursor, offset, page } }: Parameters<typeof pageOf>[0]): boolean {
  return (cursor ?? offset ?? page) !== undefined;
}

function idsOf(rows: readonly JsonObject[]): string[] | undefined {
  const ids = rows.map((row) => member(row, "id")).filter((id) => typeof id === "string" || typeof id === "number");
  return ids.length < rows.length || ids.length === 0 ? undefined : ids.map((id) => String(id).toLowerCase());
}
