import { escapePointer } from "../json.ts";
import { isSlowPattern } from "../runtime/validate/slow-pattern.ts";
import type { Api } from "./api.ts";
import { pushChildSchemas } from "./child-schemas.ts";
import type { Pointer, Schema } from "./schema.ts";
import { schemaRoots } from "./schema-roots.ts";

/** A pattern for which a regular expression engine can take more than linear time, and where it stands. */
export type SlowPattern = { pattern: string; at: Pointer };

/** Every `pattern`, and name in `patternProperties`, of an Api for which an engine that backtracks can take very long. */
export function slowPatterns(api: Api): SlowPattern[] {
  const verdicts = new Map<string, boolean>();
  const isSlow = (pattern: string): boolean => {
    const verdict = verdicts.get(pattern) ?? isSlowPattern(pattern);
    verdicts.set(pattern, verdict);
    return verdict;
  };
  return allSchemas(api).flatMap(patternsOf).filter(({ pattern }) => isSlow(pattern));
}

function allSchemas(api: Api): Schema[] {
  const work = [...schemaRoots(api)].reverse();
  const seen = new Set<Schema>();
  for (let schema = work.pop(); schema !== undefined; schema = work.pop()) {
    if (seen.has(schema)) continue;
    seen.add(schema);
    pushChildSchemas(schema, work);
  }
  return [...seen];
}

function patternsOf({ at, pattern, patternProperties = [] }: Schema): SlowPattern[] {
  const names = patternProperties.map(({ name }) => ({ pattern: name, at: `${at}/patternProperties/${escapePointer(name)}` }));
  return pattern === undefined ? names : [{ pattern, at: `${at}/pattern` }, ...names];
}
