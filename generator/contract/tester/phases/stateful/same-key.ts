import { isObject, member } from "../../../../json.ts";
import { headerNamed } from "../../checks/headers-named.ts";
import type { Run, TestedOperation } from "../../phase.ts";
import { placesOf, withValue } from "../../values/places.ts";
import { type Answer, ask, isSuccess, jsonOf } from "../ask.ts";
import { writeBody } from "./write-body.ts";

/** Sends the same request twice with one `Idempotency-Key`: the second is answered as the first was, or refused, and makes nothing new. */
export async function checkSameKey(run: Run, tested: TestedOperation): Promise<void> {
  const place = placesOf(tested).find(({ in: location, name }) => location === "header" && /^(x-)?idempotency-key$/i.test(name));
  if (place === undefined || tested.contract.method !== "POST") return;
  const random = run.random(tested.operation);
  const key = `specwright-${Array.from({ length: 12 }, () => Math.floor(random() * 16).toString(16)).join("")}`;
  const first = await writeBody(run, tested, { title: "a key", change: (values) => withValue(values, place, key) });
  if (first === undefined) return;
  const second = await ask(run, { phase: "stateful", operation: tested.operation, title: "the same with the same key", request: first.request, values: first.values, expectation: { kind: "any" } });
  const [one, other] = [nameOf(first.answer), nameOf(second)];
  if (!isSuccess(second) || one === undefined || other === undefined || one === other) return;
  run.report({
    code: "not-repeatable", severity: "error", operation: tested.name, at: run.at(place.at), key: "idempotency key",
    message: `The same request with the same ${place.name} makes another thing: ${other} after ${one}`, because: `The header ${place.name} is what makes a request that is sent again the same one`,
    evidence: { ...second.evidence, before: [first.answer.evidence] },
  });
}

function nameOf(answer: Answer): string | undefined {
  const body = jsonOf(answer);
  const id = isObject(body) ? member(body, "id") : undefined;
  return typeof id === "string" || typeof id === "number" ? String(id) : headerNamed(answer.response?.headers ?? [], "location");
}
