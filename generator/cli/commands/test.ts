import { defineCommand } from "../define-command.ts";
import { findApis } from "../find-apis.ts";
import { formatFlag } from "../report.ts";
import { UsageError } from "../usage-error.ts";

export const testCommand = defineCommand({
  name: "test",
  summary: "Test a server against a document: what breaks the contract, the smallest request that shows it, and what was covered.",
  positionals: ["DOC"],
  about: [
    "DOC is a path, a URL, - for stdin, or the name of an API in redocly.yaml. Without it, the one API there is meant.",
    "The server is one of --url, --mock and --server. Credentials may also be in the environment: SPECWRIGHT_AUTH_<SCHEME>.",
    "Phases: examples, coverage, fuzz, negative, auth, protocol, stateful, semantic.",
  ].join("\n"),
  flags: {
    url: { type: "string", value: "URL", help: "The server to test, with what stands before every path" },
    mock: { type: "boolean", help: "Test the mock of the document" },
    server: { type: "string", value: "MODULE", help: "Test the router of generated code that a module exports, without a socket" },
    phase: { type: "strings", value: "NAME,…", help: "Only these phases" },
    operation: { type: "strings", value: "ID", help: "Only this operation: an operationId, or \"GET /pets/{id}\"" },
    seed: { type: "string", value: "N", help: "Number that all that looks random follows from (default: 1)" },
    header: { type: "strings", short: "H", value: "'NAME: VALUE'", help: "A header of every request" },
    auth: { type: "strings", value: "SCHEME=CREDENTIAL", help: "A key, a token, or user:password for a security scheme" },
    hooks: { type: "string", value: "MODULE", help: "A module that exports setup, teardown, before, after or skip" },
    "max-requests": { type: "string", value: "N", help: "Send no more than this (default: 20000, or 600 for each operation)" },
    timeout: { type: "string", value: "SECONDS", help: "Take no longer than this (default: 600)" },
    rate: { type: "string", value: "N", help: "Send no more than this in a second" },
    concurrency: { type: "string", value: "N", help: "Test so many operations at once (default: 1)" },
    report: { type: "strings", value: "KIND=FILE,…", help: "Also write a report: junit, json or html" },
    save: { type: "string", value: "DIR", help: "Keep what fails as files there, and send those first" },
    "yes-change-data": { type: "boolean", help: "Test a server elsewhere with requests that may change its data" },
    remote: { type: "boolean", help: "Let a document on disk refer to the network" },
    ...formatFlag,
  },
  async run({ flags, positionals: [document] }, io) {
    const { apis: [api, second] } = await findApis(document, io.cwd);
    if (api === undefined || second !== undefined) throw new UsageError("Several APIs are listed in redocly.yaml.", "Name one: specwright test NAME --url URL.");
    const { runTest } = await import("../test/run-test.ts");
    return runTest(api.input, flags, io);
  },
});
