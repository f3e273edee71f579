import { block, code, type Printable } from "../../print/printable.ts";
import { hiddenNames } from "../../model/hidden-names.ts";
import type { Schema } from "../../model/schema.ts";
import { all, always, any, call, type Condition, never, not, test } from "./condition.ts";
import { dependsOnValue } from "./evaluated.ts";
import { judgeList, needsListSteps } from "./judge-list.ts";
import { isPresent, judgeObject, needsObjectSteps, objectConditions } from "./judge-object.ts";
import { kindTest, listConditions, numberConditions, textConditions } from "./judge-scalars.ts";
import { isSwitched, judgeUnions } from "./judge-union.ts";
import { acceptedScalars, areScalars, isOneOf, listedValues } from "./judge-values.ts";
import { intersection, type Kind, kindOf, type Kinds, kindsOfTypes } from "./kinds.ts";
import { localCall } from "./local-function.ts";
import type { Judge, Place, Subject } from "./place.ts";
import { printCondition } from "./print-condition.ts";
import { lowerFirst } from "./code-name.ts";
import { fits, isRecord, schemaDataType } from "./runtime-names.ts";
import { conditionOfAll, printSteps, require, type Statement } from "./statement.ts";
import { schemaDataCode } from "./schema-data-code.ts";
import { validatorCall } from "./validator-call.ts";

/** Makes the code that judges values by schemas, exactly as JSON Schema 2020-12 says. */
export const judge: Judge = { statements, condition };

/**
 * First what a schema and the members of its `allOf` ask for with keywords of their own, which narrow the type of the value; then what
 * other schemas ask for.
 */
function statements(schema: Schema, subject: Subject, place: Place): Statement[] {
  if (dependsOnValue(schema, place.validators.types.schemas)) return [require(interpreted(schema, subject, place))];
  const here: Subject = { ...subject, hidden: hiddenNames(schema, place.view, (id) => place.validators.types.schemas.get(id), subject.hidden) };
  const { written, others } = withAllOf(schema, place);
  const steps: Statement[] = [];
  for (const part of written) {
    const own = judgeOwn(part, here, place);
    steps.push(...own.steps);
    here.kinds = own.kinds;
    if (own.kinds.size === 0) return steps;
  }
  const inner = [...written.flatMap((part) => judgeUnions(part, here, place)), ...written.flatMap((part) => judgeConditions(part, here, place))];
  const followed = [...others.map((part) => require(condition(part, here, place))), ...written.flatMap((part) => judgeReferences(part, here, place))];
  subject.isTyped ||= here.isTyped;
  return [...steps, ...inner, ...followed];
}

/** The same as one expression: a call of a function made for it where it takes more. */
function condition(schema: Schema, subject: Subject, place: Place): Condition {
  if (schema.boolean !== undefined) return schema.boolean ? always : never;
  if (dependsOnValue(schema, place.validators.types.schemas)) return interpreted(schema, subject, place);
  const { written } = withAllOf(schema, place);
  const isWritten = written.some((part) => part.ref === undefined || Object.keys(part).length > 2);
  const takesSteps = written.some((part) => needsSteps(part, subject.kinds, place));
  if (takesSteps || (subject.isTyped && isWritten)) return localCall(schema, subject, place);
  return conditionOfAll(statements(schema, subject, place)) ?? localCall(schema, subject, place);
}

function needsSteps(schema: Schema, kinds: Kinds, place: Place): boolean {
  if (isSwitched(schema, place)) return true;
  const possible = possibleKinds(schema, kinds);
  return (possible.has("object") && needsObjectSteps(schema)) || (possible.has("array") && needsListSteps(schema));
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
  const constant = place.file.declare(`${lowerFirst(place.path)}Data`);
  place.file.declarations.push(code`const ${constant}: ${schemaDataType} = ${schemaDataCode(schema, place)};`);
  return call(code`${fits}(${constant}, ${name})`);
}

/** The steps for keywords that hold no other schema for the same value, and the kinds that are left. */
function judgeOwn(schema: Schema, subject: Subject, place: Place): { steps: Statement[]; kinds: Kinds } {
  const listed = schema.boolean === false ? [] : listedValues(schema);
  if (listed !== undefined && areScalars(listed)) {
    const accepted = acceptedScalars(listed, schema);
    return { steps: [require(isOneOf(accepted, subject, place))], kinds: intersection(subject.kinds, new Set(accepted.map(kindOf))) };
  }
  const isListed = listed === undefined ? [] : [require(isOneOf(listed, subject, place))];
  const kinds = possibleKinds(schema, subject.kinds);
  if (kinds.size === 0) return { steps: [require(never)], kinds };
  return { steps: [...judgeKinds(schema, kinds, subject, place), ...isListed], kinds };
}

function possibleKinds({ types, boolean }: Schema, kinds: Kinds): Kinds {
  if (boolean === false) return new Set();
  return types === undefined ? kinds : intersection(kinds, kindsOfTypes(types));
}

