import { stringLiteral } from "../../print/literal.ts";
import { block, code, type Printable } from "../../print/printable.ts";
import type { Schema } from "../../model/schema.ts";
import { upperFirst } from "../../model/identifier.ts";
import { pascalCase } from "../../model/names.ts";
import { localName } from "./code-name.ts";
import { all, always, any, type Condition, test } from "./condition.ts";
import { everyKind } from "./kinds.ts";
import { judgeMembers, judgesMembers } from "./judge-members.ts";
import { memberOf } from "./judge-scalars.ts";
import { nothingHidden, type Place, type Subject } from "./place.ts";
import { acceptsAll } from "./accepts-all.ts";
import { rejectsUndefined } from "./rejects-undefined.ts";
import { own } from "./runtime-names.ts";
import { conditionOfAll, printSteps, require, type Statement } from "./statement.ts";

/** Whether the keywords of objects take more than one expression. */
export function needsObjectSteps(schema: Schema): boolean {
  return (schema.properties ?? []).some((property) => !acceptsAll(property.schema)) || judgesMembers(schema);
}

/** What the keywords of objects ask of an object (JSON Schema Core §10.3.2, Validation §6.5). */
export function judgeObject(schema: Schema, subject: Subject, place: Place): Statement[] {
  const required = requiredNames(schema, subject);
  const properties = (schema.properties ?? []).flatMap(({ name, schema: property }) => judgeProperty({ name, schema: property, isRequired: required.delete(name) }, subject, place));
  const others = [...required].map((name) => require(isPresent(subject, name)));
  return [...properties, ...others, ...dependentConditions(schema, subject).map(require), ...judgeMembers(schema, subject, place)];
}

/** The same where no part of the object is looked into. */
export function objectConditions(schema: Schema, subject: Subject): Condition[] {
  return [...[...requiredNames(schema, subject)].map((name) => isPresent(subject, name)), ...dependentConditions(schema, subject)];
}

/** Whether an object has a member. */
export function isPresent(subject: Subject, name: string): Condition {
  const member = memberOf(subject, name, own);
  return test([member, " !== undefined"], [member, " === undefined"]);
}

function requiredNames({ required = [] }: Schema, { hidden }: Subject): Set<string> {
  return new Set(required.filter((name) => !hidden.has(name)));
}

/** `dependentRequired` (JSON Schema Validation §6.5.4). */
function dependentConditions({ dependentRequired = [] }: Schema, subject: Subject): Condition[] {
  return dependentRequired.map(({ name, required }) => any([isAbsent(subject, name), all(required.map((other) => isPresent(subject, other)))]));
}

function isAbsent(subject: Subject, name: string): Condition {
  const member = memberOf(subject, name, own);
  return test([member, " === undefined"], [member, " !== undefined"]);
}

type Asked = { name: string; schema: Schema; isRequired: boolean };

function judgeProperty({ name, schema, isRequired }: Asked, subject: Subject, place: Place): Statement[] {
  if (acceptsAll(schema)) return isRequired ? [require(isPresent(subject, name))] : [];
  const local = place.file.local(localFor(name, subject, place), place.locals);
  const inner: Place = { ...place, path: () => `${place.path()}${upperFirst(pascalCase(name))}` };
  const value: Subject = { name: local, kinds: everyKind, isInside: true, isTyped: false, hidden: nothingHidden };
  const steps = place.judge.statements(schema, value, inner);
  const constant: Statement = { kind: "code", code: constantOf(local, memberOf(subject, name, own)) };
  if (isRequired) return [constant, require(rejectsUndefined(schema, place.validators.facts.rejecting) ? always : test(`${local} !== undefined`, `${local} === undefined`)), ...steps];
  return [constant, ...whereDefined(local, steps)];
}

function constantOf(local: string, member: Printable): Printable {
  return typeof member === "string" ? `const ${local} = ${member};` : code`const ${local} = ${member};`;
}

/** `pet`, or of another object's that is called so `ownerPet`. */
function localFor(name: string, subject: Subject, place: Place): string {
  const wanted = localName(name);
  return place.locals.has(wanted) && subject.name !== "value" ? `${subject.name}${upperFirst(wanted)}` : wanted;
}

/** Steps that are only taken for a member that is there. */
function whereDefined(local: string, steps: readonly Statement[]): Statement[] {
  const condition = conditionOfAll(steps);
  if (condition !== undefined) return [require(any([test(`${local} === undefined`, `${local} !== undefined`), condition]))];
  const lines: Printable[] = printSteps(steps);
  return [{ kind: "code", code: code`if (${local} !== undefined) ${block(lines)}` }];
}

/** `name === "a" || name === "b"` */
export function isNamed(local: string, names: readonly string[]): Condition {
  return any(names.map((name) => test(`${local} === ${stringLiteral(name)}`, `${local} !== ${stringLiteral(name)}`)));
}
