import type { Evaluated } from "./evaluated.js";
import { beside, collecting, inside, isDecided, type Run, type Spot, violate } from "./judging.js";
import { pattern } from "./pattern.js";
import { has, namesOf } from "./record.js";
import type { SchemaData, SchemaObject } from "./schema-data.js";
import { cut, show } from "./show.js";

type Members = { readonly [name: string]: unknown };

/** Keywords for objects (JSON Schema Core §10.3.2, Validation §6.5), save for those that judge it as a whole. */
export function judgeObject(schema: SchemaObject, value: Members, spot: Spot, run: Run, evaluated?: Evaluated): boolean {
  let fits = judgeRequired(schema, value, spot, run);
  if (!fits && isDecided(run)) return false;
  const { properties, patternProperties, additionalProperties, propertyNames, minProperties, maxProperties } = schema;
  const names = namesOf(value);
  if (maxProperties !== undefined && names.length > maxProperties) fits = violate(run, spot, "maxProperties", `must have at most ${count(maxProperties)}`);
  if (minProperties !== undefined && names.length < minProperties) fits = violate(run, spot, "minProperties", `must have at least ${count(minProperties)}`);
  if (properties === undefined && patternProperties === undefined && additionalProperties === undefined && propertyNames === undefined) return fits;
  for (const name of names) {
    if (!fits && isDecided(run)) return false;
    if (propertyNames !== undefined) fits = judgeName(propertyNames, name, spot, run) && fits;
    fits = judgeMember(schema, name, value[name], spot, run, evaluated) && fits;
  }
  return fits;
}

function judgeRequired({ required = [], dependentRequired }: SchemaObject, value: Members, spot: Spot, run: Run): boolean {
  let fits = true;
  for (const name of required) {
    if (has(value, name)) continue;
    if (run.found === undefined) return false;
    fits = violate(run, spot, "required", `must have the property ${show(name)}`);
  }
  if (dependentRequired === undefined) return fits;
  for (const [given, others] of Object.entries(dependentRequired)) {
    if (!has(value, given)) continue;
    for (const name of others) {
      if (!has(value, name)) fits = violate(run, spot, "dependentRequired", `must have the property ${show(name)} where it has ${show(given)}`);
    }
  }
  return fits;
}

/** All that says something about one member: its schema, those of patterns, and else `additionalProperties`. */
function judgeMember(schema: SchemaObject, name: string, value: unknown, spot: Spot, run: Run, evaluated?: Evaluated): boolean {
  const { properties, patternProperties, additionalProperties } = schema;
  let fits = true;
  let isKnown = false;
  if (properties !== undefined && Object.hasOwn(properties, name)) {
    isKnown = true;
    fits = run.judge(properties[name] ?? true, value, inside(run, spot, name, "properties", name), run);
  }
  if (patternProperties !== undefined) {
    for (const [source, each] of Object.entries(patternProperties)) {
      if (!pattern(source).test(name)) continue;
      isKnown = true;
      fits = run.judge(each, value, inside(run, spot, name, "patternProperties", source), run) && fits;
    }
  }
  if (!isKnown && additionalProperties !== undefined) {
    isKnown = true;
    fits = additionalProperties === false
      ? run.found !== undefined && violate(run, spot, "additionalProperties", `must not have the property ${show(name)}`)
      : run.judge(additionalProperties, value, inside(run, spot, name, "additionalProperties"), run);
  }
  if (isKnown) evaluated?.names.add(name);
  return fits;
}

function judgeName(schema: SchemaData, name: string, spot: Spot, run: Run): boolean {
  const names = beside(run, spot, "propertyNames");
  if (run.found === undefined) return run.judge(schema, name, names, run);
  const first = collecting(run, 1);
  if (run.judge(schema, name, names, first)) return true;
  const reason = first.found.violations[0]?.message ?? "it is not allowed";
  return violate(run, spot, "propertyNames", `must not have a property called ${show(name)}: its name ${cut(reason, 300)}`);
}

function count(properties: number): string {
  return properties === 1 ? "1 property" : `${properties} properties`;
}
