import type { Run, TestedOperation } from "../../phase.ts";
import { prepareRequest } from "../../prepare-request.ts";
import { ask, jsonOf } from "../ask.ts";
import { readSomething } from "../resource.ts";
import { changeOne, replaceOne } from "./change-of-one.ts";

/** What is always there, and only changes: `GET /settings`, and `PUT` or `PATCH` of it. */
export type Setting = { readonly read: TestedOperation; readonly change: TestedOperation };

/** Changes what is there, reads it, and puts it back as it was, as far as the document lets that be sent. */
export async function setAndRead(run: Run, { read, change }: Setting): Promise<void> {
  const first = await readSomething(run, read, "stateful");
  if (first === undefined) return;
  const changing = { run, read, change, path: first.values.path, volatile: new Set<string>() };
  const [problem] = [...(await changeOne(changing)), ...(await replaceOne(changing))];
  if (problem !== undefined) {
    const { answer: { evidence }, before, finding } = problem;
    run.report({ ...finding, operation: change.name, at: run.at(change.operation.at), evidence: { ...evidence, before: [...before] } });
  }
  const value = jsonOf(first.answer);
  const mediaType = change.operation.requestBody?.content.find(({ name }) => /^application\/json$/i.test(name))?.name;
  if (change.contract.method !== "PUT" || value === undefined || mediaType === undefined) return;
  const values = { ...first.values, body: { mediaType, value } };
  const back = prepareRequest(change, values, "valid");
  if (back !== undefined) await ask(run, { phase: "stateful", operation: change.operation, title: "what was there before", request: back.request, values, expectation: { kind: "any" } });
}
