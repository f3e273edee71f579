import type { Schema } from "../model/schema.ts";
import type { Change } from "./change.ts";
import { schemaChange } from "./schema-change.ts";
import type { SchemaPlace } from "./schema-place.ts";

/**
 * What is different in keywords whose values are not compared with each other. One that came allows less than before, and one that went
 * more; whether another value allows the same is not known, and said as a warning.
 */
export function diffOthers(base: Schema, revision: Schema, place: SchemaPlace): Change[] {
  return keywords.filter(([keyword]) => !place.sides.isAlike(base[keyword], revision[keyword])).flatMap(([keyword, name, kind]) => {
    const change = (verb: string, effect: "narrowed" | "widened" | "neither", message: string): Change =>
      schemaChange(`${name}-${verb}`, message, { effect, base, revision, place });
    const [was, is] = [base[keyword] !== undefined, revision[keyword] !== undefined];
    if (kind === "compared" && was && is) return [];
    if (kind !== "entangled" && !was) return [change("added", "narrowed", `is judged by \`${keyword}\` now`)];
    if (kind !== "entangled" && !is) return [change("removed", "widened", `is not judged by \`${keyword}\` any more`)];
    return [{ ...change("changed", "neither", `has another \`${keyword}\`: whether that allows the same is not known`), severity: "warning" as const }];
  });
}

/**
 * Names in the manner of oasdiff. `compared`: where both versions have it, others compare it. `entangled`: what it does depends on its
 * neighbours, so that nothing is known from its coming or going alone.
 */
const keywords = [
  ["not", "not", "alone"], ["if", "if", "entangled"], ["then", "then", "entangled"], ["else", "else", "entangled"],
  ["patternProperties", "pattern-properties", "entangled"], ["propertyNames", "property-names", "alone"],
  ["unevaluatedProperties", "unevaluated-properties", "alone"], ["unevaluatedItems", "unevaluated-items", "alone"],
  ["dependentRequired", "dependent-required", "alone"], ["dependentSchemas", "dependent-schemas", "alone"],
  ["contains", "contains", "alone"], ["contentEncoding", "content-encoding", "entangled"],
  ["contentMediaType", "content-media-type", "entangled"], ["contentSchema", "content-schema", "entangled"],
  ["items", "items", "compared"],
] as const;
