import { escapePointer, type Json, type JsonObject } from "../../json.ts";

/** Why one value does not fit one schema: the keyword that said no, as data. The words are made in describe-failure.ts. */
export type Failure = { at: Path | undefined; owner: string; problem: Problem };

/**
 * A place in the checked value, innermost step first; `undefined` is the root.
 *
 *     { token: "get", parent: { token: "/pets", parent: { token: "paths", parent: undefined } } }
 */
export type Path = { token: string; parent: Path | undefined };

export type Problem =
  | { kind: "type"; expected: string[]; found: Json }
  | { kind: "value"; allowed: Json[]; found: Json }
  | { kind: "pattern"; pattern: string; found: string }
  | { kind: "limit"; keyword: string; limit: number; found: Json }
  | { kind: "duplicate-items" }
  | { kind: "missing"; field: string; in: JsonObject }
  /** A field that the schema has no place for. `schema` is the one that closed the object. */
  | { kind: "unknown"; field: string; schema: JsonObject; in: JsonObject }
  /** A name of a map that its `propertyNames` refuses. */
  | { kind: "name"; name: string; failures: Failure[] }
  /** A field whose schema is `false`: allowed elsewhere, not here. */
  | { kind: "never" }
  | { kind: "not"; schema: Json; found: Json }
  | { kind: "contains"; schema: Json; count: number }
  /** `anyOf` or `oneOf`. `branches` has the failures of each branch, an empty list for one that fits. */
  | { kind: "choice"; schemas: Json[]; branches: Failure[][]; found: Json };

/** What a schema says about a value: what is wrong, and which fields of it are accounted for (`unevaluatedProperties`). */
export type Outcome = { failures: Failure[]; evaluated: Set<string> };

/** The JSON Pointer of a path: `/paths/~1pets/get`. */
export function pointerOf(path: Path | undefined): string {
  let pointer = "";
  for (let step = path; step; step = step.parent) pointer = `/${escapePointer(step.token)}${pointer}`;
  return pointer;
}

/** How many steps a path has. */
export function depthOf(path: Path | undefined): number {
  let depth = 0;
  for (let step = path; step; step = step.parent) depth++;
  return depth;
}
