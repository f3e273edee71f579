import { stringLiteral } from "../../print/literal.ts";
import { block, code, type Printable } from "../../print/printable.ts";
import { separated } from "../../print/separated.ts";
import type { Property, Schema } from "../../model/schema.ts";
import { acceptsAll } from "./accepts-all.ts";
import { lowerFirst } from "./code-name.ts";
import { any, call, type Condition, never, not, same, test } from "./condition.ts";
import { evaluatedProperties } from "./evaluated.ts";
import { patternConstant } from "./judge-scalars.ts";
import { everyKind, type Kind } from "./kinds.ts";
import { innerPlace, nothingHidden, type Place, type Subject } from "./place.ts";
import { printCondition } from "./print-condition.ts";
import { has } from "./runtime-names.ts";
import { printSteps, require, type Statement } from "./statement.ts";

/** Whether all members of an object have to be gone through. */
export function judgesMembers({ patternProperties = [], additionalProperties, unevaluatedProperties, propertyNames, minProperties = 0, maxProperties }: Schema): boolean {
  const open = [...patternProperties.map(({ schema }) => schema), additionalProperties, unevaluatedProperties, propertyNames];
  return open.some((schema) => schema !== undefined && !acceptsAll(schema)) || minProperties > 0 || maxProperties !== undefined;
}

/** What is asked of each member of an object, by its name (JSON Schema Core §10.3.2), and of their number. */
export function judgeMembers(schema: Schema, subject: Subject, outer: Place): Statement[] {
  if (!judgesMembers(schema)) return [];
  const { minProperties = 0, maxProperties, propertyNames } = schema;
  const counts = minProperties > 0 || maxProperties !== undefined;
  const count = counts ? outer.file.local("count", outer.locals) : "";
  const place = innerPlace(outer, "");
  const name = place.file.local("name", place.locals);
  const patterns = (schema.patternProperties ?? []).map((property) => ({ ...property, test: call(`${patternConstant(property.name, place)}.test(${name})`) }));
  const others = othersOf(schema, patterns, name, place);
  const isNameOpen = propertyNames === undefined || acceptsAll(propertyNames);
  if (!counts && isNameOpen && patterns.length === 0) {
    const [only] = others;
    if (only !== undefined && others.length === 1 && only.schema.boolean === false) return [closed(only.isListed, name, subject)];
  }
  const steps: Printable[] = [code`if (!${has}(${subject.name}, ${name})) continue;`];
  if (counts) steps.push(`${count}++;`);
  steps.push(...judgeEach(patterns, others, subject, name, place));
  // Last, as TypeScript knows which names there can be then, and sees no sense in comparing them with others.
  const asText: Subject = { ...partSubject(name, new Set<Kind>(["string"])), isTyped: others.length > 0 };
  if (!isNameOpen) steps.push(...printSteps(place.judge.statements(propertyNames, asText, { ...place, path: () => `${place.path()}Name` })));
  const loop: Printable = code`for (const ${name} in ${subject.name}) ${block(steps)}`;
  if (!counts) return [{ kind: "code", code: loop }];
  const limits: Condition[] = [];
  if (minProperties > 0) limits.push(test(`${count} >= ${minProperties}`, `${count} < ${minProperties}`));
  if (maxProperties !== undefined) limits.push(test(`${count} <= ${maxProperties}`, `${count} > ${maxProperties}`));
  return [{ kind: "code", code: code`let ${count} = 0;\n${loop}` }, ...limits.map(require)];
}

/** A schema for members by pattern of their name, or for all that are not listed. */
type ByPattern = Property & { test: Condition };
type Others = { isListed: Condition; schema: Schema };

function othersOf(schema: Schema, patterns: readonly ByPattern[], name: string, place: Place): Others[] {
  const { additionalProperties, unevaluatedProperties } = schema;
  const others: Others[] = [];
  const own = (schema.properties ?? []).map((property) => property.name);
  const listed = (names: readonly string[]): Condition => isListed(names, name, place);
  if (additionalProperties !== undefined && !acceptsAll(additionalProperties)) {
    others.push({ isListed: any([listed(own), ...patterns.map((each) => each.test)]), schema: additionalProperties });
  }
  if (unevaluatedProperties === undefined || acceptsAll(unevaluatedProperties)) return others;
  const evaluated = evaluatedProperties(schema, place.validators.types.schemas);
  if (evaluated === undefined || evaluated.all) return others;
  const tests = evaluated.patterns.map((source) => patterns.find((each) => each.name === source)?.test ?? call(`${patternConstant(source, place)}.test(${name})`));
  return [...others, { isListed: any([listed(evaluated.names), ...tests]), schema: unevaluatedProperties }];
}

/** Whether a name is one of some: of many, by a set of the file. */
function isListed(names: readonly string[], name: string, { file, path }: Place): Condition {
  if (names.length <= 12) return any(names.map((each) => same(name, stringLiteral(each))));
  const constant = file.declare(`${lowerFirst(path())}Names`);
  const lines = names.map((each) => stringLiteral(each));
  file.declarations.push(code`const ${constant}: ReadonlySet<string> = /*@__PURE__*/ new Set([${separated(lines, ", ")}]);`);
  return call(`${constant}.has(${name})`);
}

/** No member but those: asked first, since most names are listed. */
function closed(listed: Condition, name: string, subject: Subject): Statement {
  const isOther: Condition = not(any([listed, { kind: "test", code: code`!${has}(${subject.name}, ${name})`, contrary: code`${has}(${subject.name}, ${name})` }]));
  return { kind: "code", code: code`for (const ${name} in ${subject.name}) ${block([code`if (${printCondition(isOther)}) return false;`])}` };
}

function judgeEach(patterns: readonly ByPattern[], others: readonly Others[], subject: Subject, name: string, place: Place): Printable[] {
  const asked = [
    ...patterns.map((each, index) => ({ where: each.test, schema: each.schema, path: () => `${place.path()}Pattern${index + 1}` })),
    ...others.map((each) => ({ where: not(each.isListed), schema: each.schema, path: () => `${place.path()}Value` })),
  ].filter(({ schema }) => !acceptsAll(schema));
  if (asked.length === 0) return [];
  const isClosed = asked.every(({ schema }) => schema.boolean === false);
  const member = isClosed ? "" : place.file.local("member", place.locals);
  const lines = asked.flatMap(({ where, schema, path }) => {
    const steps = printSteps(schema.boolean === false ? [require(never)] : place.judge.statements(schema, partSubject(member, everyKind), { ...place, path }));
    if (where.kind === "constant") return where.value ? steps : [];
    const [only] = steps;
    return only === undefined ? [] : [code`if (${printCondition(where)}) ${only === "return false;" ? only : block(steps)}`];
  });
  return isClosed ? lines : [code`const ${member} = ${subject.name}[${name}];`, ...lines];
}

function partSubject(name: string, kinds: ReadonlySet<Kind>): Subject {
  return { name, kinds, isInside: true, isTyped: false, hidden: nothingHidden };
}
