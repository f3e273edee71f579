import { createCluster, type Cluster } from "./cluster.ts";
import type { Directory, User } from "./users.ts";

const elastic: User = { name: "elastic", roles: ["superuser"] };
const bob: User = { name: "bob", roles: ["monitoring_user"] };

/** Those whom the example knows. The secrets are secret to nobody: it listens on the loopback only. */
export const sampleDirectory = {
  passwords: [
    { user: elastic, password: "changeme" },
    { user: bob, password: "changeme" },
  ],
  apiKeys: [
    { id: "VuaCfGcBCdbkQm-e5aOx", secret: "ui2lp2axTNmsyakw9tvNnw", owner: elastic },
    { id: "yVGMr3QByxdh1MSaicYx", secret: "GmS2jz4TRqKPf3cHlw-1lQ", owner: bob },
  ],
  tokens: [{ token: "an-example-token", user: elastic }],
} as const satisfies Directory;

/** A cluster of three nodes, of which those named do not answer the others. */
export function sampleCluster(failing: readonly string[] = []): Cluster {
  const cluster = createCluster(["FCbYqxXiSTaQrGqxmx1yGQ", "agq-C6ZPSYmPgNePwb26_Q", "3bQ5wNhUTzSGmO0kqkOPkA"]);
  for (const node of cluster.nodes.filter(({ name }) => failing.includes(name))) {
    node.failure = { type: "node_not_connected_exception", reason: `[${node.name}][127.0.0.1:9300] Node not connected` };
  }
  return cluster;
}
