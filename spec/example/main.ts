/**
 * `npm run example [-- --port 9200] [--fail node-2]` starts the example on the loopback, and says how to talk to it. `--port 0` takes
 * any port that is free, `--fail` has nodes fail; Ctrl-C ends it.
 */
import { createServer, type Server } from "node:http";
import { parseArgs } from "node:util";
import { nodeListener } from "../../generated/server.ts";
import { createExample } from "./example-server.ts";
import { sampleCluster, sampleDirectory } from "./sample-data.ts";
import { encodeApiKey } from "./users.ts";

const { port, failing } = readArguments();
const server = createServer(nodeListener(createExample(sampleCluster(failing), sampleDirectory)));
server.on("error", (error: NodeJS.ErrnoException) => stop(error.code === "EADDRINUSE" ? `Port ${port} is in use. Take another: npm run example -- --port 9201` : error.message));
server.listen(port, "127.0.0.1", () => console.log(welcome(server)));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => end(server));

function readArguments(): { port: number; failing: string[] } {
  try {
    const { values } = parseArgs({ options: { port: { type: "string", default: "9200" }, fail: { type: "string", multiple: true, default: [] } } });
    const known = sampleCluster().nodes.map(({ name }) => name);
    const unknown = values.fail.find((name) => !known.includes(name));
    if (unknown !== undefined) stop(`There is no node "${unknown}". The nodes are ${known.join(", ")}.`);
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65535) stop(`"${values.port}" is no port. Ports are numbers up to 65535.`);
    return { port: Number(values.port), failing: values.fail };
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error));
  }
}

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}

/** No new connections; those that are busy may finish, and then the process has nothing to stay for. */
function end(running: Server): void {
  running.close();
  running.closeIdleConnections();
}

function welcome(running: Server): string {
  const address = running.address();
  const url = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : port}`;
  const [key, powerless] = sampleDirectory.apiKeys;
  return `Elasticsearch's API key cache, in memory, on ${url} (Ctrl-C ends it)

  API key   ${encodeApiKey(key)}
            ${encodeApiKey(powerless)} (lacks manage_security: 403)
  Basic     elastic:changeme, bob:changeme (bob lacks manage_security: 403)
  Bearer    ${sampleDirectory.tokens[0].token}

Try it:

  export ELASTICSEARCH_URL=${url} ELASTIC_API_KEY=${encodeApiKey(key)}
  curl -X POST -H "Authorization: ApiKey $ELASTIC_API_KEY" "$ELASTICSEARCH_URL/_security/api_key/yVGMr3QByxdh1MSaicYx/_clear_cache"
`;
}
