import { createServer } from "node:http";
import { after, before } from "node:test";
import { nodeListener } from "../../../generated/server.ts";
import type { Cluster } from "../../../spec/example/cluster.ts";
import { createExample } from "../../../spec/example/example-server.ts";
import { sampleDirectory } from "../../../spec/example/sample-data.ts";

/** The example on the loopback while the tests of a file run. */
export function startExample(cluster: Cluster): { readonly url: () => string; readonly port: () => number; readonly connections: () => Promise<number> } {
  const server = createServer(nodeListener(createExample(cluster, sampleDirectory)));
  const port = () => {
    const address = server.address();
    return typeof address === "object" && address !== null ? address.port : 0;
  };
  before(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
  after(() => server.closeAllConnections());
  after(() => new Promise((resolve) => server.close(resolve)));
  const connections = () => new Promise<number>((resolve, reject) => server.getConnections((error, count) => (error ? reject(error) : resolve(count))));
  return { port, connections, url: () => `http://127.0.0.1:${port()}` };
}
