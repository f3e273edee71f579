import type { Json, JsonObject } from "../../../../json.ts";
import { defaultValues } from "../../default-values.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import { prepareRequest } from "../../prepare-request.ts";
import { type Place, withValue } from "../../values/places.ts";
import { type Answer, ask, isSuccess, jsonOf } from "../ask.ts";
import { rowsOf } from "../lists/rows-of.ts";

/** The rows that come when a list is asked for with these values; nothing where none come. */
export async function listWith(run: Run, tested: TestedOperation, given: readonly (readonly [place: Place, value: Json])[]): Promise<{ readonly answer: Answer; readonly rows: readonly JsonObject[] } | undefined> {
  const base = defaultValues(run.api, tested);
  const path = run.living.of(tested.operation.path, "GET");
  const values = base && given.reduce((all, [place, value]) => withValue(all, place, value), path === undefined ? base : { ...base, path });
  const prepared = values && prepareRequest(tested, values, "valid");
  if (values === undefined || prepared === undefined) return undefined;
  const title = given.length === 0 ? "a list" : given.map(([place, value]) => `${place.name}=${String(value)}`).join(" and ");
  const answer = await ask(run, { phase: "semantic", operation: tested.operation, title, request: prepared.request, values, expectation: { kind: "any" } });
  const rows = isSuccess(answer) ? rowsOf(jsonOf(answer)) : undefined;
  return rows && { answer, rows };
}
