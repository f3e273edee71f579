import { checkExamples } from "../contract/check-examples.ts";
import type { Diagnostic, Severity } from "../diagnostics.ts";
import type { Json } from "../json.ts";
import type { Loaded, Source } from "../load/document.ts";
import { loadDocument } from "../load/load-document.ts";
import { buildApi } from "../model/build-api.ts";
import { asWritten } from "./as-written.ts";
import { checkPatterns } from "./check-patterns.ts";
import { mergeReports } from "./merge-reports.ts";
import { runRedocly } from "./run-redocly.ts";
import { checkStructure } from "./structure/check-structure.ts";

export type LintOptions = {
  cwd: string;
  /** Whether what is on the network may be read. A document that is itself a URL may always read from there. */
  remote?: boolean | undefined;
  /** Gives the text of the document `-`. */
  stdin?: (() => Promise<string>) | undefined;
  /** The Redocly configuration to use, instead of the nearest redocly.yaml in `cwd` or above it. */
  config?: string | undefined;
};

export type LintReport = { diagnostics: Diagnostic[]; sources: ReadonlyMap<string, Source> };

/**
 * Everything there is to say about a document: by the official schema of its version, by what generation would warn about,
 * by its examples, and by Redocly's linter with the project's configuration. What two of them say is said once.
 */
export async function lint(input: string, options: LintOptions): Promise<LintReport> {
  const { cwd, remote, stdin, config } = options;
  let written: Json | undefined;
  const loaded = await loadDocument(input, { cwd, remote, stdin, onParsed: (value) => void (written = structuredClone(value)) });
  const [root] = loaded.sources.values();
  // What cannot be read has nothing to lint, and loading has said why.
  if (root === undefined || written === undefined) return { diagnostics: loaded.diagnostics, sources: loaded.sources };

  const value = written;
  const structure = checkStructure(value, root.uri);
  const ours = checkMeaning(loaded).map((diagnostic) => asWritten(diagnostic, root.uri, value));
  // Last, because Redocly's preprocessors may write into the tree that they are given.
  const redocly = await runRedocly({ source: root, value, cwd, remote, config });
  const examples = ours.map((diagnostic) => withSeverity(diagnostic, redocly.exampleSeverity));
  return { diagnostics: mergeReports({ root: root.uri, structure, ours: examples, redocly: redocly.diagnostics }), sources: loaded.sources };
}

/** What generation would warn about, the examples, and patterns. */
function checkMeaning({ document, diagnostics }: Loaded): Diagnostic[] {
  if (document === undefined) return diagnostics;
  const built = buildApi(document);
  return [...diagnostics, ...built.diagnostics, ...checkExamples(document, built.api), ...checkPatterns(document, built.api)];
}

function withSeverity(diagnostic: Diagnostic, severity: Severity): Diagnostic {
  return diagnostic.code === "example-mismatch" ? { ...diagnostic, severity } : diagnostic;
}
