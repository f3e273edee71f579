import { findCycles } from "../../model/find-cycles.ts";
import type { Schema, SchemaId } from "../../model/schema.ts";
import { inPlaceSchemas, insideSchemas, ownReferences, referencesOf } from "./references-of.ts";

/**
 * How a schema's predicate meets itself: `depth` counts how deep it is; `verdicts` also remembers what was judged, since a value can be
 * asked about more than once, which takes exponential time otherwise; `ring` would go round without coming to a part of the value.
 */
export type Recursion = "none" | "depth" | "verdicts" | "ring";

/** The recursion of each schema that has one. All of one cycle have the same, save for rings. */
export function planRecursion(schemas: ReadonlyMap<SchemaId, Schema>): Map<SchemaId, Recursion> {
  const references = new Map([...schemas].map(([id, schema]) => [id, referencesOf(schema)]));
  const cycles = findCycles(new Map([...references].map(([id, { inPlace, inside }]) => [id, [...new Set([...inPlace, ...inside])]])));
  const rings = findCycles(new Map([...references].map(([id, { inPlace }]) => [id, [...inPlace]])));
  const repeating = new Set<number>();
  for (const [id, cycle] of cycles) {
    const schema = schemas.get(id);
    const leadsBack = (target: SchemaId): boolean => cycles.get(target) === cycle;
    if (schema !== undefined && !repeating.has(cycle) && repeats(schema, leadsBack)) repeating.add(cycle);
  }
  return new Map([...cycles].map(([id, cycle]) => [id, rings.has(id) ? "ring" : repeating.has(cycle) ? "verdicts" : "depth"]));
}

type LeadsBack = (target: SchemaId) => boolean;

/** Whether one and the same value, or part of it, can be judged twice by schemas that lead back: by two members of an `anyOf`. */
function repeats(schema: Schema, leadsBack: LeadsBack): boolean {
  const inPlace = inPlaceSchemas(schema).filter((part) => isRecursive(part, leadsBack));
  const inside = insideSchemas(schema).filter((part) => isRecursive(part, leadsBack));
  const own = ownReferences({ at: schema.at, ...(schema.ref !== undefined && { ref: schema.ref }) }).filter(leadsBack).length;
  if (inPlace.length + own + Math.min(inside.length, 1) > 1) return true;
  if (overlap(schema) && inside.length > 1) return true;
  return [...inPlace, ...inside].some((part) => repeats(part, leadsBack));
}

/** Whether two keywords of a schema can be about the same part of a value. */
function overlap({ patternProperties, contains, unevaluatedProperties, unevaluatedItems }: Schema): boolean {
  return patternProperties !== undefined || contains !== undefined || unevaluatedProperties !== undefined || unevaluatedItems !== undefined;
}

function isRecursive(schema: Schema, leadsBack: LeadsBack): boolean {
  const { inPlace, inside } = referencesOf(schema);
  return [...inPlace, ...inside].some(leadsBack);
}