/** `type`, and the keywords for each kind of value. */
function judgeKinds(schema: Schema, kinds: Kinds, subject: Subject, place: Place): Statement[] {
  const isWhole = schema.types?.includes("integer") === true && !schema.types.includes("number");
  const tests = new Map([...kinds].map((kind) => [kind, kindTest(kind, subject, { isWhole })]));
  const asked = new Map([...kinds].map((kind) => [kind, conditionsFor(kind, schema, subject, place)]));
  const [only] = kinds;
  if (only !== undefined && kinds.size === 1) {
    const isKnown = subject.kinds.size === 1 && !(only === "number" && isWhole);
    const own = stepsFor(only, schema, subject, place);
    return [require(all([isKnown ? always : tests.get(only) ?? never, ...(own === undefined ? asked.get(only) ?? [] : [])])), ...(own ?? [])];
  }
  const isClosed = kinds.size < subject.kinds.size || (isWhole && kinds.has("number"));
  const plain = [...kinds].filter((kind) => !needsStepsFor(kind, schema));
  const rest = isClosed
    ? any(plain.map((kind) => all([tests.get(kind) ?? never, ...(asked.get(kind) ?? [])])))
    : all(plain.map((kind) => implied(tests.get(kind) ?? never, all(asked.get(kind) ?? []))));
  if (plain.length === kinds.size) return isClosed ? [require(rest)] : plain.map((kind) => require(implied(tests.get(kind) ?? never, all(asked.get(kind) ?? []))));
  return [branches([...kinds].flatMap((kind) => branchFor(kind, tests.get(kind), schema, subject, place)), rest)];
}

function implied(condition: Condition, consequence: Condition): Condition {
  return any([not(condition), consequence]);
}

type Branch = { condition: Condition; steps: readonly Statement[] };

function branchFor(kind: Kind, condition: Condition | undefined, schema: Schema, subject: Subject, place: Place): Branch[] {
  const steps = stepsFor(kind, schema, subject, place);
  return steps === undefined || condition === undefined ? [] : [{ condition, steps }];
}

/** `if (isRecord(value)) { … } else if (value !== null) return false;` */
function branches(list: readonly Branch[], rest: Condition): Statement {
  const parts = list.map(({ condition: when, steps }, index) => code`${index === 0 ? "" : " else "}if (${printCondition(when)}) ${block(printSteps(steps))}`);
  const [end] = printSteps([require(rest)]);
  return { kind: "code", code: end === undefined ? parts : [...parts, code` else ${end}`] };
}

function needsStepsFor(kind: Kind, schema: Schema): boolean {
  return (kind === "object" && needsObjectSteps(schema)) || (kind === "array" && needsListSteps(schema));
}

function stepsFor(kind: Kind, schema: Schema, subject: Subject, place: Place): Statement[] | undefined {
  if (!needsStepsFor(kind, schema)) return undefined;
  return kind === "object" ? judgeObject(schema, subject, place) : judgeList(schema, subject, place);
}

function conditionsFor(kind: Kind, schema: Schema, subject: Subject, place: Place): Condition[] {
  if (needsStepsFor(kind, schema)) return [];
  switch (kind) {
    case "string":
      return textConditions(schema, subject, place);
    case "number":
      return numberConditions(schema, subject);
    case "array":
      return listConditions(schema, subject);
    case "object":
      return objectConditions(schema, subject);
    case "null":
    case "boolean":
      return [];
    default:
      return kind satisfies never;
  }
}

/** `not`, `if` and `dependentSchemas` (JSON Schema Core §10.2). */
function judgeConditions(schema: Schema, subject: Subject, place: Place): Statement[] {
  const part = (inner: Schema, name: string): Condition => condition(inner, subject, { ...place, path: `${place.path}${name}` });
  const conditions: Condition[] = [];
  if (schema.not !== undefined) conditions.push(not(part(schema.not, "Not")));
  if (schema.if !== undefined && (schema.then !== undefined || schema.else !== undefined)) {
    const when = part(schema.if, "If");
    conditions.push(choose(when, schema.then === undefined ? always : part(schema.then, "Then"), schema.else === undefined ? always : part(schema.else, "Else")));
  }
  if (subject.kinds.has("object")) {
    for (const [index, { name, schema: dependent }] of (schema.dependentSchemas ?? []).entries()) {
      const isObject = subject.kinds.size === 1 ? always : call(code`${isRecord}(${subject.name})`);
      const asked = subject.isTyped ? call(code`${isRecord}(${subject.name})`) : isObject;
      conditions.push(any([not(all([asked, isPresent(subject, name)])), part(dependent, `Dependent${index + 1}`)]));
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

/** `$ref`, and `$dynamicRef` where only the way there tells which of several it means. */
function judgeReferences({ ref, dynamicRef }: Schema, subject: Subject, place: Place): Statement[] {
  const conditions = ref === undefined ? [] : [validatorCall(ref, subject, place)];
  if (dynamicRef !== undefined) conditions.push(any(dynamicRef.map((id) => validatorCall(id, subject, place))));
  return conditions.map(require);
}
