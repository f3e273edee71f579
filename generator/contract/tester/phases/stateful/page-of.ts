import type { JsonObject } from "../../../../json.ts";
import type { RequestValues } from "../../case.ts";
import { prepareRequest } from "../../prepare-request.ts";
import { withValue } from "../../values/places.ts";
import { type Answer, ask, isSuccess, jsonOf, statuses } from "../ask.ts";
import { identitiesOf, rowsOf } from "../lists/rows-of.ts";
import type { Position, Walking } from "./next-position.ts";

/** A list whose pages are of a size. */
export type Walk = Walking & { readonly base: RequestValues; readonly size: number };

/** The rows of a page, and what they are called. */
export type Page = { readonly answer: Answer; readonly rows: readonly JsonObject[]; readonly ids: readonly string[] | undefined };

/** A page of a list; nothing where none comes. Where a link leads, it is for who follows it to say what that means. */
export async function pageOf({ run, tested, parameters, base }: Walk, { size, cursor, offset, page, target }: Position & { size: number }): Promise<Page | undefined> {
  let values = parameters.limit === undefined ? base : withValue(base, parameters.limit, size);
  if (cursor !== undefined && parameters.cursor !== undefined) values = withValue(values, parameters.cursor, cursor);
  if (offset !== undefined && parameters.offset !== undefined) values = withValue(values, parameters.offset, offset);
  if (page !== undefined && parameters.page !== undefined) values = withValue(values, parameters.page, page);
  const prepared = prepareRequest(tested, values, "valid");
  if (prepared === undefined) return undefined;
  const request = target === undefined ? prepared.request : { ...prepared.request, target };
  const answer = await ask(run, { phase: "stateful", operation: tested.operation, title: "a page", request, ...(target === undefined && { values }), expectation: target === undefined ? { kind: "any" } : { kind: "status", statuses: statuses(200, 499), because: "RFC 8288 §3: a link leads to something" } });
  const rows = isSuccess(answer) ? rowsOf(jsonOf(answer)) : undefined;
  return rows && { answer, rows, ids: identitiesOf(rows) };
}
