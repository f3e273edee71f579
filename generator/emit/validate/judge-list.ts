import { block, code, type Printable } from "../../print/printable.ts";
import type { Schema } from "../../model/schema.ts";
import { acceptsAll } from "./accepts-all.ts";
import { type Condition, test } from "./condition.ts";
import { evaluatedItems } from "./evaluated.ts";
import { listConditions } from "./judge-scalars.ts";
import { everyKind } from "./kinds.ts";
import { innerPlace, nothingHidden, type Place, type Subject } from "./place.ts";
import { printCondition } from "./print-condition.ts";
import { printSteps, require, type Statement } from "./statement.ts";

/** Whether the keywords of lists take more than one expression. */
export function needsListSteps({ prefixItems = [], items, unevaluatedItems, contains }: Schema): boolean {
  return contains !== undefined || [...prefixItems, items, unevaluatedItems].some((schema) => schema !== undefined && !acceptsAll(schema));
}

/** What the keywords of lists ask of a list (JSON Schema Core §10.3.1). */
export function judgeList(schema: Schema, subject: Subject, place: Place): Statement[] {
  const prefix = (schema.prefixItems ?? []).flatMap((item, index) => judgePrefixItem(item, index, subject, place));
  const rest = judgeRest(schema.items, schema.prefixItems?.length ?? 0, subject, place);
  const evaluated = schema.unevaluatedItems === undefined || acceptsAll(schema.unevaluatedItems) ? undefined : evaluatedItems(schema, place.validators.types.schemas);
  const unevaluated = evaluated === undefined || evaluated === Infinity ? [] : judgeRest(schema.unevaluatedItems, evaluated, subject, place);
  return [...listConditions(schema, subject).map(require), ...prefix, ...rest, ...unevaluated, ...judgeContains(schema, subject, place)];
}

function judgePrefixItem(schema: Schema, index: number, subject: Subject, outer: Place): Statement[] {
  if (acceptsAll(schema)) return [];
  if (schema.boolean === false) return [require(test(`${subject.name}.length <= ${index}`, `${subject.name}.length > ${index}`))];
  const place = innerPlace(outer, `Item${index + 1}`);
  const item = itemSubject(place);
  const steps = printSteps(place.judge.statements(schema, item, place));
  return [{ kind: "code", code: code`if (${subject.name}.length > ${String(index)}) ${block([`const ${item.name} = ${subject.name}[${index}];`, ...steps])}` }];
}

/** The items from an index on. */
function judgeRest(schema: Schema | undefined, from: number, subject: Subject, outer: Place): Statement[] {
  if (schema === undefined || acceptsAll(schema)) return [];
  if (schema.boolean === false) return [require(test(`${subject.name}.length <= ${from}`, `${subject.name}.length > ${from}`))];
  const place = innerPlace(outer, "Item");
  const item = itemSubject(place);
  const steps = printSteps(place.judge.statements(schema, item, place));
  if (steps.length === 0) return [];
  if (from === 0) return [{ kind: "code", code: code`for (const ${item.name} of ${subject.name}) ${block(steps)}` }];
  const index = place.file.local("index", place.locals);
  const lines: Printable[] = [`const ${item.name} = ${subject.name}[${index}];`, ...steps];
  return [{ kind: "code", code: code`for (let ${index} = ${String(from)}; ${index} < ${subject.name}.length; ${index}++) ${block(lines)}` }];
}

function judgeContains({ contains, minContains = 1, maxContains }: Schema, subject: Subject, place: Place): Statement[] {
  if (contains === undefined || (minContains <= 0 && maxContains === undefined)) return [];
  const found = place.file.local("found", place.locals);
  const inner = innerPlace(place, "Contained");
  const item = itemSubject(inner);
  const condition = place.judge.condition(contains, item, inner);
  const loop = code`let ${found} = 0;\nfor (const ${item.name} of ${subject.name}) ${block([code`if (${printCondition(condition)}) ${found}++;`])}`;
  const limits: Condition[] = minContains > 0 ? [test(`${found} >= ${minContains}`, `${found} < ${minContains}`)] : [];
  if (maxContains !== undefined) limits.push(test(`${found} <= ${maxContains}`, `${found} > ${maxContains}`));
  return [{ kind: "code", code: loop }, ...limits.map(require)];
}

function itemSubject(place: Place): Subject {
  return { name: place.file.local("item", place.locals), kinds: everyKind, isInside: true, isTyped: false, hidden: nothingHidden };
}
