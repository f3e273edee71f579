import type { Values } from "../../case.ts";
import { headerNamed } from "../../checks/headers-named.ts";
import type { Evidence, Finding } from "../../finding.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import { type Answer, ask, isSuccess, jsonOf } from "../ask.ts";
import { createdPath, requestFor } from "../resource.ts";
import { changeOne, replaceOne } from "./change-of-one.ts";
import { isAsBefore, keptOf, readOnce } from "./changing.ts";
import { checkLocation } from "./check-location.ts";
import { changeLittle, clearOne } from "./left-alone.ts";
import { listedAt } from "./listed.ts";
import { changedMembers, differentMembers, waveringMembers } from "./kept-members.ts";
import { askBelowAnother } from "./other-parent.ts";
import { type Done, writeBody } from "./write-body.ts";

/** The operations that make, show, change and take away a thing: `POST /pets`, and those of `/pets/{id}`. */
export type Life = { readonly create: TestedOperation; readonly read: TestedOperation; readonly changes: readonly TestedOperation[]; readonly remove: TestedOperation | undefined };

/**
 * Creates a thing, reads it, changes it, reads it, takes it away, and looks for it: what was written is what is read, and what is gone is gone.
 * Gives the operations of which something was found.
 */
export async function liveThrough(run: Run, life: Life): Promise<TestedOperation[]> {
  const above = await aboveOf(run, life.create);
  const created = await writeBody(run, life.create, { ...(above !== undefined && { path: above }), title: "something new" });
  const path = created && run.living.of(life.read.operation.path, "PUT");
  const made = path && requestFor(run, life.read, { path });
  if (created === undefined || path === undefined || made === undefined) return [];
  const story: Story = { run, life, path, found: [], before: [created.answer.evidence], volatile: new Set() };
  const isThere = await checkCreated(story, created);
  if (isThere) await checkListed(story, true);
  if (isThere) await checkOtherParent(story);
  if (isThere) for (const change of life.changes) await checkChanged(story, change);
  if (isThere && life.remove !== undefined) await checkRemoved(story, life.remove);
  return story.found;
}

/** What it is to be created below, which is created now where the document names nothing that is there. */
async function aboveOf(run: Run, { operation: { path } }: TestedOperation): Promise<Values | undefined> {
  const above = /^(.*\/\{[^{}]+\})\/[^{}]*$/.exec(path)?.[1];
  return above === undefined ? undefined : createdPath(run, above, "stateful");
}

type Story = { readonly run: Run; readonly life: Life; readonly path: Values; readonly found: TestedOperation[]; readonly before: Evidence[]; readonly volatile: Set<string> };

async function checkCreated(story: Story, created: Done): Promise<boolean> {
  const { run, life: { create, read } } = story;
  const reads = [await readOnce(placeOf(story)), await readOnce(placeOf(story)), await readOnce(placeOf(story))].filter((answer) => answer !== undefined);
  const [first] = reads;
  if (first === undefined) return false;
  // 202 says that it will be there (RFC 9110 §15.3.3); 201 that it is.
  if (reads.every((answer) => isGone(answer)) && created.answer.response?.status === 201) {
    report(story, create, first, { code: "not-created", severity: "error", key: "gone", message: `What was created with 201 is not there: ${read.name} answers ${first.response?.status}`, because: "RFC 9110 §15.3.2: 201 says that one or more new resources have been created" });
    return false;
  }
  if (!reads.every((answer) => isSuccess(answer))) return false;
  for (const answer of reads) for (const name of differentMembers(jsonOf(first), jsonOf(answer))) story.volatile.add(name);
  const wavering = [...new Set(reads.slice(1).flatMap((answer) => waveringMembers(created.body, jsonOf(first), jsonOf(answer), keptOf(run, create, read))))];
  if (wavering.length > 0) {
    report(story, read, first, { code: "not-repeatable", severity: "error", key: "members", message: `The same request three times in a row gives different values of ${wavering.join(", ")}`, because: "Nothing was changed between them, and the client itself wrote these members (RFC 9110 §9.2.1: GET is safe)" });
    return true;
  }
  // What the answer itself says otherwise is found with it.
  const told = changedMembers(created.body, jsonOf(created.answer), keptOf(run, create, create));
  const lost = changedMembers(created.body, jsonOf(first), keptOf(run, create, read)).filter((name) => !told.includes(name));
  if (lost.length > 0) report(story, create, first, { code: "not-created", severity: "warning", key: "members", message: `What is created is not what was sent: ${lost.join(", ")}`, because: "The document has these members in the request and in the answer, and says neither readOnly nor writeOnly" });
  const location = headerNamed(created.answer.response?.headers ?? [], "location");
  if (location !== undefined && created.answer.response?.status === 201) await checkLocation(run, { create, created: created.answer, read: first, location, report: (answer, found) => report(story, create, answer, found) });
  return true;
}

