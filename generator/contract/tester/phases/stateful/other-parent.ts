import type { Values } from "../../case.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import { type Answer, ask, isSuccess, jsonOf } from "../ask.ts";
import { requestFor } from "../resource.ts";
import { writeBody } from "./write-body.ts";
import { differentMembers } from "./kept-members.ts";

/**
 * Looks for something below another thing than the one that it was created below: there is none. Gives the answer where it is there all the same.
 * `shown` is what it is where it belongs.
 */
export async function askBelowAnother(run: Run, { create, read, path, shown }: { create: TestedOperation; read: TestedOperation; path: Values; shown: Answer }): Promise<Answer | undefined> {
  const parent = /^(.*\/\{([^{}]+)\})\/[^{}]*$/.exec(create.operation.path);
  const [, above = "", name = ""] = parent ?? [];
  const creator = run.operations.find(({ operation, contract }) => contract.method === "POST" && operation.path === above.replace(/\/\{[^{}]+\}$/, ""));
  const made = parent === null || creator === undefined ? undefined : await writeBody(run, creator, { title: "another to be above it" });
  const other = made && run.living.of(above, "PUT")?.get(name);
  if (other === undefined || other === path.get(name)) return undefined;
  const request = requestFor(run, read, { path: new Map([...path, [name, other]]) });
  const answer = request && (await ask(run, { phase: "stateful", operation: read.operation, title: "the same below another", ...request, expectation: { kind: "any" } }));
  const isThere = answer !== undefined && isSuccess(answer) && differentMembers(jsonOf(shown), jsonOf(answer)).length === 0;
  return isThere ? answer : undefined;
}
