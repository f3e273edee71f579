import type { Json } from "../../json.ts";
import { code } from "../../print/printable.ts";
import { separated } from "../../print/separated.ts";
import type { Schema } from "../../model/schema.ts";
import { fits } from "../../runtime/validate/fits.ts";
import { lowerFirst } from "./code-name.ts";
import { any, call, type Condition, same } from "./condition.ts";
import { jsonLiteral } from "./json-literal.ts";
import { kindOf } from "./kinds.ts";
import type { Place, Subject } from "./place.ts";
import { equal } from "./runtime-names.ts";

/** The values that `enum` and `const` leave; `undefined` where there is neither. */
export function listedValues({ enum: listed, const: only }: Schema): readonly Json[] | undefined {
  if (only === undefined) return listed;
  return listed === undefined || fits({ enum: listed }, only.value) ? [only.value] : [];
}

/** Whether `enum` and `const` say all there is to say of texts, numbers and lists here: what other keywords refuse is left out. */
export function areScalars(values: readonly Json[]): boolean {
  return values.every((value) => typeof value !== "object" || value === null);
}

/** Those of some scalars that the schema's own keywords accept. */
export function acceptedScalars(values: readonly Json[], schema: Schema): readonly Json[] {
  const { types, minLength, maxLength, pattern, format, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const asserted = Object.entries({ type: types, minLength, maxLength, pattern, format, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf });
  const data = Object.fromEntries(asserted.filter(([, operand]) => operand !== undefined));
  return values.filter((value) => fits(data, value));
}

/** Whether a value is one of some (JSON Schema Validation §6.1.2). */
export function isOneOf(values: readonly Json[], subject: Subject, place: Place): Condition {
  const distinct = [...new Set(values)].filter((value) => subject.kinds.has(kindOf(value)));
  if (areCompared(distinct, subject)) return any(distinct.map((value) => same(subject.name, jsonLiteral(value))));
  const isPlain = areScalars(distinct) && !hasNumbers(distinct);
  if (distinct.length <= mostCompared && !isPlain) return any(distinct.map((value) => call(code`${equal}(${subject.name}, ${jsonLiteral(value)})`)));
  const constant = place.file.declare(`${lowerFirst(place.path())}Values`);
  const list = separated(distinct.map(jsonLiteral), ", ");
  if (isPlain) {
    place.file.declarations.push(code`const ${constant}: ReadonlySet<unknown> = /*@__PURE__*/ new Set<unknown>([${list}]);`);
    return call(`${constant}.has(${subject.name})`);
  }
  place.file.declarations.push(code`const ${constant}: readonly unknown[] = [${list}];`);
  return call(code`${constant}.some((each) => ${equal}(each, ${subject.name}))`);
}

/** Whether a value is compared with each by `===`, so that TypeScript knows which it can be. Numbers are not: a bigint can be the same. */
export function areCompared(values: readonly Json[], { isTyped }: Subject): boolean {
  return !isTyped && values.length <= mostCompared && areScalars(values) && !hasNumbers(values);
}

function hasNumbers(values: readonly Json[]): boolean {
  return values.some((value) => typeof value === "number");
}

/** Of more values than these, a set is quicker. */
const mostCompared = 8;
