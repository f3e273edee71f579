import { isObject, member } from "../../../../json.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import { type Answer, ask, isSuccess, jsonOf } from "../ask.ts";
import { createdPath, requestFor } from "../resource.ts";
import { readOnce } from "./changing.ts";
import { differentMembers } from "./kept-members.ts";

/**
 * `POST /orders/{id}/cancel` that answers with the order as it is then: read afterwards, it is as the answer says. What is another each
 * time, and what is not plain, is not looked at.
 */
export async function checkAction(run: Run, action: TestedOperation): Promise<void> {
  const above = /^(.*\/\{[^{}]+\})\/[^{}/]+$/.exec(action.operation.path)?.[1];
  const read = run.operations.find(({ operation, contract }) => contract.method === "GET" && operation.path === above);
  const path = above === undefined || read === undefined || action.contract.method !== "POST" ? undefined : await createdPath(run, above, "stateful");
  const made = path && requestFor(run, action, { path });
  if (path === undefined || made === undefined || read === undefined) return;
  const before = [await readOnce({ run, read, path }), await readOnce({ run, read, path })].map((answer) => answer && jsonOf(answer));
  const done = await ask(run, { phase: "stateful", operation: action.operation, title: "what is to be done with something new", ...made, expectation: { kind: "any" } });
  const after = await readOnce({ run, read, path });
  if (after === undefined || done.response?.status !== 200 || !isSuccess(after) || !isSameThing(done, after)) return;
  const volatile = new Set(differentMembers(before[0], before[1]));
  const wrong = differingMembers(done, after).filter((name) => !volatile.has(name));
  if (wrong.length === 0) return;
  run.report({
    code: "not-updated", severity: "warning", operation: action.name, at: run.at(action.operation.at), key: "read after", message: `What the answer says is not what is read afterwards: ${wrong.join(", ")}`,
    because: `${read.name} reads the same thing, and nobody has changed it meanwhile`, evidence: { ...after.evidence, before: [done.evidence] },
  });
}

function isSameThing(one: Answer, other: Answer): boolean {
  const ids = [one, other].map((answer) => {
    const body = jsonOf(answer);
    return isObject(body) ? member(body, "id") : undefined;
  });
  return ids[0] !== undefined && ids[0] === ids[1];
}

/** Plain members that both have. */
function differingMembers(one: Answer, other: Answer): string[] {
  const [told, read] = [jsonOf(one), jsonOf(other)];
  if (!isObject(told) || !isObject(read)) return [];
  const isPlain = (value: unknown) => typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return Object.keys(told).filter((name) => isPlain(told[name]) && isPlain(read[name]) && told[name] !== read[name]);
}
