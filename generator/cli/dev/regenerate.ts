import { stat } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { type Diagnostic, hasErrors } from "../../diagnostics.ts";
import { generateFiles } from "../../generate.ts";
import type { Json } from "../../json.ts";
import type { Understood } from "../../lint/own-reports.ts";
import type { Document, Source } from "../../load/document.ts";
import { loadDocument } from "../../load/load-document.ts";
import type { Api } from "../../model/api.ts";
import { buildApi } from "../../model/build-api.ts";
import { applyPlan } from "../../write/apply-plan.ts";
import type { OutputMemory } from "../../write/disk.ts";
import { type Plan, planOutput } from "../../write/plan-output.ts";
import type { RequestedApi } from "../find-apis.ts";

/** What one save gave. `version`, where the document is good and its code is written. */
export type Regenerated = {
  readonly version?: { readonly document: Document; readonly api: Api; readonly plan: Plan };
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, Source>;
  /** Milliseconds from the first byte that was read to the last that was written. */
  readonly time: number;
  /**
   * These, with what lint finds without Redocly. Of a large document that takes seconds, and so is left to the process that asks Redocly:
   * then nothing is added.
   */
  lint(): Promise<readonly Diagnostic[]>;
};

/** Reads the document, and writes the code that it gives: only files that differ, and none while there are errors. */
export async function regenerate({ input, out }: RequestedApi, { cwd, remote, memory }: { cwd: string; remote: boolean; memory: OutputMemory }): Promise<Regenerated> {
  const start = performance.now();
  const isSmall = ((await stat(input).catch(() => undefined))?.size ?? 0) < largest;
  let written: Json | undefined;
  const loaded = await loadDocument(input, { cwd, remote, onParsed: (value) => void (written = isSmall ? structuredClone(value) : undefined) });
  const { document, sources } = loaded;
  const built = document && buildApi(document);
  const said = [...loaded.diagnostics, ...(built?.diagnostics ?? [])];
  const report = (further: readonly Diagnostic[]) => ({
    diagnostics: [...said, ...further], sources, time: performance.now() - start,
    lint: async () => (written === undefined ? [...said, ...further] : [...(await ownFindings({ loaded, built, written: { uri: input, value: written } })), ...further]),
  });
  if (document === undefined || built === undefined || hasErrors(said)) return report([]);

  const { files, diagnostics } = generateFiles(document, built.api);
  const plan = planOutput({ folder: out, files, inputs: sources.keys(), memory });
  const planned = [...diagnostics, ...plan.diagnostics];
  if (hasErrors(planned)) return report(planned);
  const failures = applyPlan(plan);
  return { ...report([...planned, ...failures]), ...(failures.length === 0 && { version: { document, api: built.api, plan } }) };
}

async function ownFindings(understood: Understood): Promise<Diagnostic[]> {
  const { ownReports } = await import("../../lint/own-reports.ts");
  const { mergeReports } = await import("../../lint/merge-reports.ts");
  return mergeReports({ ...ownReports(understood), redocly: [] });
}

/** In bytes. */
const largest = 1_000_000;
