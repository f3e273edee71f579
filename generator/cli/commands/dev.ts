import { resolve } from "node:path";
import { isRemote } from "../../load/uri.ts";
import { defineCommand } from "../define-command.ts";
import { findApis } from "../find-apis.ts";
import { UsageError } from "../usage-error.ts";

export const devCommand = defineCommand({
  name: "dev",
  summary: "Work on a document: after every save, lint, generate, mock, show the reference, and say whom the change breaks.",
  positionals: ["DOC"],
  about: "DOC is a path, or the name of an API in redocly.yaml. Without it, the one API there is meant.",
  flags: {
    out: { type: "string", short: "o", value: "DIR", help: "Folder to generate into (default: the API's x-specwright.out, or generated)" },
    port: { type: "string", value: "N", help: "Port of the reference pages; the next one that is free, if it is taken (default: 4000)" },
    "mock-port": { type: "string", value: "N", help: "Port of the mock; the next one that is free, if it is taken (default: 4010)" },
    remote: { type: "boolean", help: "Let a document on disk refer to the network" },
  },
  async run({ flags, positionals: [document] }, io) {
    if (document === "-") throw new UsageError("stdin cannot be watched.");
    if (document !== undefined && isRemote(document)) throw new UsageError("A URL cannot be watched.");
    const ports = { docs: portOf("--port", flags.port, 4000), mock: portOf("--mock-port", flags["mock-port"], 4010) };
    const { apis: [api, second], config } = await findApis(document, io.cwd);
    if (api === undefined || second !== undefined) throw new UsageError("Several APIs are listed in redocly.yaml.", "Name one: specwright dev NAME.");
    if (isRemote(api.input)) throw new UsageError("A URL cannot be watched.");
    const { runDev } = await import("../dev/run-dev.ts");
    return runDev({ api: flags.out === undefined ? api : { ...api, out: resolve(io.cwd, flags.out) }, config, remote: flags.remote, ports }, io);
  },
});

function portOf(flag: string, text: string | undefined, usual: number): number {
  if (text === undefined) return usual;
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65535) throw new UsageError(`${flag} takes a number up to 65535, not ${JSON.stringify(text)}.`, "0 takes any port that is free.");
  return Number(text);
}
