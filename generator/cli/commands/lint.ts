import { defineCommand } from "../define-command.ts";
import { exitCodeOf } from "../exit-code.ts";
import { findApis } from "../find-apis.ts";
import { displayName } from "../format/display-name.ts";
import { lintApis } from "../lint-apis.ts";
import { formatFlag, printFindings } from "../report.ts";

export const lintCommand = defineCommand({
  name: "lint",
  summary: "Check a document by Redocly's rules and ours: where, what, and what to do.",
  positionals: ["DOC"],
  about: "DOC is a path, a URL, - for stdin, or the name of an API in redocly.yaml. Without it, every API there is meant.",
  flags: {
    remote: { type: "boolean", help: "Let a document on disk refer to the network" },
    ...formatFlag,
  },
  async run({ flags, positionals: [document] }, io) {
    const requested = await findApis(document, io.cwd);
    const findings = await lintApis(requested, { remote: flags.remote, io });
    io.out(await printFindings(findings, { format: flags.format ?? "stylish", colour: io.colour.out, io }));
    if (findings.diagnostics.length === 0) {
      io.err(`${requested.apis.map(({ input }) => displayName(input, io.cwd)).join(", ")}: nothing to report\n`);
    }
    return exitCodeOf(findings.diagnostics, requested.apis);
  },
});