async function checkChanged(story: Story, change: TestedOperation): Promise<void> {
  const { run, life: { read }, path, volatile } = story;
  const changing = { run, read, change, path, volatile };
  const problems = [...(await changeOne(changing)), ...(await replaceOne(changing)), ...(await changeLittle(changing)), ...(await clearOne(changing))];
  const [problem] = problems;
  if (problem === undefined || story.found.includes(read)) return;
  story.before.push(...problem.before);
  report(story, change, problem.answer, problem.finding);
}

/** What was created below one thing is not below another. */
async function checkOtherParent(story: Story): Promise<void> {
  const { run, path, life: { create, read } } = story;
  const shown = await readOnce(placeOf(story));
  const answer = shown && isSuccess(shown) ? await askBelowAnother(run, { create, read, path, shown }) : undefined;
  if (answer !== undefined) report(story, read, answer, { code: "broken-link", severity: "warning", key: "parent", message: `The same is there below another thing than the one that it was created below: ${answer.response?.status}`, because: "The path names what it is below, which had nothing to do with it" });
}

/** What is there is in the list, where the list is on one page, and what is gone is not. A list may follow late, and may be of something else. */
async function checkListed(story: Story, isThere: boolean): Promise<void> {
  const { run, path, before, life: { create, remove } } = story;
  const id = [...path.values()].at(-1);
  const listed = await listedAt(run, create);
  if (listed === undefined || id === undefined || listed.ids.has(String(id).toLowerCase()) === isThere || (isThere && !listed.isWhole)) return;
  const operation = isThere ? create : (remove ?? create);
  const message = isThere ? "What was created is not in the list" : "What was deleted is still in the list";
  run.report({ code: isThere ? "not-created" : "not-deleted", severity: "warning", operation: operation.name, at: run.at(operation.operation.at), key: "list", message, because: "The document has a list at the path where things are created", evidence: { ...listed.answer.evidence, before: [...before] } });
}

async function checkRemoved(story: Story, remove: TestedOperation): Promise<void> {
  const { run, path, life: { read } } = story;
  const before = await readOnce(placeOf(story));
  const made = requestFor(run, remove, { path });
  if (made === undefined || before === undefined) return;
  const one = { phase: "stateful", operation: remove.operation, title: "what was created", ...made, expectation: { kind: "any" } } as const;
  const removed = await ask(run, one);
  if (!isSuccess(removed) || removed.response?.status === 202) return;
  story.before.push(removed.evidence);
  const after = [await readOnce(placeOf(story)), await readOnce(placeOf(story))];
  const [last] = after;
  // What is marked as deleted, and shown so, is deleted.
  const isSame = after.every((answer) => answer !== undefined && isSuccess(answer) && isAsBefore(story, before, answer));
  if (last !== undefined && isSame && !story.found.includes(read)) report(story, remove, last, { code: "not-deleted", severity: "error", key: "still there", message: `What was deleted with ${removed.response?.status} is still there, as it was`, because: "RFC 9110 §9.3.5: DELETE requests that the origin server remove the association between the target resource and its current functionality" });
  if (last !== undefined && isGone(last)) await checkListed(story, false);
  await ask(run, { ...one, title: "the same again, of what is gone" });
}

function placeOf({ run, life: { read }, path }: Story): { run: Run; read: TestedOperation; path: Values } {
  return { run, read, path };
}

function isGone({ response }: Answer): boolean {
  return response?.status === 404 || response?.status === 410;
}

/** The exchanges that lead to an answer are part of what shows it. */
function report({ run, found, before }: Story, tested: TestedOperation, { evidence }: Answer, finding: Pick<Finding, "code" | "severity" | "key" | "message" | "because">): void {
  found.push(tested);
  run.report({ ...finding, operation: tested.name, at: run.at(tested.operation.at), evidence: { ...evidence, before: [...before] } });
}
