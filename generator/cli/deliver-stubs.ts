import { accessSync, constants, existsSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { diagnose, hasErrors, type Diagnostic } from "../diagnostics.ts";
import type { Source } from "../load/document.ts";
import { loadDocument } from "../load/load-document.ts";
import { buildApi } from "../model/build-api.ts";
import { stepHandlers, type Stepped, type SteppedFile } from "../stubs/step-handlers.ts";
import { applyPlan } from "../write/apply-plan.ts";
import type { Change } from "../write/plan-output.ts";
import { exitCodeOf } from "./exit-code.ts";
import { findApis, type RequestedApi } from "./find-apis.ts";
import { displayName } from "./format/display-name.ts";
import { handlerPath, handlerReader, isBelow, slashed } from "./handler-texts.ts";
import type { ExitCode, Io } from "./io.ts";
import { tell, type Format } from "./report.ts";
import { UsageError } from "./usage-error.ts";

/** What `specwright stubs` was asked for. */
export type StubsRequest = { document?: string; file: string; out?: string; check: boolean; remote: boolean; format: Format };

/** Brings a file of handlers in step with the document, or says how it is not. */
export async function deliverStubs(request: StubsRequest, io: Io): Promise<ExitCode> {
  const api = await oneApi(request, io.cwd);
  const loaded = await loadDocument(api.input, { cwd: io.cwd, remote: request.remote, stdin: io.stdin });
  const built = loaded.document && buildApi(loaded.document);
  const said = [...loaded.diagnostics, ...(built?.diagnostics ?? [])];
  if (!built || hasErrors(said)) {
    await tell({ diagnostics: said, sources: loaded.sources }, { format: request.format, io });
    return exitCodeOf(said, [api]);
  }
  const path = slashed(handlerPath(resolve(io.cwd, request.file)));
  if (isBelow(api.out, path)) throw new UsageError(`${request.file} is in the folder of generated code, where nothing of yours is safe.`, "Keep handlers beside it.");
  const server = slashed(join(api.out, "server.ts"));
  const stepped = stepHandlers({ path, server, api: built.api, read: handlerReader(api.out) });
  if (request.check) return check(stepped, { path, server, request, io });
  const refused = hasErrors(stepped.diagnostics) ? [] : stepped.files.flatMap(readOnly);
  const written = hasErrors(stepped.diagnostics) || refused.length > 0 ? [] : write(stepped.files);
  const diagnostics = [...stepped.diagnostics, ...refused, ...written];
  await tell({ diagnostics, sources: sourcesOf(stepped) }, { format: request.format, io });
  if (hasErrors(diagnostics)) {
    io.err("Nothing was written.\n");
    return refused.length > 0 || written.length > 0 ? 2 : 1;
  }
  io.err(`${displayName(path, io.cwd)}: ${summaryOf(stepped)}\n`);
  return 0;
}

async function oneApi({ document, out }: StubsRequest, cwd: string): Promise<RequestedApi> {
  const { apis: [api, second] } = await findApis(document, cwd);
  if (!api) throw new UsageError("No document.");
  if (second) throw new UsageError("redocly.yaml lists several APIs, and a file of handlers is for one.", "Name it: specwright stubs NAME --file handlers.ts");
  return out === undefined ? api : { ...api, out: resolve(cwd, out) };
}

async function check(stepped: Stepped, { path, server, request, io }: { path: string; server: string; request: StubsRequest; io: Io }): Promise<ExitCode> {
  const changed = hasErrors(stepped.diagnostics) ? [] : await changes(stepped, path, server);
  const diagnostics = [...stepped.diagnostics, ...stepped.missing, ...changed];
  await tell({ diagnostics, sources: sourcesOf(stepped) }, { format: request.format, io });
  const drift = diagnostics.filter(({ code }) => code !== "unknown-handlers" && code !== "unchecked-handlers");
  if (drift.length === 0 && stepped.files.length === 0) return 0;
  io.err(`${displayName(path, io.cwd)} is not in step with the document.\n`);
  return 1;
}

async function changes(stepped: Stepped, path: string, server: string): Promise<Diagnostic[]> {
  if (!existsSync(server)) return [diagnose("unchecked-handlers", `The types of handlers are not checked, for ${server} is not there.`, { uri: path, line: 1, column: 1 })];
  // A minute's work for large documents, and a compiler in memory: only where it is asked for.
  const { checkTypes } = await import("../stubs/check-types.ts");
  return checkTypes(stepped.handlers);
}

function readOnly({ path, before }: SteppedFile): Diagnostic[] {
  if (before === undefined) return [];
  try {
    accessSync(path, constants.W_OK);
    // Root may write anything, and so the bits are asked, too.
    if ((statSync(path).mode & 0o222) !== 0) return [];
  } catch {
    // Said below.
  }
  return [diagnose("output-refused", "This file is read-only.", { uri: path, line: 1, column: 1 }, "Make it writable first.")];
}

function write(files: readonly SteppedFile[]): Diagnostic[] {
  const folder = commonFolder(files.map(({ path }) => path));
  const changes = files.map(({ path, before, text }): Change => {
    const change = { path: relative(folder, path), text };
    return before === undefined ? { kind: "create", ...change } : { kind: "update", ...change, before: Buffer.from(before), mode: statSync(path).mode & 0o7777 };
  });
  return applyPlan({ folder, changes, unchanged: [], diagnostics: [] });
}

function commonFolder([first = "", ...others]: readonly string[]): string {
  let folder = dirname(first);
  while (others.some((path) => !path.startsWith(folder.endsWith("/") ? folder : `${folder}/`))) folder = dirname(folder);
  return folder;
}

function sourcesOf({ read }: Stepped): ReadonlyMap<string, Source> {
  return new Map(read.map(({ path, text }) => [path, { uri: path, text }]));
}

function summaryOf({ files, added, diagnostics }: Stepped): string {
  const stubs = `${added} stub${added === 1 ? "" : "s"}`;
  if (files.some(({ before }) => before === undefined)) return `created, with ${stubs}`;
  if (files.length === 0) return diagnostics.length === 0 ? "in step, nothing to add" : "nothing to add; what is said above is yours to change";
  return files.length === 1 ? `${stubs} added` : `${stubs} added in ${files.length} files`;
}
