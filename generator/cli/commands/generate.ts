import { isRemote } from "../../load/uri.ts";
import { targets } from "../../targets.ts";
import type { Target } from "../../targets.ts";
import { defineCommand } from "../define-command.ts";
import type { GenerateRequest } from "../generate-apis.ts";
import { formatFlag } from "../report.ts";
import { suggestion } from "../suggestion.ts";
import { UsageError } from "../usage-error.ts";

export const generateCommand = defineCommand({
  name: "generate",
  summary: "Write the code that a document gives; only files that changed are touched.",
  positionals: ["DOC"],
  about: "DOC is a path, a URL, - for stdin, or the name of an API in redocly.yaml. Without it, every API there is meant.",
  flags: {
    out: { type: "string", short: "o", value: "DIR", help: "Folder to write to, or - for stdout (default: the API's x-specwright.out, or generated)" },
    check: { type: "boolean", help: "Write nothing; exit 1 and say what differs where the folder is out of date" },
    watch: { type: "boolean", short: "w", help: "Generate again whenever a file of the document changes" },
    only: { type: "string", value: "TARGETS", help: `Make these only, and remove what else we made: ${targets.join(",")}` },
    remote: { type: "boolean", help: "Let a document on disk refer to the network" },
    ...formatFlag,
  },
  async run({ flags, positionals: [document] }, io) {
    const request: GenerateRequest = {
      check: flags.check,
      remote: flags.remote,
      format: flags.format ?? "stylish",
      ...(document !== undefined && { document }),
      ...(flags.out !== undefined && { out: flags.out }),
      ...(flags.only !== undefined && { targets: targetsOf(flags.only) }),
    };
    refuseNonsense(request, { watch: flags.watch });
    if (flags.watch) return (await import("../watch.ts")).watch(request, io);
    const { generateApis } = await import("../generate-apis.ts");
    const { deliver } = await import("../deliver.ts");
    return deliver((await generateApis(request, io)).apis, request, io);
  },
});

function targetsOf(list: string): Target[] {
  return [...new Set(list.split(",").map((word) => targetOf(word.trim())))];
}

function targetOf(word: string): Target {
  const target = targets.find((candidate) => candidate === word);
  if (target) return target;
  throw new UsageError(`No target "${word}".${suggestion(word, targets)}`, `Targets: ${targets.join(", ")}`);
}

function refuseNonsense({ document, out, check, format }: GenerateRequest, { watch }: { watch: boolean }): void {
  if (watch && check) throw new UsageError("--watch and --check cannot go together.");
  if (watch && document === "-") throw new UsageError("stdin cannot be watched.");
  if (watch && document !== undefined && isRemote(document)) throw new UsageError("A URL cannot be watched.");
  if (out !== "-") return;
  if (check) throw new UsageError("--check needs a folder to look at, not --out -.");
  if (format !== "stylish") throw new UsageError(`With --out -, stdout holds the file, and --format ${format} would go there too.`);
}
