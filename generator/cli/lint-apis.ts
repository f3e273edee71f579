import type { Diagnostic } from "../diagnostics.ts";
import type { Source } from "../load/document.ts";
import type { Requested } from "./find-apis.ts";
import type { Io } from "./io.ts";
import type { Findings } from "./report.ts";

/** What lint has to say about every API that is asked for, by the rules of their redocly.yaml. */
export async function lintApis({ apis, config }: Requested, { remote, io }: { remote: boolean; io: Io }): Promise<Findings> {
  const { lint } = await import("../lint/lint.ts");
  const diagnostics: Diagnostic[] = [];
  const sources = new Map<string, Source>();
  for (const { input } of apis) {
    const found = await lint(input, { cwd: io.cwd, remote, stdin: io.stdin, ...(config !== undefined && { config }) });
    diagnostics.push(...found.diagnostics);
    for (const [uri, source] of found.sources) sources.set(uri, source);
  }
  return { diagnostics, sources };
}
