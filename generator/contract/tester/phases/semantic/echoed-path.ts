import type { Run, TestedOperation } from "../../phase.ts";
import { ask } from "../ask.ts";
import { createdPath, readSomething, requestFor } from "../resource.ts";
import { writeBody } from "../stateful/write-body.ts";

/** Asks for what is there, by each of its names that is known, so that the answer can be held against what was asked for. */
export async function checkEchoedPath(run: Run, tested: TestedOperation): Promise<void> {
  const { operation, contract: { method } } = tested;
  if (operation.parameters.every(({ in: location, required }) => location !== "path" && (location !== "query" || !required))) return;
  if (method === "GET") {
    await readSomething(run, tested, "semantic");
    const path = run.living.of(operation.path, "GET");
    const made = path && requestFor(run, tested, { path });
    if (made !== undefined) await ask(run, { phase: "semantic", operation, title: "what is known to be there", ...made, expectation: { kind: "any" } });
  } else if ((method === "PUT" || method === "PATCH") && operation.requestBody !== undefined) {
    const path = await createdPath(run, operation.path, "semantic");
    await writeBody(run, tested, { ...(path !== undefined && { path }), title: "a change", phase: "semantic" });
  }
}
