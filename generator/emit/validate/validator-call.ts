import type { SchemaId } from "../../model/schema.ts";
import type { FileName } from "../../print/file-name.ts";
import { code } from "../../print/printable.ts";
import { always, call, type Condition, never } from "./condition.ts";
import { areDisjoint, everyKind } from "./kinds.ts";
import type { Place, Subject } from "./place.ts";
import type { Recursion } from "./plan-recursion.ts";
import type { Validator } from "./plan-validators.ts";

/** Whether a value fits a named schema: `isPet(value)`. */
export function validatorCall(id: SchemaId, subject: Subject, place: Place): Condition {
  const validator = place.validators.of(id, place.view);
  if (validator === undefined) return always;
  if (areDisjoint(place.validators.facts.kinds.get(id) ?? everyKind, subject.kinds)) return never;
  const rest = restOf(validator.recursion, subject, place.recursion);
  if (rest !== "") return call(code`${exported(validator, withinName(validator))}(${subject.name}${rest})`);
  subject.isTyped = true;
  return call(code`${exported(validator, validator.is)}(${subject.name})`);
}

/** What the file of a validator exports, to be imported. */
export function exported({ file }: Validator, name: string): FileName {
  return { name, from: file, value: true };
}

/** The predicate that knows how deep it is: `isNodeWithin`. */
export function withinName({ is }: Validator): string {
  return `${is}Within`;
}

/** Whether a predicate has to know where it is. */
export function isCounting(recursion: Recursion): boolean {
  return recursion === "depth" || recursion === "verdicts";
}

/** What a function of this kind hands on to another: `, depth + 1, verdicts`. */
function restOf(target: Recursion, subject: Subject, own: Recursion): string {
  if (!isCounting(target) || !isCounting(own) || (target === "verdicts" && own === "depth")) return "";
  return `, ${subject.isInside ? "depth + 1" : "depth"}${target === "verdicts" ? ", verdicts" : ""}`;
}
