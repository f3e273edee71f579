import type { Diagnostic, Severity } from "../diagnostics.ts";
import type { Json } from "../json.ts";
import type { Source } from "../load/document.ts";
import { loadDocument } from "../load/load-document.ts";
import { buildApi } from "../model/build-api.ts";
import { mergeReports } from "./merge-reports.ts";
import { ownReports } from "./own-reports.ts";
import { runRedocly } from "./run-redocly.ts";

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

  const built = loaded.document && buildApi(loaded.document);
  const own = ownReports({ loaded, built, written: { uri: root.uri, value: written } });
  // Last, because Redocly's preprocessors may write into the tree that they are given.
  const redocly = await runRedocly({ source: root, value: written, cwd, remote, config });
  const ours = own.ours.map((diagnostic) => withSeverity(diagnostic, redocly.exampleSeverity));
  return { diagnostics: mergeReports({ ...own, ours, redocly: redocly.diagnostics }), sources: loaded.sources };
}

function withSeverity(diagnostic: Diagnostic, severity: Severity): Diagnostic {
  return diagnostic.code === "example-mismatch" ? { ...diagnostic, severity } : diagnostic;
}
