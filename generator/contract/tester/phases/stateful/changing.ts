import type { Values } from "../../case.ts";
import type { Evidence, Finding } from "../../finding.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import { type Answer, ask, jsonOf } from "../ask.ts";
import { requestFor } from "../resource.ts";
import type { Kept } from "./described-alike.ts";
import { differentMembers } from "./kept-members.ts";
import { answerSchema, schemasOf } from "./schema-members.ts";

/** What is read, what changes it, and where. `volatile` are members that are otherwise each time. */
export type Changing = { readonly run: Run; readonly read: TestedOperation; readonly change: TestedOperation; readonly path: Values; readonly volatile: ReadonlySet<string> };

/** What is wrong with a change: what shows it, and what was sent before that. */
export type Problem = { readonly answer: Answer; readonly before: readonly Evidence[]; readonly finding: Pick<Finding, "code" | "severity" | "key" | "message" | "because"> };

/** Whether two answers say the same, but for what is another each time. */
export function isAsBefore({ volatile }: Pick<Changing, "volatile">, before: Answer, after: Answer): boolean {
  return differentMembers(jsonOf(before), jsonOf(after)).every((name) => volatile.has(name));
}

/** Reads what there is. */
export async function readOnce({ run, read, path }: Pick<Changing, "run" | "read" | "path">): Promise<Answer | undefined> {
  const made = requestFor(run, read, { path });
  return made && ask(run, { phase: "stateful", operation: read.operation, title: "what was written", ...made, expectation: { kind: "any" } });
}

/** What one operation writes, and another reads. */
export function keptOf(run: Run, writer: TestedOperation, reader: TestedOperation): Kept {
  const reading = [200, 201].map((status) => answerSchema(reader.operation, status)).find((schema) => schema !== undefined);
  return { schemas: schemasOf(run.api), writing: writer.operation.requestBody?.content.find(({ name }) => /[/+]json\b/i.test(name))?.schema, reading };
}
