import { stringLiteral } from "../../print/literal.ts";
import { block, code, type Printable } from "../../print/printable.ts";
import { decidingDiscriminator } from "../../model/deciding-discriminator.ts";
import type { Discriminator, Schema } from "../../model/schema.ts";
import { always, any, call, type Condition, exactlyOne, never } from "./condition.ts";
import { everyKind, type Kind, type Kinds, onlyObject } from "./kinds.ts";
import { memberOf } from "./judge-scalars.ts";
import type { Place, Subject } from "./place.ts";
import { printCondition } from "./print-condition.ts";
import { isRecord, own } from "./runtime-names.ts";
import { type Case, conditionOfAll, printSteps, require, type Statement } from "./statement.ts";
import { areExclusive, mayLackTag, type Member, taggedUnion } from "./tagged-union.ts";
import { validatorCall } from "./validator-call.ts";

/** Whether a union is decided by a `switch`. */
export function isSwitched(schema: Schema, place: Place): boolean {
  if (decidingDiscriminator(schema) !== undefined) return true;
  return [schema.anyOf, schema.oneOf].some((members) => members !== undefined && taggedUnion(members, place.view, place.validators.facts) !== undefined);
}

/** What `oneOf`, `anyOf` and `discriminator` ask (JSON Schema Core §10.2.1, OAS "Discriminator Object"). */
export function judgeUnions(schema: Schema, subject: Subject, place: Place): Statement[] {
  const discriminator = decidingDiscriminator(schema);
  if (discriminator !== undefined) return judgeDiscriminator(schema, discriminator, subject, place);
  return [...judgeUnion("anyOf", schema.anyOf, subject, place), ...judgeUnion("oneOf", schema.oneOf, subject, place)];
}

function judgeUnion(keyword: "anyOf" | "oneOf", members: readonly Schema[] | undefined, subject: Subject, place: Place): Statement[] {
  if (members === undefined) return [];
  const tagged = taggedUnion(members, place.view, place.validators.facts);
  if (tagged === undefined) return [require(unionCondition(keyword, members.map((schema, index) => ({ schema, index })), subject, place))];
  const others = [require(unionCondition(keyword, tagged.others, { ...subject, kinds: without(subject.kinds, "object") }, place))];
  if (!subject.kinds.has("object")) return others;
  const cases = tagged.objects.map(({ values, schema, index }) => ({
    labels: values.map(stringLiteral),
    condition: place.judge.condition(schema, { ...subject, kinds: onlyObject }, memberPlace(place, keyword, index)),
  }));
  return dispatched(choice(tagged.property, cases, never, subject), others, subject);
}

/** The same as one expression. Members that are written out come first: a type predicate makes TypeScript believe something. */
function unionCondition(keyword: "anyOf" | "oneOf", members: readonly Member[], subject: Subject, place: Place): Condition {
  const ordered = [...members.filter(({ schema }) => schema.ref === undefined), ...members.filter(({ schema }) => schema.ref !== undefined)];
  const conditions = ordered.map(({ schema, index }, position) => {
    const about = isNarrowed(subject.kinds, ordered.slice(0, position)) ? { ...subject, isTyped: true } : subject;
    return place.judge.condition(schema, about, memberPlace(place, keyword, index));
  });
  return keyword === "anyOf" || areExclusive(members.map(({ schema }) => schema), place.validators.facts) ? any(conditions) : exactlyOne(conditions, printCondition);
}

/** Whether TypeScript knows what a value is that fits none of some members: it was known to be one of a few kinds, or one of them says what it is not. */
function isNarrowed(kinds: Kinds, members: readonly Member[]): boolean {
  if (members.length === 0) return false;
  if (kinds.size < everyKind.size) return kinds.size > 1 || kinds.has("boolean");
  return members.some(({ schema: { types, enum: listed, const: only, ref } }) => types === undefined && listed === undefined && only === undefined && ref === undefined);
}

function memberPlace(place: Place, keyword: string, index: number): Place {
  return { ...place, path: () => `${place.path()}${keyword === "anyOf" ? "AnyOf" : "OneOf"}${index + 1}` };
}

/** An object follows the schema that its tag names; what is no object, the union. */
function judgeDiscriminator(schema: Schema, { propertyName, mapping, defaultTarget }: Discriminator, subject: Subject, place: Place): Statement[] {
  const others = without(subject.kinds, "object");
  const rest: Subject = { ...subject, kinds: others };
  const union = schema.anyOf ?? schema.oneOf;
  const other = (["anyOf", "oneOf"] as const).flatMap((keyword) => {
    const members = schema[keyword];
    return members === undefined || others.size === 0 ? [] : [require(unionCondition(keyword, members.map((member, index) => ({ schema: member, index })), rest, place))];
  });
  if (!subject.kinds.has("object")) return other;
  const asObject: Subject = { ...subject, kinds: onlyObject };
  const targets = new Map<string, string[]>();
  for (const { value, target } of mapping) targets.set(target, [...(targets.get(target) ?? []), value]);
  const cases: Case[] = [...targets].map(([target, values]) => ({ labels: values.flatMap(labelsOf), condition: validatorCall(target, asObject, place) }));
  if (mayLackTag(schema, place.validators.facts)) cases.push({ labels: ["undefined"], condition: untagged(schema, asObject, place) });
  const otherwise = defaultTarget !== undefined ? validatorCall(defaultTarget, asObject, place) : union === undefined ? always : never;
  return dispatched(choice(propertyName, cases, otherwise, subject), other, subject);
}

/** Without a tag, the union says for itself whether that may be. */
function untagged(schema: Schema, subject: Subject, place: Place): Condition {
  const conditions = (["anyOf", "oneOf"] as const).flatMap((keyword) => {
    const members = schema[keyword];
    return members === undefined ? [] : [require(unionCondition(keyword, members.map((member, index) => ({ schema: member, index })), subject, place))];
  });
  return conditionOfAll(conditions) ?? always;
}

/** What a tag decides of an object, and what is asked of all else. */
function dispatched(choice: Statement, others: readonly Statement[], subject: Subject): Statement[] {
  if (isObject(subject.kinds)) return [choice];
  const isObjectToo = call(code`${isRecord}(${subject.name})`);
  const condition = conditionOfAll(others);
  if (condition?.kind === "constant" && !condition.value) return [require(isObjectToo), choice];
  const lines = printSteps(others);
  const [only] = lines;
  const end: Printable = only === undefined ? "" : code` else ${lines.length === 1 ? only : block(lines)}`;
  return [{ kind: "code", code: code`if (${printCondition(isObjectToo)}) ${block(printSteps([choice]))}${end}` }];
}

/** A tag may be a number or true or false as well. */
function labelsOf(value: string): Printable[] {
  const plain = value === "true" || value === "false" || (value !== "" && String(Number(value)) === value && Number.isFinite(Number(value)));
  return plain ? [stringLiteral(value), value] : [stringLiteral(value)];
}

function choice(property: string, cases: readonly Case[], otherwise: Condition, subject: Subject): Statement {
  return { kind: "choose", on: memberOf(subject, property, own), cases, otherwise };
}

function isObject(kinds: Kinds): boolean {
  return kinds.size === 1 && kinds.has("object");
}

function without(kinds: Kinds, kind: Kind): Kinds {
  return new Set([...kinds].filter((each) => each !== kind));
}
