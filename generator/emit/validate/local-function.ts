import { block, code, type Printable } from "../../print/printable.ts";
import type { Schema } from "../../model/schema.ts";
import { call, type Condition } from "./condition.ts";
import { everyKind } from "./kinds.ts";
import { Locals } from "./locals.ts";
import { nothingHidden, type Place, type Subject } from "./place.ts";
import { verdicts } from "./runtime-names.ts";
import { usesRecursion } from "./uses-recursion.ts";
import { printBody } from "./statement.ts";

/** The subject that a function's own value is. */
export function ownSubject(hidden = nothingHidden): Subject {
  return { name: "value", kinds: everyKind, isInside: false, isTyped: false, hidden };
}

/** A call of a function of this file that says whether a value fits a schema: for what takes more than one expression. */
export function localCall(schema: Schema, subject: Subject, place: Place): Condition {
  const counts = usesRecursion(schema, place);
  const name = place.file.declare(`is${place.path()}`);
  const inner: Place = { ...place, locals: new Locals(), recursion: counts ? place.recursion : "none" };
  const body = printBody(place.judge.statements(schema, ownSubject(subject.hidden), inner));
  place.file.declarations.push(code`function ${name}(value: unknown${parametersOf(inner)}): boolean ${block(body)}`);
  const depth = subject.isInside ? ", depth + 1" : ", depth";
  const rest = !counts ? "" : place.recursion === "verdicts" ? `${depth}, verdicts` : depth;
  return call(code`${name}(${subject.name}${rest})`);
}

/** What a function takes besides the value. */
export function parametersOf({ recursion }: Pick<Place, "recursion">): Printable {
  if (recursion === "depth") return ", depth: number";
  return recursion === "verdicts" ? code`, depth: number, verdicts: ${verdicts}` : "";
}
