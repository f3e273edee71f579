import { isObject, type Json, member } from "../../../../json.ts";
import type { Schema } from "../../../../model/schema.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import type { Place } from "../../values/places.ts";
import { placesOf } from "../../values/places.ts";
import { type Answer, jsonOf } from "../ask.ts";
import { createdPath, readSomething } from "../resource.ts";
import { answerSchema, membersNamed, partsOf, schemasOf } from "../stateful/schema-members.ts";
import { writeBody } from "../stateful/write-body.ts";
import { suspicion } from "./suspicion.ts";

/**
 * What a path asks for is what comes: a member of the answer that is called as the parameter says the same, and so does `id` for the last one.
 * Only for numbers, UUIDs, and members of the very name: other texts may be another name of the same thing, such as `me`.
 */
export async function checkEchoedPath(run: Run, tested: TestedOperation): Promise<void> {
  const { method } = tested.contract;
  const places = placesOf(tested).filter(({ in: location }) => location === "path");
  if (places.length === 0 || !["GET", "PUT", "PATCH"].includes(method)) return;
  const done = method === "GET" ? await readSomething(run, tested, "semantic") : await change(run, tested);
  const body = done && jsonOf(done.answer);
  if (done === undefined || !isObject(body)) return;
  for (const place of places) {
    const name = memberFor(run, tested, { place, answer: done.answer });
    const asked = done.values.path.get(place.name);
    const given = name === undefined ? undefined : member(body, name);
    if (name === undefined || asked === undefined || given === undefined || !isOfKind(asked, given) || isSame(asked, given)) continue;
    suspicion(run, tested, done.answer, { code: "broken-echo", key: `path ${place.name}`, message: `The path asks for ${place.name} ${JSON.stringify(asked)}, and the answer has ${name} ${JSON.stringify(given)}`, because: "The document has the same in the path and in the answer" });
  }
}

async function change(run: Run, tested: TestedOperation) {
  if (tested.operation.requestBody === undefined) return undefined;
  const path = await createdPath(run, tested.operation.path, "semantic");
  return writeBody(run, tested, { ...(path !== undefined && { path }), title: "a change", phase: "semantic" });
}

/** The name that a path's parameter has in the answer, where both are of one kind. */
function memberFor(run: Run, tested: TestedOperation, { place, answer }: { place: Place; answer: Answer }): string | undefined {
  const schemas = schemasOf(run.api);
  const schema = answerSchema(tested.operation, answer.response?.status ?? 200);
  const isLast = tested.operation.path.endsWith(`{${place.name}}`);
  const kind = kindOf(partsOf(schemas, place.schema));
  return [place.name, ...(isLast ? ["id"] : [])].find((name) => {
    const parts = membersNamed(schemas, schema, name).flatMap((each) => partsOf(schemas, each));
    return kind !== undefined && parts.length > 0 && kindOf(parts) === kind;
  });
}

function kindOf(parts: readonly Schema[]): string | undefined {
  if (parts.some(({ types, format }) => types?.includes("string") === true && format === "uuid")) return "uuid";
  return parts.some(({ types }) => types?.length === 1 && types[0] === "integer") ? "integer" : undefined;
}

/** What is not even of that kind does not fit its schema, which is said already. */
function isOfKind(asked: Json, given: Json): boolean {
  return typeof asked === typeof given && (typeof given !== "string" || /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(given));
}

function isSame(one: Json, other: Json): boolean {
  return String(one).toLowerCase() === String(other).toLowerCase();
}
