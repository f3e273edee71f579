import type { Schema } from "../../model/schema.ts";
import type { Place } from "./place.ts";
import { referencesOf } from "./references-of.ts";
import { isCounting } from "./validator-call.ts";

/** Whether a schema refers to one whose predicate is handed the depth from here. */
export function usesRecursion(schema: Schema, { validators, view, recursion }: Place): boolean {
  if (!isCounting(recursion)) return false;
  const { inPlace, inside } = referencesOf(schema);
  return [...inPlace, ...inside].some((id) => {
    const target = validators.of(id, view)?.recursion ?? "none";
    return isCounting(target) && !(target === "verdicts" && recursion === "depth");
  });
}
