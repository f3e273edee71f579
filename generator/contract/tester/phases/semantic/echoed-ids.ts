import { isObject, type Json, type JsonObject, member } from "../../../../json.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import { ask, isSuccess, jsonOf } from "../ask.ts";
import { requestFor } from "../resource.ts";
import { listWith } from "./list-request.ts";
import { suspicion } from "./suspicion.ts";

/**
 * Asks for what a list has by the ids that its rows have: each is that one. Other texts may be another name of the same thing, such as `me`;
 * those of a list are what the server itself calls its rows.
 */
export async function checkListedIds(run: Run, tested: TestedOperation): Promise<void> {
  const [, above, name = ""] = /^(.*)\/\{([^{}]+)\}$/.exec(tested.operation.path) ?? [];
  const list = run.operations.find(({ contract, operation }) => contract.method === "GET" && operation.path === above);
  if (list === undefined || !/(?:^|_|-)id$|Id$/.test(name)) return;
  const rows = (await listWith(run, list, []))?.rows ?? [];
  const usual = requestFor(run, tested)?.values.path ?? new Map<string, Json>();
  const path = run.living.of(list.operation.path, "GET") ?? usual;
  for (const id of new Set([rows[0], rows[1], rows.at(-1)].map(idOf))) {
    const made = id === undefined ? undefined : requestFor(run, tested, { path: new Map([...usual, ...path, [name, id]]) });
    const answer = made && (await ask(run, { phase: "semantic", operation: tested.operation, title: "what a list has", ...made, expectation: { kind: "any" } }));
    const told = answer && isSuccess(answer) ? jsonOf(answer) : undefined;
    const given = isObject(told) ? idOf(told) : undefined;
    if (answer === undefined || given === undefined || String(given) === String(id)) continue;
    return suspicion(run, tested, answer, { code: "broken-echo", key: `path ${name}`, message: `The path asks for ${JSON.stringify(id)}, and the answer has id ${JSON.stringify(given)}`, because: `${list.name} calls a row so` });
  }
}

function idOf(row: JsonObject | undefined): string | number | undefined {
  const id = row && member(row, "id");
  return typeof id === "string" || typeof id === "number" ? id : undefined;
}
