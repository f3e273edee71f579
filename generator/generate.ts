import { diagnose, hasErrors } from "./diagnostics.ts";
import type { Diagnostic } from "./diagnostics.ts";
import { planCalls } from "./emit/call/plan-calls.ts";
import type { Problem } from "./emit/call/problem.ts";
import { problemsOf } from "./emit/call/problems-of.ts";
import { emitClient } from "./emit/client.ts";
import { emitOperations } from "./emit/operations.ts";
import { emitTypes } from "./emit/types.ts";
import type { Document, Source } from "./load/document.ts";
import { loadDocument } from "./load/load-document.ts";
import { runtimeFiles } from "./load/runtime-files.ts";
import type { Api } from "./model/api.ts";
import { buildApi } from "./model/build-api.ts";
import { planTypes, type TypePlan } from "./model/type-plan.ts";
import { printFile } from "./print/print-file.ts";
import { targets } from "./targets.ts";
import type { Target } from "./targets.ts";
import type { OutputFile } from "./write/output-file.ts";

export type GenerateOptions = {
  /** A path, an http(s) URL, or `-` for stdin. */
  input: string;
  /** The folder that paths are relative to. */
  cwd: string;
  /** What to make; by default everything, and `openapi.json`, the bundled document, with it. */
  targets?: readonly Target[];
  /** Whether a document on disk may refer to the network. */
  remote?: boolean;
  stdin?: () => Promise<string>;
};

/** With an error among the diagnostics there are no files. */
export type Generated = { files: OutputFile[]; diagnostics: Diagnostic[]; sources: ReadonlyMap<string, Source>; api?: Api };

/** The files that an OpenAPI document gives, and everything there is to say about it. Writes nothing. */
export async function generate(options: GenerateOptions): Promise<Generated> {
  const { document, diagnostics, sources } = await loadDocument(options.input, options);
  if (!document || hasErrors(diagnostics)) return { files: [], diagnostics, sources };
  const built = buildApi(document);
  const said = [...diagnostics, ...built.diagnostics];
  if (hasErrors(said)) return { files: [], diagnostics: said, sources, api: built.api };
  const plan = planTypes(built.api);
  const made = new Set((options.targets ?? targets).flatMap((target) => [...needed[target], target]));
  const emitted = [...made].map((target) => emitters[target](built.api, plan));
  const files = emitted.flatMap((one) => one.files);
  const problems = emitted.flatMap((one) => one.problems).map(({ code, message, at }) => diagnose(code, message, document.at(at)));
  return { files: options.targets ? files : [...files, bundle(document)], diagnostics: [...said, ...problems], sources, api: built.api };
}

type Emitter = (api: Api, plan: TypePlan) => { files: OutputFile[]; problems: Problem[] };

const emitters: Record<Target, Emitter> = { types: (api, plan) => ({ files: [printFile(emitTypes(api, plan))], problems: [] }), client: emitClientFiles };

/** What a target imports of others. */
const needed: Record<Target, Target[]> = { types: [], client: ["types"] };

function emitClientFiles(api: Api, plan: TypePlan): ReturnType<Emitter> {
  const calls = planCalls(api, plan);
  const files = [printFile(emitOperations(api, plan, calls)), printFile(emitClient(api, calls))];
  return { files: [...files, ...runtimeFiles(files)], problems: problemsOf(api, plan) };
}

function bundle(document: Document): OutputFile {
  return { path: "openapi.json", text: `${JSON.stringify(document.root, null, 2)}\n` };
}
