import { code } from "../../print/printable.ts";
import type { Schema } from "../../model/schema.ts";
import { lowerFirst } from "./code-name.ts";
import { always, call, type Condition, never } from "./condition.ts";
import { dependsOnValue } from "./evaluated.ts";
import { judgeConditions, judgeReferences } from "./judge-conditions.ts";
import { judgeOwn, needsOwnSteps } from "./judge-own.ts";
import { isSwitched, judgeUnions } from "./judge-union.ts";
import { localCall } from "./local-function.ts";
import type { Judge, Place, Subject } from "./place.ts";
import { fits, schemaDataType } from "./runtime-names.ts";
import { schemaDataCode } from "./schema-data-code.ts";
import { conditionOfAll, require, type Statement } from "./statement.ts";

/** Makes the code that judges values by schemas, exactly as JSON Schema 2020-12 says. */
export const judge: Judge = { statements, condition };

/**
 * First what a schema and the members of its `allOf` ask for with keywords of their own, which narrow the type of the value; then what
 * other schemas ask for.
 */
function statements(schema: Schema, subject: Subject, place: Place): Statement[] {
  if (dependsOnValue(schema, place.validators.types.schemas)) return [require(interpreted(schema, subject, place))];
  const here: Subject = { ...subject, hidden: place.validators.hiddenNames(schema, place.view, subject.hidden) };
  if (isAlone(schema)) return judgeOwn(schema, here, place).steps;
  const { written, others } = withAllOf(schema, place);
  const steps: Statement[] = [];
  for (const part of written) {
    const own = judgeOwn(part, here, place);
    steps.push(...own.steps);
    here.kinds = own.kinds;
    here.isTyped ||= own.isCompared;
    if (own.kinds.size === 0) return steps;
  }
  const followed: Statement[] = [];
  const follow = (more: readonly Statement[]): void => {
    followed.push(...more);
    // What was asked by now may have narrowed the type of the value.
    here.isTyped ||= followed.length > 0;
  };
  for (const part of written) {
    follow(judgeUnions(part, here, place));
    follow(judgeConditions(part, here, place));
  }
  for (const part of others) follow([require(condition(part, here, place))]);
  for (const part of written) follow(judgeReferences(part, here, place));
  subject.isTyped ||= here.isTyped && followed.length > 0;
  return [...steps, ...followed];
}

/** Whether no other schema has a say in what a value must be. Most have none, and there may be a hundred thousand. */
function isAlone(schema: Schema): boolean {
  for (const key in schema) if (composing.has(key)) return false;
  return true;
}

const composing: ReadonlySet<string> = new Set(["ref", "allOf", "anyOf", "oneOf", "discriminator", "not", "if", "dependentSchemas"]);

/** The same as one expression: a call of a function made for it where it takes more. */
function condition(schema: Schema, subject: Subject, place: Place): Condition {
  if (schema.boolean !== undefined) return schema.boolean ? always : never;
  if (dependsOnValue(schema, place.validators.types.schemas)) return interpreted(schema, subject, place);
  const { written } = withAllOf(schema, place);
  const isMoreThanReference = written.some((part) => part.ref === undefined || Object.keys(part).length > 2);
  const takesSteps = written.some((part) => isSwitched(part, place) || needsOwnSteps(part, subject.kinds));
  if (takesSteps || (subject.isTyped && isMoreThanReference)) return localCall(schema, subject, place);
  return conditionOfAll(statements(schema, subject, place)) ?? localCall(schema, subject, place);
}

/** A schema, with those of the members of its `allOf` that are not simply references, and their members; and what is left to be called. */
function withAllOf(schema: Schema, place: Place): { written: Schema[]; others: Schema[] } {
  const written = [schema];
  const others: Schema[] = [];
  for (const part of written) {
    for (const member of part.allOf ?? []) (dependsOnValue(member, place.validators.types.schemas) ? others : written).push(member);
  }
  return { written, others };
}

/** What `unevaluatedProperties` and `unevaluatedItems` mean can depend on the value: then schemas as data are interpreted. */
function interpreted(schema: Schema, { name }: Subject, place: Place): Condition {
  const constant = place.file.declare(`${lowerFirst(place.path())}Data`);
  place.file.declarations.push(code`const ${constant}: ${schemaDataType} = ${schemaDataCode(schema, place)};`);
  return call(code`${fits}(${constant}, ${name})`);
}
