import { checkExamples } from "../contract/check-examples.ts";
import { checkRules } from "../contract/rules/check-rules.ts";
import type { Diagnostic } from "../diagnostics.ts";
import type { Json } from "../json.ts";
import type { Loaded } from "../load/document.ts";
import type { Api } from "../model/api.ts";
import { asWritten } from "./as-written.ts";
import { checkPatterns } from "./check-patterns.ts";
import type { Reports } from "./merge-reports.ts";
import { checkStructure } from "./structure/check-structure.ts";

/** A document that was read, the Api that it gives, and what its own file says, as it was before loading. */
export type Understood = {
  loaded: Loaded;
  built: { api: Api; diagnostics: readonly Diagnostic[] } | undefined;
  written: { uri: string; value: Json };
};

/** What lint finds without Redocly: by the official schema of the document's version, by what generation would warn about, by its examples, patterns and rules. */
export function ownReports({ loaded, built, written: { uri, value } }: Understood): Omit<Reports, "redocly"> {
  const { document, diagnostics } = loaded;
  const checked = document === undefined || built === undefined ? [] : [...built.diagnostics, ...checkExamples(document, built.api), ...checkPatterns(document, built.api), ...checkRules(document, built.api)];
  const ours = [...diagnostics, ...checked];
  return { root: uri, structure: checkStructure(value, uri), ours: ours.map((diagnostic) => asWritten(diagnostic, uri, value)) };
}
