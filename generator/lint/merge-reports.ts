import type { Diagnostic } from "../diagnostics.ts";
import { hasErrors } from "../diagnostics.ts";

/** What each source has found. `ours` is what loading, building and the examples say. */
export type Reports = { root: string; structure: Diagnostic[]; ours: Diagnostic[]; redocly: Diagnostic[] };

/**
 * One list of what several sources have found, without what two of them say about one place. Ours stays, with the severity
 * that the project's configuration gives Redocly's rule where that is the stricter one.
 */
export function mergeReports({ root, structure, ours, redocly }: Reports): Diagnostic[] {
  const known = new Set(structure.map(keyOf));
  const own = [...structure, ...ours.filter((diagnostic) => !known.has(keyOf(diagnostic)))];
  const indexes = new Map(own.map((diagnostic, index) => [keyOf(diagnostic), index]));
  const further: Diagnostic[] = [];
  for (const problem of redocly) {
    // The official schema has judged the root by the letter; Redocly's own description of it is stricter in places.
    if (problem.code === "struct" && problem.at.uri === root) continue;
    if (problem.code === "linter-failed" && problem.at.uri === root) {
      // A document that is wrong enough to stop Redocly has been told so. Of one that we understand, only its rules remain unasked.
      if (!hasErrors(own)) further.push({ ...problem, severity: "warning" });
      continue;
    }
    const twin = (sameAs[problem.code] ?? []).map((code) => indexes.get(keyOf({ ...problem, code }))).find((index) => index !== undefined);
    if (twin === undefined) further.push(problem);
    else if (own[twin]) own[twin] = bothOf(own[twin], problem);
  }
  return [...own, ...further];
}

function bothOf(own: Diagnostic, twin: Diagnostic): Diagnostic {
  const help = own.help ?? twin.help;
  return { ...own, ...(twin.severity === "error" && { severity: "error" }), ...(help !== undefined && { help }) };
}

/** Redocly's rules, and our codes that say the same. */
const sameAs: Readonly<Record<string, readonly string[]>> = {
  // Below the root; the root itself is left out above.
  "struct": ["ignored", "wrong-type"],
  "no-unresolved-refs": ["unresolved-ref", "dangling-ref", "cyclic-ref", "unreadable", "syntax"],
  "operation-operationId-unique": ["duplicate-operation-id"],
  "operation-parameters-unique": ["duplicate-parameter"],
  "path-parameters-defined": ["undeclared-path-parameter"],
  "spec-components-invalid-map-name": ["unusual-component-name"],
};

function keyOf(diagnostic: Diagnostic): string {
  return `${diagnostic.code} ${placeOf(diagnostic)}`;
}

/** `spec/openapi.yaml#/paths/~1a/get`; a `$ref` and the object that holds it are one place. */
function placeOf({ at }: Diagnostic): string {
  return "pointer" in at ? `${at.uri}#${at.pointer.replace(/\/\$ref$/, "")}` : `${at.uri}:${at.line}:${at.column}`;
}
