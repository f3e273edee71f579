import { stringLiteral } from "../../print/literal.ts";
import { code, type Printable } from "../../print/printable.ts";
import type { Schema } from "../../model/schema.ts";
import { lowerFirst } from "./code-name.ts";
import { call, type Condition, test } from "./condition.ts";
import { numberFormat, textFormat } from "./formats.ts";
import type { Kind } from "./kinds.ts";
import type { Place, Subject } from "./place.ts";
import { atLeast, atMost, isInteger, isList, isMultipleOf, isNumber, isRecord, isUnique, pattern } from "./runtime-names.ts";

/** Whether a value is of a kind: `typeof name === "string"`. `isWhole`: of numbers, only the integers. */
export function kindTest(kind: Kind, { name }: Subject, { isWhole }: { isWhole: boolean }): Condition {
  switch (kind) {
    case "null":
      return test(`${name} === null`, `${name} !== null`);
    case "boolean":
    case "string":
      return test(`typeof ${name} === "${kind}"`, `typeof ${name} !== "${kind}"`);
    case "number":
      return call(code`${isWhole ? isInteger : isNumber}(${name})`);
    case "array":
      return call(code`${isList}(${name})`);
    case "object":
      return call(code`${isRecord}(${name})`);
    default:
      return kind satisfies never;
  }
}

/** What the keywords of texts ask of a text (JSON Schema Validation §6.3, §7). */
export function textConditions(schema: Schema, { name, isTyped }: Subject, place: Place): Condition[] {
  const { minLength = 0, maxLength, pattern: source, format } = schema;
  const conditions: Condition[] = [];
  if (minLength === 1 && !isTyped) conditions.push(test(`${name} !== ""`, `${name} === ""`));
  else if (minLength > 0) conditions.push(call(code`${atLeast}(${name}, ${String(minLength)})`));
  if (maxLength !== undefined) conditions.push(call(code`${atMost}(${name}, ${String(maxLength)})`));
  if (source !== undefined) conditions.push(call(`${patternConstant(source, place)}.test(${name})`));
  const isOfFormat = format === undefined ? undefined : textFormat(format);
  if (isOfFormat !== undefined) conditions.push(call(code`${isOfFormat}(${name})`));
  return conditions;
}

/** A constant of the file that holds a pattern: text of a document is no regular expression in the code. */
export function patternConstant(source: string, { file, path }: Place): string {
  const constant = file.declare(`${lowerFirst(path())}Pattern`);
  file.declarations.push(code`const ${constant} = /*@__PURE__*/ ${pattern}(${stringLiteral(source)});`);
  return constant;
}

/** What the keywords of numbers ask of a number (JSON Schema Validation §6.2). */
export function numberConditions(schema: Schema, { name }: Subject): Condition[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format } = schema;
  const conditions: Condition[] = [];
  const compare = (sign: string, contrary: string, limit: number | undefined): void => {
    if (limit !== undefined) conditions.push(test(`${name} ${sign} ${limit}`, `${name} ${contrary} ${limit}`));
  };
  compare(">=", "<", minimum);
  compare("<=", ">", maximum);
  compare(">", "<=", exclusiveMinimum);
  compare("<", ">=", exclusiveMaximum);
  if (multipleOf !== undefined && !(multipleOf === 1 && schema.types?.includes("integer") === true)) conditions.push(call(code`${isMultipleOf}(${name}, ${String(multipleOf)})`));
  const isOfFormat = format === undefined ? undefined : numberFormat(format);
  if (isOfFormat !== undefined) conditions.push(call(code`${isOfFormat}(${name})`));
  return conditions;
}

/** What the keywords of lists ask of a list as a whole (JSON Schema Validation §6.4). */
export function listConditions({ minItems = 0, maxItems, uniqueItems }: Schema, { name }: Subject): Condition[] {
  const conditions: Condition[] = [];
  if (minItems > 0) conditions.push(test(`${name}.length >= ${minItems}`, `${name}.length < ${minItems}`));
  if (maxItems !== undefined) conditions.push(test(`${name}.length <= ${maxItems}`, `${name}.length > ${maxItems}`));
  if (uniqueItems === true) conditions.push(call(code`${isUnique}(${name})`));
  return conditions;
}

/**
 * The member of an object: `pet["name"]`; of a name that every object inherits something under, only its own. `own` also gives it without
 * the type that TypeScript believes it to have.
 */
export function memberOf(subject: Subject, property: string, own: Printable): Printable {
  const name = stringLiteral(property);
  return property in Object.prototype || subject.isTyped ? code`${own}(${subject.name}, ${name})` : `${subject.name}[${name}]`;
}
