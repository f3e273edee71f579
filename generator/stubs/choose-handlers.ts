import { diagnose, type Diagnostic } from "../diagnostics.ts";
import type { FoundGroup } from "./find-groups.ts";
import { placeOf } from "./findings-of.ts";
import type { HandlerFile, HandlerFiles } from "./handler-files.ts";
import { pairNamespaces, pairRoot, type Paired } from "./pair-groups.ts";
import type { Wanted } from "./wanted.ts";

/** The handlers of a file that are kept in step: `Handlers`, or the namespaces that stand there alone. */
export function chooseHandlers(found: readonly FoundGroup[], { main, wanted, files }: { main: HandlerFile; wanted: Wanted; files: HandlerFiles }): { paired?: Paired; diagnostics: Diagnostic[] } {
  const roots = found.filter(({ of }) => of.name === "Handlers" && of.member === undefined);
  const least = Math.min(...roots.map(({ rank }) => rank));
  const [root, second] = roots.filter(({ rank }) => rank === least);
  if (root && second) return { diagnostics: roots.map((one) => diagnose("ambiguous-handlers", "Several things in this file are Handlers, and nothing says which one is served.", placeOf(one.braces))) };
  if (root) return { paired: pairRoot(root, wanted, files), diagnostics: [] };
  const paired = pairNamespaces(found, wanted, files);
  if (paired.pairs.length > 0) return { paired, diagnostics: [] };
  return { diagnostics: [diagnose("no-handlers", "No handlers are found in this file.", placeOf({ file: main, node: main.source }))] };
}
