import { block, code } from "../../print/printable.ts";
import type { Schema } from "../../model/schema.ts";
import { all, always, any, type Condition, never, not } from "./condition.ts";
import { judgeList, needsListSteps } from "./judge-list.ts";
import { judgeObject, needsObjectSteps, objectConditions } from "./judge-object.ts";
import { kindTest, listConditions, numberConditions, textConditions } from "./judge-scalars.ts";
import { acceptedScalars, areCompared, areScalars, isOneOf, listedValues } from "./judge-values.ts";
import { intersection, type Kind, kindOf, type Kinds, kindsOfTypes } from "./kinds.ts";
import type { Place, Subject } from "./place.ts";
import { printCondition } from "./print-condition.ts";
import { printSteps, require, type Statement } from "./statement.ts";

/** What is asked, the kinds that are left, and whether the value is compared with others now, which TypeScript remembers. */
export type Own = { steps: Statement[]; kinds: Kinds; isCompared: boolean };

/** The steps for keywords that hold no other schema for the same value. */
export function judgeOwn(schema: Schema, subject: Subject, place: Place): Own {
  const listed = schema.boolean === false ? [] : listedValues(schema);
  if (listed !== undefined && areScalars(listed)) {
    const accepted = acceptedScalars(listed, schema);
    const kinds = intersection(subject.kinds, new Set(accepted.map(kindOf)));
    const isCompared = areCompared(accepted, subject);
    return { steps: [require(isOneOf(accepted, subject, place))], kinds: isCompared ? kinds : subject.kinds, isCompared };
  }
  const isListed = listed === undefined ? [] : [require(isOneOf(listed, subject, place))];
  const kinds = possibleKinds(schema, subject.kinds);
  if (kinds.size === 0) return { steps: [require(never)], kinds, isCompared: false };
  return { steps: [...judgeKinds(schema, kinds, subject, place), ...isListed], kinds, isCompared: false };
}

/** Whether these keywords take more than one expression. */
export function needsOwnSteps(schema: Schema, kinds: Kinds): boolean {
  const possible = possibleKinds(schema, kinds);
  return [...possible].some((kind) => needsStepsFor(kind, schema));
}

function possibleKinds({ types, boolean }: Schema, kinds: Kinds): Kinds {
  if (boolean === false) return new Set();
  return types === undefined ? kinds : intersection(kinds, kindsOfTypes(types));
}

/** `type`, and the keywords for each kind of value. */
function judgeKinds(schema: Schema, kinds: Kinds, subject: Subject, place: Place): Statement[] {
  const isWhole = schema.types?.includes("integer") === true && !schema.types.includes("number");
  const [only] = kinds;
  if (only !== undefined && kinds.size === 1) return judgeKind(only, schema, subject, place);
  const asked = [...kinds].map((kind) => ({ kind, test: kindTest(kind, subject, { isWhole }), conditions: conditionsFor(kind, schema, subject, place) }));
  const isClosed = kinds.size < subject.kinds.size || (isWhole && kinds.has("number"));
  const plain = asked.filter(({ kind }) => !needsStepsFor(kind, schema));
  const consequences = plain.map(({ test, conditions }) => any([not(test), all(conditions)]));
  const rest = isClosed ? any(plain.map(({ test, conditions }) => all([test, ...conditions]))) : all(consequences);
  if (plain.length === asked.length) return isClosed ? [require(rest)] : consequences.map(require);
  return [branches(asked.flatMap(({ kind, test }) => branchFor(kind, test, schema, subject, place)), rest)];
}

function judgeKind(kind: Kind, schema: Schema, subject: Subject, place: Place): Statement[] {
  const isWhole = kind === "number" && schema.types?.includes("integer") === true && !schema.types.includes("number");
  const test = subject.kinds.size === 1 && !isWhole ? always : kindTest(kind, subject, { isWhole });
  const steps = stepsFor(kind, schema, subject, place);
  return steps === undefined ? [require(all([test, ...conditionsFor(kind, schema, subject, place)]))] : [require(test), ...steps];
}

type Branch = { condition: Condition; steps: readonly Statement[] };

function branchFor(kind: Kind, condition: Condition, schema: Schema, subject: Subject, place: Place): Branch[] {
  const steps = stepsFor(kind, schema, subject, place);
  return steps === undefined ? [] : [{ condition, steps }];
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
