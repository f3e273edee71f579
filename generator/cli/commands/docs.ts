import { resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { hasErrors } from "../../diagnostics.ts";
import { defineCommand } from "../define-command.ts";
import { findApis } from "../find-apis.ts";
import type { GeneratedApi } from "../generate-apis.ts";
import type { Io } from "../io.ts";
import { formatFlag } from "../report.ts";
import { UsageError } from "../usage-error.ts";

export const docsCommand = defineCommand({
  name: "docs",
  summary: "Write the reference of a document as web pages that need no server and no network.",
  positionals: ["DOC"],
  about: "DOC is a path, a URL, - for stdin, or the name of an API in redocly.yaml. Without it, the one API there is meant.",
  flags: {
    out: { type: "string", short: "o", value: "DIR", help: "Folder to write to (default: reference)" },
    server: { type: "string", value: "URL", help: "Where \"try it\" sends to, a mock for instance (default: the document's first server)" },
    remote: { type: "boolean", help: "Let a document on disk refer to the network" },
    ...formatFlag,
  },
  async run({ flags, positionals: [document] }, io) {
    const { apis: [api, second] } = await findApis(document, io.cwd);
    if (api === undefined || second !== undefined) throw new UsageError("Several APIs are listed in redocly.yaml.", "Name one, and a folder of its own: specwright docs NAME --out DIR.");
    if (flags.server !== undefined && !/^https?:\/\//i.test(flags.server)) throw new UsageError(`--server takes an http(s) URL, not ${JSON.stringify(flags.server)}.`);
    const made = await makeDocs(api.input, resolve(io.cwd, flags.out ?? "reference"), { remote: flags.remote, server: flags.server, io });
    const { deliver } = await import("../deliver.ts");
    return deliver([made], { check: false, remote: flags.remote, format: flags.format ?? "stylish" }, io);
  },
});

async function makeDocs(input: string, out: string, { remote, server, io }: { remote: boolean; server: string | undefined; io: Io }): Promise<GeneratedApi> {
  const start = performance.now();
  const { loadDocument } = await import("../../load/load-document.ts");
  const { buildApi } = await import("../../model/build-api.ts");
  const { emitDocs } = await import("../../docs/emit-docs.ts");
  const { document, diagnostics, sources } = await loadDocument(input, { cwd: io.cwd, remote, stdin: io.stdin });
  const built = document && buildApi(document);
  const said = [...diagnostics, ...(built?.diagnostics ?? [])];
  const files = built === undefined || hasErrors(said) ? [] : emitDocs(built.api, server === undefined ? {} : { server });
  return { input, out, generated: { files, diagnostics: said, sources, ...(built !== undefined && { api: built.api }) }, time: performance.now() - start };
}
