import { decidingDiscriminator } from "../../model/deciding-discriminator.ts";
import { findCycles } from "../../model/find-cycles.ts";
import type { Schema, SchemaId } from "../../model/schema.ts";
import { dependsOnValue } from "./evaluated.ts";
import { inPlaceSchemas, insideSchemas, referencesOf } from "./references-of.ts";
import type { SchemaFacts } from "./schema-facts.ts";
import { areExclusive, mayLackTag, taggedUnion } from "./tagged-union.ts";

/**
 * How a schema's predicate meets itself: `depth` counts how deep it is; `verdicts` also hands on what was judged already, since a value
 * can be asked about more than once, which takes exponential time otherwise. `interpreted` is judged by the schema as data: it would go
 * round without coming to a part of the value, or say different things of different values.
 */
export type Recursion = "none" | "depth" | "verdicts" | "interpreted";

/** `repeating`: the schemas that ask about a part of their value more than once, and so look up what was judged. */
export type RecursionPlan = { of: ReadonlyMap<SchemaId, Recursion>; repeating: ReadonlySet<SchemaId> };

/** The recursion of each schema that has one. All of one cycle have the same, save for those that are interpreted. */
export function planRecursion(facts: SchemaFacts): RecursionPlan {
  const { schemas } = facts;
  const references = new Map([...schemas].map(([id, schema]) => [id, referencesOf(schema)]));
  const cycles = findCycles(new Map([...references].map(([id, { inPlace, inside }]) => [id, [...new Set([...inPlace, ...inside])]])));
  const rings = findCycles(new Map([...references].map(([id, { inPlace }]) => [id, [...inPlace]])));
  const repeating = new Set<SchemaId>();
  for (const [id, cycle] of cycles) {
    const schema = schemas.get(id);
    const leadsBack = (target: SchemaId): boolean => cycles.get(target) === cycle;
    if (schema !== undefined && repeats(schema, leadsBack, facts)) repeating.add(id);
  }
  const remembering = new Set([...repeating].map((id) => cycles.get(id)));
  const of = new Map<SchemaId, Recursion>();
  for (const [id, cycle] of cycles) of.set(id, remembering.has(cycle) ? "verdicts" : "depth");
  for (const [id, schema] of schemas) if (rings.has(id) || dependsOnValue(schema, schemas)) of.set(id, "interpreted");
  return { of, repeating };
}

type LeadsBack = (target: SchemaId) => boolean;

/** Whether one and the same value, or part of it, can be judged twice by schemas that lead back: by two members of an `anyOf`. */
function repeats(schema: Schema, leadsBack: LeadsBack, facts: SchemaFacts): boolean {
  const { anyOf, oneOf, ...others } = schema;
  const isRecursive = (part: Schema): boolean => isLeadingBack(part, leadsBack);
  const inPlace = inPlaceSchemas(others).filter(isRecursive).length;
  const unions = [anyOf, oneOf].map((members = []) => Math.min(members.filter(isRecursive).length, isDecided(schema, members, facts) ? 1 : Infinity));
  const inside = insideSchemas(schema).filter(isRecursive).length;
  const own = schema.ref !== undefined && leadsBack(schema.ref) ? 1 : 0;
  if (unions.reduce((sum, count) => sum + count, inPlace + own + Math.min(inside, 1)) > 1) return true;
  if (overlap(schema) && inside > 1) return true;
  return [...inPlaceSchemas(schema), ...insideSchemas(schema)].some((part) => isRecursive(part) && repeats(part, leadsBack, facts));
}

/** Whether one look at a value tells which member of a union it can be. */
function isDecided(schema: Schema, members: readonly Schema[], facts: SchemaFacts): boolean {
  if ((decidingDiscriminator(schema) !== undefined && !mayLackTag(schema, facts)) || areExclusive(members, facts)) return true;
  return taggedUnion(members, "request", facts) !== undefined && taggedUnion(members, "response", facts) !== undefined;
}

/** Whether two keywords of a schema can be about the same part of a value. */
function overlap({ patternProperties, contains, unevaluatedProperties, unevaluatedItems }: Schema): boolean {
  return patternProperties !== undefined || contains !== undefined || unevaluatedProperties !== undefined || unevaluatedItems !== undefined;
}

function isLeadingBack(schema: Schema, leadsBack: LeadsBack): boolean {
  const { inPlace, inside } = referencesOf(schema);
  return [...inPlace, ...inside].some(leadsBack);
}
