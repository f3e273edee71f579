import { stringLiteral } from "../../print/literal.ts";
import { block, code, type Printable } from "../../print/printable.ts";
import { decidingDiscriminator } from "../../model/deciding-discriminator.ts";
import type { Discriminator, Schema } from "../../model/schema.ts";
import { always, any, type Condition, exactlyOne, never } from "./condition.ts";
import { type Kind, type Kinds } from "./kinds.ts";
import { memberOf } from "./judge-scalars.ts";
import type { Place, Subject } from "./place.ts";
import { printCondition } from "./print-condition.ts";
import { isRecord, own } from "./runtime-names.ts";
import { type Case, printSteps, require, type Statement } from "./statement.ts";
import { areExclusive, taggedUnion } from "./tagged-union.ts";
import { validatorCall } from "./validator-call.ts";

/** Whether a union is decided by a `switch`. */
export function isSwitched(schema: Schema, place: Place): boolean {
  if (decidingDiscriminator(schema) !== undefined) return true;
  return [schema.anyOf, schema.oneOf].some((members) => members !== undefined && taggedUnion(members, place.view, place.validators.types.schemas) !== undefined);
}

/** What `oneOf`, `anyOf` and `discriminator` ask (JSON Schema Core §10.2.1, OAS "Discriminator Object"). */
export function judgeUnions(schema: Schema, subject: Subject, place: Place): Statement[] {
  const discriminator = decidingDiscriminator(schema);
  if (discriminator !== undefined) return judgeDiscriminator(schema, discriminator, subject, place);
  return [...judgeUnion("anyOf", schema.anyOf, subject, place), ...judgeUnion("oneOf", schema.oneOf, subject, place)];
}

function judgeUnion(keyword: "anyOf" | "oneOf", members: readonly Schema[] | undefined, subject: Subject, place: Place): Statement[] {
  if (members === undefined) return [];
  const tagged = taggedUnion(members, place.view, place.validators.types.schemas);
  if (tagged === undefined) return [require(unionCondition(keyword, members, subject, place))];
  const cases = tagged.members.map(({ values, schema }, index) => ({
    labels: values.map(stringLiteral),
    condition: place.judge.condition(schema, { ...subject, kinds: new Set<Kind>(["object"]) }, memberPlace(place, keyword, index)),
  }));
  return [...(isObject(subject.kinds) ? [] : [{ kind: "code", code: code`if (!${isRecord}(${subject.name})) return false;` } as const]), choice(tagged.property, cases, never, subject)];
}

/** The same as one expression. Members that are written out come first: a type predicate makes TypeScript believe something. */
function unionCondition(keyword: "anyOf" | "oneOf", members: readonly Schema[], subject: Subject, place: Place): Condition {
  const numbered = members.map((schema, index) => ({ schema, index }));
  const ordered = [...numbered.filter(({ schema }) => schema.ref === undefined), ...numbered.filter(({ schema }) => schema.ref !== undefined)];
  const conditions = ordered.map(({ schema, index }) => place.judge.condition(schema, subject, memberPlace(place, keyword, index)));
  return keyword === "anyOf" || areExclusive(members, place.validators.types.schemas) ? any(conditions) : exactlyOne(conditions, printCondition);
}

function memberPlace(place: Place, keyword: string, index: number): Place {
  return { ...place, path: `${place.path}${keyword === "anyOf" ? "AnyOf" : "OneOf"}${index + 1}` };
}

/** An object follows the schema that its tag names; what is no object, the union. */
function judgeDiscriminator(schema: Schema, { propertyName, mapping, defaultTarget }: Discriminator, subject: Subject, place: Place): Statement[] {
  const others = without(subject.kinds, "object");
  const rest: Subject = { ...subject, kinds: others };
  const union = schema.anyOf ?? schema.oneOf;
  const other = (["anyOf", "oneOf"] as const).flatMap((keyword) => {
    const members = schema[keyword];
    return members === undefined || others.size === 0 ? [] : [require(unionCondition(keyword, members, rest, place))];
  });
  if (!subject.kinds.has("object")) return other;
  const asObject: Subject = { ...subject, kinds: new Set<Kind>(["object"]) };
  const targets = new Map<string, string[]>();
  for (const { value, target } of mapping) targets.set(target, [...(targets.get(target) ?? []), value]);
  const cases = [...targets].map(([target, values]) => ({ labels: values.flatMap(labelsOf), condition: validatorCall(target, asObject, place) }));
  const otherwise = defaultTarget !== undefined ? validatorCall(defaultTarget, asObject, place) : union === undefined ? always : never;
  const dispatch = choice(propertyName, cases, otherwise, subject);
  if (isObject(subject.kinds)) return [dispatch];
  const lines = printSteps(other);
  const end: Printable = lines.length === 0 ? "" : code` else ${block(lines)}`;
  return [{ kind: "code", code: code`if (${isRecord}(${subject.name})) ${block(printSteps([dispatch]))}${end}` }];
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
