import { diagnose, hasErrors } from "./diagnostics.ts";
import type { Diagnostic } from "./diagnostics.ts";
import { planCalls } from "./emit/call/plan-calls.ts";
import type { Problem } from "./emit/call/problem.ts";
import { problemsOf } from "./emit/call/problems-of.ts";
import { emitClient } from "./emit/client.ts";
import { emitOperations } from "./emit/operations.ts";
import { emitServer } from "./emit/server.ts";
import { problemsOfServer } from "./emit/server/problems-of-server.ts";
import { emitTypes } from "./emit/types.ts";
import { planValidators } from "./emit/validate/plan-validators.ts";
import { emitValidators } from "./emit/validators.ts";
import { operationModules } from "./emit/validators/operation-module.ts";
import { validateResponseFile } from "./emit/validators/validate-response.ts";
import type { Document, Source } from "./load/document.ts";
import { loadDocument } from "./load/load-document.ts";
import { runtimeFiles } from "./load/runtime-files.ts";
import type { Api } from "./model/api.ts";
import { buildApi } from "./model/build-api.ts";
import { planTypes, type TypePlan } from "./model/type-plan.ts";
import { type CodeFile, printFile } from "./print/print-file.ts";
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
  const { files, diagnostics: found } = generateFiles(document, built.api, options.targets);
  return { files, diagnostics: [...said, ...found], sources, api: built.api };
}

/** The files that a document gives which has no errors, and what only they make known. */
export function generateFiles(document: Document, api: Api, chosen?: readonly Target[]): { files: OutputFile[]; diagnostics: Diagnostic[] } {
  const plan = planTypes(api);
  const made = new Set((chosen ?? targets).flatMap((target) => [...needed[target], target]));
  const emitted = [...made].map((target) => emitters[target](api, plan));
  const files = emitted.flatMap((one) => Array.from(one.files, printFile));
  const problems = new Map(emitted.flatMap((one) => one.problems).map((problem) => [JSON.stringify(problem), problem]));
  const diagnostics = [...problems.values()].map(({ code, message, at }) => diagnose(code, message, document.at(at)));
  return { files: [...files, ...runtimeFiles(files), ...(chosen ? [] : [bundle(document)])], diagnostics };
}

/** Files may be made one by one, each when the one before it is text. */
type Emitter = (api: Api, plan: TypePlan) => { files: Iterable<CodeFile>; problems: Problem[] };

const emitters: Record<Target, Emitter> = {
  types: (api, plan) => ({ files: [emitTypes(api, plan)], problems: [] }),
  client: (api, plan) => {
    const calls = planCalls(api, plan);
    return { files: [emitOperations(api, plan, calls), emitClient(api, calls)], problems: problemsOf(api, plan) };
  },
  server: (api, plan) => ({ files: [emitServer(api, plan)], problems: problemsOfServer(api, plan) }),
  validators: (api, plan) => ({ files: validatorFiles(api, plan), problems: [] }),
};

function* validatorFiles(api: Api, plan: TypePlan): Iterable<CodeFile> {
  const validators = planValidators(api, plan);
  yield* emitValidators(api, validators);
  yield* operationModules(api, validators);
  yield validateResponseFile(api, plan);
}

/** What a target imports of others. */
const needed: Record<Target, Target[]> = { types: [], client: ["types"], server: ["types", "validators"], validators: ["types"] };

function bundle(document: Document): OutputFile {
  return { path: "openapi.json", text: `${JSON.stringify(document.root, null, 2)}\n` };
}
