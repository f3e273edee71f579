import type { Diagnostic } from "../diagnostics.ts";
import type { Json } from "../json.ts";
import { isObject, valueAt } from "../json.ts";

/**
 * The diagnostic at the place where its author finds it. Loading turns the `example` of a schema into the first of its
 * `examples`, and a diagnostic about that one has to point to what stands in the file.
 */
export function asWritten(diagnostic: Diagnostic, uri: string, root: Json): Diagnostic {
  const { at } = diagnostic;
  if (!("pointer" in at) || at.uri !== uri) return diagnostic;
  const [before, after] = at.pointer.split(/\/examples\/0(?=\/|$)/, 2);
  if (before === undefined || after === undefined) return diagnostic;
  const owner = valueAt(root, before);
  if (!isObject(owner) || Object.hasOwn(owner, "examples") || !Object.hasOwn(owner, "example")) return diagnostic;
  return { ...diagnostic, at: { uri, pointer: `${before}/example${after}` } };
}
