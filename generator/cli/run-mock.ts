import { type Diagnostic, hasErrors } from "../diagnostics.ts";
import type { Source } from "../load/document.ts";
import { loadDocument } from "../load/load-document.ts";
import { type Mock, startMock } from "../mock/start-mock.ts";
import type { Api } from "../model/api.ts";
import { buildApi } from "../model/build-api.ts";
import { exitCodeOf } from "./exit-code.ts";
import { displayName } from "./format/display-name.ts";
import { printable } from "./format/printable.ts";
import type { ExitCode, Io } from "./io.ts";
import { printFindings, tell } from "./report.ts";
import { UsageError } from "./usage-error.ts";
import { watchDocument } from "./watch-document.ts";

/** What a person asks of `specwright mock`. */
export type MockRequest = { input: string; port: number; dynamic: boolean; seed?: number; watch: boolean; remote: boolean };

/** Mocks a document until Ctrl-C. */
export async function runMock(request: MockRequest, io: Io): Promise<ExitCode> {
  const interrupted = io.interrupted();
  const first = await load(request, io);
  await tell(first, { format: "stylish", io });
  if (first.api === undefined) return exitCodeOf(first.diagnostics, [request]);
  const mock = await start(first.api, request, io);
  io.out(`${mock.url}\n`);
  io.err(`${displayName(request.input, io.cwd)} is mocked at ${mock.url}. Until Prism is ready, bodies are made without it. Ctrl-C ends it.\n`);
  const watcher = request.watch ? watchDocument(() => reload(mock, request, io), first.sources) : undefined;
  await interrupted;
  await watcher?.close();
  await mock.close();
  io.err(`${summary(mock)}\n`);
  return 0;
}

type LoadedApi = { api?: Api; diagnostics: Diagnostic[]; sources: ReadonlyMap<string, Source> };

async function load({ input, remote }: MockRequest, io: Io): Promise<LoadedApi> {
  const { document, diagnostics, sources } = await loadDocument(input, { cwd: io.cwd, remote, stdin: io.stdin });
  const built = document && buildApi(document);
  const said = [...diagnostics, ...(built?.diagnostics ?? [])];
  return { diagnostics: said, sources, ...(built !== undefined && !hasErrors(said) && { api: built.api }) };
}

async function start(api: Api, { port, dynamic, seed }: MockRequest, io: Io): Promise<Mock> {
  try {
    return await startMock(api, { port, dynamic, log: (line) => io.err(`${printable(line)}\n`), ...(seed !== undefined && { seed }) });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EADDRINUSE") throw new UsageError(`Port ${port} is in use.`, `Take another, or 0 for any that is free: specwright mock --port ${port === 65_535 ? 0 : port + 1}`);
    if (code === "EACCES") throw new UsageError(`Port ${port} may not be used by you.`, "Ports below 1024 are for the system: specwright mock --port 4010");
    throw error;
  }
}

/** Mocks the document as it is now, unless it is broken: then the last good one stays. Gives the files to watch. */
async function reload(mock: Mock, request: MockRequest, io: Io): Promise<{ sources: ReadonlyMap<string, Source>; incomplete: boolean }> {
  const { api, diagnostics, sources } = await load(request, io);
  await tell({ diagnostics, sources }, { format: "stylish", io });
  const incomplete = api === undefined || diagnostics.some(({ code }) => code === "dangling-ref");
  if (api === undefined) {
    const text = await printFindings({ diagnostics, sources }, { format: "stylish", colour: false, io });
    mock.tellBroken(text.trimEnd().split("\n"));
    io.err("The document is broken. What was mocked before stays.\n");
  } else {
    mock.reload(api);
    io.err(`Mocking the document as it is now: ${api.operations.length} operation${api.operations.length === 1 ? "" : "s"}.\n`);
  }
  return { sources, incomplete };
}

function summary({ counts }: Mock): string {
  const { prism, example, schema, none, guard, replaced } = counts;
  return `Answered ${prism + example + schema + none + guard}: ${prism} by Prism, ${example} with examples, ${schema} made from schemas, ${none} without body, ${guard} refused; ${replaced} bodies of Prism were not valid and were replaced.`;
}
