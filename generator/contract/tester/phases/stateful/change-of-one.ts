import { isObject } from "../../../../json.ts";
import type { Values } from "../../case.ts";
import { headerNamed } from "../../checks/headers-named.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import { placesOf } from "../../values/places.ts";
import { validValues } from "../../values/valid-values.ts";
import { type Answer, ask, isSuccess, jsonOf } from "../ask.ts";
import { requestFor, type Written, written } from "../resource.ts";
import { type Changing, isAsBefore, keptOf, type Problem, readOnce } from "./changing.ts";
import { changedMembers, leftMembers } from "./kept-members.ts";
import { touchedFinding, touchedMembers } from "./left-alone.ts";
import { writeBody } from "./write-body.ts";

/** Changes something, and reads it: what was written is what is read, and an ETag is of what it was given with. */
export async function changeOne(changing: Changing): Promise<Problem[]> {
  const { run, read, change, path } = changing;
  const before = await readOnce(changing);
  const done = await writeBody(run, change, { path, title: "something else in its place" });
  if (done === undefined || done.answer.response?.status === 202) return [];
  const after = await readOnce(changing);
  if (before === undefined || after === undefined || !isSuccess(after)) return [];
  const shown = (finding: Problem["finding"]): Problem[] => [{ answer: after, before: [done.answer.evidence], finding }];
  // What the answer itself says otherwise is found with it.
  const told = changedMembers(done.body, jsonOf(done.answer), keptOf(run, change, change));
  const kept = changedMembers(done.body, jsonOf(after), keptOf(run, change, read));
  const wrong = kept.filter((name) => !told.includes(name));
  const same = new Set(changedMembers(done.body, jsonOf(before), keptOf(run, change, read)));
  const because = `It was answered with ${done.answer.response?.status}; the document has these members in the request and in the answer`;
  // Still as it was before: that is no other way of writing it.
  const isSure = kept.every((name) => same.has(name)) && isAsBefore(changing, before, after);
  if (wrong.length > 0) return shown({ code: "not-updated", severity: isSure ? "error" : "warning", key: "members", message: `What is changed is not as it was sent: ${wrong.join(", ")}`, because });
  if (kept.length > 0) return [];
  const touched = touchedMembers(changing, { before: jsonOf(before), sent: done.body, after: jsonOf(after) });
  if (touched.length > 0) return shown(touchedFinding(touched));
  return isOldTag(before, after) && same.size > 0 ? shown({ code: "protocol-violation", severity: "error", key: "etag", message: "The ETag stays when what it is of changes", because: "RFC 9110 §8.8.1: a strong validator changes value whenever a change occurs to the representation data" }) : [];
}

/** A strong tag that is as it was, though a member that was sent is not. */
function isOldTag(before: Answer, after: Answer): boolean {
  const [one, other] = [before, after].map(({ response }) => headerNamed(response?.headers ?? [], "etag"));
  return one !== undefined && one === other && !one.startsWith("W/");
}

/** Says all of something anew, with what is optional and then without: what PUT does not say is gone (RFC 9110 §9.3.4). */
export async function replaceOne(changing: Changing): Promise<Problem[]> {
  const { run, read, change, path } = changing;
  if (change.contract.method !== "PUT") return [];
  const full = fullRequest(run, change, path);
  const least = full && leastOf(change, full);
  if (full === undefined || least === undefined) return [];
  const steps: Answer[] = [];
  for (const [title, made] of [["all that is optional", full], ["the least that it requires", least]] as const) {
    const answer = await ask(run, { phase: "stateful", operation: change.operation, title, ...made, expectation: { kind: "any" } });
    if (!isSuccess(answer) || answer.response?.status === 202) return [];
    steps.push(answer);
  }
  const after = await readOnce(changing);
  if (after === undefined || !isSuccess(after)) return [];
  const left = leftMembers(full.values.body?.value, least.values.body?.value, jsonOf(after), keptOf(run, change, read));
  if (left.length === 0) return [];
  return [{ answer: after, before: steps.map(({ evidence }) => evidence), finding: {
    code: "not-updated", severity: "warning", key: "left", message: `What PUT does not say is still there: ${left.join(", ")}`,
    because: "RFC 9110 §9.3.4: PUT requests that the state of the target resource be replaced with the state defined by the content",
  } }];
}

/** A request with all that is optional in its body, as far as that can be. */
function fullRequest(run: Run, change: TestedOperation, path: Values): Written | undefined {
  const made = requestFor(run, change, { path });
  const place = placesOf(change).find(({ in: location, name }) => location === "body" && name === made?.values.body?.mediaType);
  const value = place && validValues(run.api).most(place.schema);
  const body = made?.values.body;
  if (made === undefined || body === undefined || !isObject(value) || !isObject(body.value)) return undefined;
  // What must be there is as in the plainest request: it may be a name that is not taken.
  return written(change, { ...made.values, body: { ...body, value: { ...value, ...body.value } } }) ?? written(change, { ...made.values, body: { ...body, value } });
}

/** The same without each member that need not be there. */
function leastOf(change: TestedOperation, { values }: Written): Written | undefined {
  let least: Written | undefined;
  const { body } = values;
  for (const name of body !== undefined && isObject(body.value) ? Object.keys(body.value) : []) {
    const value = (least?.values.body ?? body)?.value;
    if (body === undefined || !isObject(value)) return undefined;
    const { [name]: _, ...others } = value;
    least = written(change, { ...values, body: { ...body, value: others } }) ?? least;
  }
  return least;
}
