import { defineCommand } from "../define-command.ts";
import { findApis } from "../find-apis.ts";
import { UsageError } from "../usage-error.ts";

export const mockCommand = defineCommand({
  name: "mock",
  summary: "Answer as the document says, before there is a server: requests are judged, answers are valid.",
  positionals: ["DOC"],
  about: "DOC is a path, a URL, - for stdin, or the name of an API in redocly.yaml. Without it, the one API there is meant. Any credentials are taken but the words wrong and invalid (401) and forbidden (403); a header such as Prefer: code=404, example=NAME, dynamic=true says what to answer.",
  flags: {
    port: { type: "string", short: "p", value: "N", help: "Port to listen on (default: 4010; 0 takes a free one)" },
    dynamic: { type: "boolean", help: "Answer with values that vary, in place of examples" },
    seed: { type: "string", value: "N", help: "Number that decides how values vary: the same gives the same" },
    watch: { type: "boolean", short: "w", help: "Mock every change of the document that can be, until Ctrl-C" },
    remote: { type: "boolean", help: "Let a document on disk refer to the network" },
  },
  async run({ flags, positionals: [document] }, io) {
    const { apis: [api, second] } = await findApis(document, io.cwd);
    if (api === undefined || second !== undefined) throw new UsageError("Several APIs are listed in redocly.yaml.", "Name one: specwright mock NAME.");
    const port = wholeNumber("--port", flags.port ?? "4010", 65_535);
    const seed = flags.seed === undefined ? undefined : wholeNumber("--seed", flags.seed, 2 ** 32 - 1);
    const { runMock } = await import("../run-mock.ts");
    return runMock({ input: api.input, port, dynamic: flags.dynamic, watch: flags.watch, remote: flags.remote, ...(seed !== undefined && { seed }) }, io);
  },
});

function wholeNumber(flag: string, text: string, highest: number): number {
  if (!/^\d{1,10}$/.test(text) || Number(text) > highest) throw new UsageError(`${flag} takes a number from 0 to ${highest}, not ${JSON.stringify(text)}.`);
  return Number(text);
}
