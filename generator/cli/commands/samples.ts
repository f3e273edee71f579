import { type Diagnostic, hasErrors } from "../../diagnostics.ts";
import type { Document, Source } from "../../load/document.ts";
import type { Api, Operation } from "../../model/api.ts";
import { defineCommand } from "../define-command.ts";
import { exitCodeOf } from "../exit-code.ts";
import { findApis } from "../find-apis.ts";
import { displayName } from "../format/display-name.ts";
import { printable } from "../format/printable.ts";
import type { Io } from "../io.ts";
import { formatFlag, printFindings, tell } from "../report.ts";
import { suggestion } from "../suggestion.ts";
import { UsageError } from "../usage-error.ts";

export const samplesCommand = defineCommand({
  name: "samples",
  summary: "Print how operations are called: curl, JavaScript, Python, Ruby, PHP; or check the samples of a document.",
  positionals: ["DOC", "OPERATION"],
  about: "DOC is a path, a URL, - for stdin, or the name of an API in redocly.yaml. OPERATION is an operationId; without it, every operation is meant.",
  flags: {
    check: { type: "boolean", help: "Print nothing; exit 1 and say where a sample of the document is not its operation's" },
    remote: { type: "boolean", help: "Let a document on disk refer to the network" },
    ...formatFlag,
  },
  async run({ flags, positionals: [document, operationId] }, io) {
    const { apis } = await findApis(document, io.cwd);
    const loaded: LoadedApi[] = [];
    for (const { input } of apis) loaded.push(await loadApi(input, { remote: flags.remote, io }));
    const diagnostics = loaded.flatMap((one) => one.diagnostics);
    const sources = new Map(loaded.flatMap((one) => [...one.sources]));
    const format = flags.format ?? "stylish";
    if (hasErrors(diagnostics)) {
      await tell({ diagnostics, sources }, { format, io });
      return exitCodeOf(diagnostics, apis);
    }
    if (!flags.check) {
      await print(loaded, operationId, io);
      return 0;
    }
    const found = await check(loaded);
    io.out(await printFindings({ diagnostics: found, sources }, { format, colour: io.colour.out, io }));
    if (found.length === 0) io.err(`${apis.map(({ input }) => displayName(input, io.cwd)).join(", ")}: nothing to report\n`);
    return exitCodeOf(found, apis);
  },
});

type LoadedApi = { api?: Api; document?: Document; diagnostics: Diagnostic[]; sources: ReadonlyMap<string, Source> };

async function loadApi(input: string, { remote, io }: { remote: boolean; io: Io }): Promise<LoadedApi> {
  const { loadDocument } = await import("../../load/load-document.ts");
  const { buildApi } = await import("../../model/build-api.ts");
  const { document, diagnostics, sources } = await loadDocument(input, { cwd: io.cwd, remote, stdin: io.stdin });
  if (document === undefined) return { diagnostics, sources };
  const built = buildApi(document);
  return { api: built.api, document, diagnostics: [...diagnostics, ...built.diagnostics], sources };
}

async function check(loaded: readonly LoadedApi[]): Promise<Diagnostic[]> {
  const { checkSamples } = await import("../../samples/check/check-samples.ts");
  return loaded.flatMap(({ api, document }) => (api === undefined || document === undefined ? [] : checkSamples(document, api)));
}

async function print(loaded: readonly LoadedApi[], operationId: string | undefined, io: Io): Promise<void> {
  const { samplesOf } = await import("../../samples/samples-of.ts");
  const all = loaded.flatMap(({ api }) => (api === undefined ? [] : api.operations.map((operation) => ({ operation, api }))));
  const chosen = all.filter(({ operation }) => operationId === undefined || operation.operationId === operationId);
  if (chosen.length === 0 && operationId !== undefined) {
    throw new UsageError(`No operation "${operationId}".${suggestion(operationId, all.flatMap(({ operation }) => operation.operationId ?? []))}`);
  }
  const makers = new Map(loaded.flatMap(({ api }) => (api === undefined ? [] : [[api, samplesOf(api)] as const])));
  const texts = chosen.map(({ operation, api }) => {
    const samples = makers.get(api)?.(operation) ?? [];
    return [headingOf(operation), ...samples.map(({ label, source }) => `## ${label}\n\n${source.trimEnd()}\n`)].join("\n");
  });
  io.out(printable(texts.join("\n")));
}

function headingOf({ method, path, doc }: Operation): string {
  return `# ${method.toUpperCase()} ${path}${doc.summary === undefined ? "" : `: ${doc.summary}`}\n`;
}
