import { defineCommand } from "../define-command.ts";
import { findApis } from "../find-apis.ts";
import { formatFlag } from "../report.ts";
import { UsageError } from "../usage-error.ts";

export const proxyCommand = defineCommand({
  name: "proxy",
  summary: "Pass traffic on to a server, byte for byte, and say what in it breaks the contract.",
  positionals: ["DOC"],
  about: "DOC is a path, a URL, - for stdin, or the name of an API in redocly.yaml. Without it, the one API there is meant. Nothing of the traffic is changed, not even Host; credentials are in nothing that is printed or written.",
  flags: {
    upstream: { type: "string", short: "u", value: "URL", help: "The server, with what stands before every path" },
    port: { type: "string", short: "p", value: "N", help: "Port to listen on (default: 4011; 0 takes a free one)" },
    report: { type: "strings", value: "KIND=FILE,…", help: "Also write a report at the end: junit, json or html" },
    remote: { type: "boolean", help: "Let a document on disk refer to the network" },
    ...formatFlag,
  },
  async run({ flags, positionals: [document] }, io) {
    const { apis: [api, second] } = await findApis(document, io.cwd);
    if (api === undefined || second !== undefined) throw new UsageError("Several APIs are listed in redocly.yaml.", "Name one: specwright proxy NAME --upstream URL.");
    const upstream = upstreamOf(flags.upstream);
    const port = flags.port ?? "4011";
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new UsageError(`--port takes a number from 0 to 65535, not ${JSON.stringify(port)}.`);
    const { reportsOf } = await import("../test/read-flags.ts");
    const reports = reportsOf(flags);
    const { runProxy } = await import("../proxy/run-proxy.ts");
    return runProxy({ input: api.input, upstream, port: Number(port), remote: flags.remote, format: flags.format ?? "stylish", reports }, io);
  },
});

function upstreamOf(text: string | undefined): URL {
  if (text === undefined) throw new UsageError("Which server? --upstream URL says so.", "For instance: --upstream http://127.0.0.1:8080/v1");
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== "" || url.hash !== "" || url.username !== "") {
    throw new UsageError(`--upstream takes a whole http(s) URL without query and user, not ${JSON.stringify(text)}.`, "For instance: --upstream http://127.0.0.1:8080/v1");
  }
  return url;
}
