import { code, type Printable } from "../../print/printable.ts";
import type { Schema } from "../../model/schema.ts";
import { all, always, any, call, type Condition, not, test } from "./condition.ts";
import { onlyObject } from "./kinds.ts";
import { isPresent } from "./judge-object.ts";
import type { Place, Subject } from "./place.ts";
import { printCondition } from "./print-condition.ts";
import { isRecord } from "./runtime-names.ts";
import { require, type Statement } from "./statement.ts";
import { validatorCall } from "./validator-call.ts";

/** `not`, `if` and `dependentSchemas` (JSON Schema Core §10.2). */
export function judgeConditions(schema: Schema, subject: Subject, place: Place): Statement[] {
  const part = (inner: Schema, name: string, about = subject): Condition => place.judge.condition(inner, about, { ...place, path: () => `${place.path()}${name}` });
  const conditions: Condition[] = [];
  if (schema.not !== undefined) conditions.push(not(part(schema.not, "Not")));
  if (schema.if !== undefined && (schema.then !== undefined || schema.else !== undefined)) {
    const when = part(schema.if, "If");
    subject.isTyped = true;
    conditions.push(choose(when, schema.then === undefined ? always : part(schema.then, "Then"), schema.else === undefined ? always : part(schema.else, "Else")));
  }
  if (subject.kinds.has("object")) {
    for (const [index, { name, schema: dependent }] of (schema.dependentSchemas ?? []).entries()) {
      const isObject = subject.kinds.size === 1 ? always : call(code`${isRecord}(${subject.name})`);
      conditions.push(any([not(all([isObject, isPresent(subject, name)])), part(dependent, `Dependent${index + 1}`, { ...subject, kinds: onlyObject })]));
    }
  }
  return conditions.map(require);
}

function choose(when: Condition, then: Condition, otherwise: Condition): Condition {
  if (when.kind === "constant") return when.value ? then : otherwise;
  if (then.kind === "constant" || otherwise.kind === "constant") return all([any([not(when), then]), any([when, otherwise])]);
  const ternary: Printable = ["(", printCondition(when), " ? ", printCondition(then), " : ", printCondition(otherwise), ")"];
  return test(ternary, ["!", ternary]);
}

/** `$ref`. */
export function judgeReferences({ ref }: Schema, subject: Subject, place: Place): Statement[] {
  return ref === undefined ? [] : [require(validatorCall(ref, subject, place))];
}
