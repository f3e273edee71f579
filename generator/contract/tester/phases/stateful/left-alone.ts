import { isObject, type Json, type JsonObject, member } from "../../../../json.ts";
import { validValues } from "../../values/valid-values.ts";
import { placesOf } from "../../values/places.ts";
import { ask, isSuccess, jsonOf } from "../ask.ts";
import { requestFor, written } from "../resource.ts";
import { type Changing, keptOf, type Problem, readOnce } from "./changing.ts";
import { isKept } from "./kept-members.ts";
import { partsOf, schemasOf } from "./schema-members.ts";

/**
 * The members that a change does not speak of, and that are not as they were: those that it could have changed, and when something was
 * created. All else may follow from what was changed.
 */
export function touchedMembers({ run, read, change, volatile }: Changing, { before, sent, after }: { before: Json | undefined; sent: Json | undefined; after: Json | undefined }): string[] {
  if (!isObject(before) || !isObject(sent) || !isObject(after)) return [];
  const kept = keptOf(run, change, read);
  return Object.entries(before).flatMap(([name, value]) => {
    const isCreation = /^created_?(?:at|on|date|time)?$/i.test(name);
    const isLeft = !Object.hasOwn(sent, name) && !volatile.has(name) && (isCreation || (change.contract.method === "PATCH" && isKept(kept, name)));
    return isLeft && JSON.stringify(member(after, name) ?? null) !== JSON.stringify(value) ? [name] : [];
  });
}

/** Sets all that a PATCH can set, and then one member alone: the others stay as they are. */
export async function changeLittle(changing: Changing): Promise<Problem[]> {
  const { run, change, path } = changing;
  const place = placesOf(change).find(({ in: location, name }) => location === "body" && /json/i.test(name));
  const made = requestFor(run, change, { path });
  const full = place && validValues(run.api).most(place.schema);
  if (change.contract.method !== "PATCH" || place === undefined || made?.values.body === undefined || !isObject(full)) return [];
  const { values: { body, ...rest } } = made;
  const send = async (value: JsonObject, title: string) => {
    const step = written(change, { ...rest, body: { ...body, value } });
    const answer = step && (await ask(run, { phase: "stateful", operation: change.operation, title, ...step, expectation: { kind: "any" } }));
    return answer !== undefined && isSuccess(answer) && answer.response?.status !== 202 ? answer : undefined;
  };
  for (const name of Object.keys(full).slice(0, most)) {
    const all = await send(full, "all that it can change");
    const before = all && (await readOnce(changing));
    const one = before && (await send({ [name]: full[name] ?? null }, `${name} alone`));
    const after = one && (await readOnce(changing));
    if (all === undefined || before === undefined || one === undefined || after === undefined || !isSuccess(after)) continue;
    const touched = touchedMembers(changing, { before: jsonOf(before), sent: { [name]: full[name] ?? null }, after: jsonOf(after) });
    return touched.length === 0 ? [] : [{ answer: after, before: [all.evidence, one.evidence], finding: touchedFinding(touched) }];
  }
  return [];
}

/** What is said of members that a change does not speak of. */
export function touchedFinding(touched: readonly string[]): Problem["finding"] {
  return { code: "not-updated", severity: "warning", key: "touched", message: `What the change does not speak of has changed: ${touched.join(", ")}`, because: "RFC 5789 §2: PATCH has instructions on what is to be modified; and nothing is created a second time" };
}

/** Sets a member that may be null, and takes it off: what null is sent for is not what it was. */
export async function clearOne(changing: Changing): Promise<Problem[]> {
  const { run, read, change, path } = changing;
  const place = placesOf(change).find(({ in: location, name }) => location === "body" && /json/i.test(name));
  const made = requestFor(run, change, { path });
  const full = place && validValues(run.api).most(place.schema);
  if (change.contract.method !== "PATCH" || place === undefined || made?.values.body === undefined || !isObject(full)) return [];
  const { values: { body, ...rest } } = made;
  const kept = keptOf(run, change, read);
  const names = Object.keys(full).filter((name) => full[name] !== null && isKept(kept, name) && isNullable(changing, name)).slice(0, most);
  for (const name of names) {
    const steps = [];
    for (const value of [full[name] ?? null, null]) {
      const step = written(change, { ...rest, body: { ...body, value: { [name]: value } } });
      const answer = step && (await ask(run, { phase: "stateful", operation: change.operation, title: value === null ? `no ${name}` : `some ${name}`, ...step, expectation: { kind: "any" } }));
      if (answer === undefined || !isSuccess(answer) || answer.response?.status === 202) break;
      steps.push(answer.evidence);
    }
    const after = steps.length < 2 ? undefined : await readOnce(changing);
    const told = after && isSuccess(after) ? jsonOf(after) : undefined;
    if (after === undefined || !isObject(told) || JSON.stringify(told[name]) !== JSON.stringify(full[name])) continue;
    return [{ answer: after, before: steps, finding: { code: "not-updated", severity: "warning", key: "null", message: `What null is sent for is still there: ${name}`, because: "The document lets this member be null in the request and in the answer" } }];
  }
  return [];
}

const most = 3;

function isNullable({ run, change }: Changing, name: string): boolean {
  const schemas = schemasOf(run.api);
  const bodies = change.operation.requestBody?.content.map(({ schema }) => schema) ?? [];
  return bodies.some((body) => partsOf(schemas, body).some(({ properties = [] }) => properties.some((property) => property.name === name && partsOf(schemas, property.schema).some(({ types }) => types?.includes("null") === true))));
}
