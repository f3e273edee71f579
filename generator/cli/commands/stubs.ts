import { defineCommand } from "../define-command.ts";
import { formatFlag } from "../report.ts";
import { UsageError } from "../usage-error.ts";

export const stubsCommand = defineCommand({
  name: "stubs",
  summary: "Create a file of handlers, or add what is missing to one. Every line of yours stays.",
  positionals: ["DOC"],
  about: "DOC is a path, a URL, - for stdin, or the name of an API in redocly.yaml. Without it, the one API there is meant.",
  flags: {
    file: { type: "string", value: "FILE", help: "The TypeScript file with the handlers" },
    out: { type: "string", short: "o", value: "DIR", help: "Folder of the generated code (default: the API's x-specwright.out, or generated)" },
    check: { type: "boolean", help: "Write nothing; exit 1 and say which handlers are missing, removed, renamed or of other types" },
    remote: { type: "boolean", help: "Let a document on disk refer to the network" },
    ...formatFlag,
  },
  async run({ flags, positionals: [document] }, io) {
    const { file, out, check, remote, format } = flags;
    if (file === undefined) throw new UsageError("Which file? Name it with --file.", "specwright stubs openapi.yaml --file src/handlers.ts");
    if (!/\.[mc]?tsx?$/.test(file)) throw new UsageError(`${file} is no TypeScript file.`, "Handlers are typed: name a .ts, .mts, .cts or .tsx file.");
    const { deliverStubs } = await import("../deliver-stubs.ts");
    return deliverStubs({ file, check, remote, format: format ?? "stylish", ...(document !== undefined && { document }), ...(out !== undefined && { out }) }, io);
  },
});
