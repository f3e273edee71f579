// A server with all of GitHub's operations, of which one is implemented: it answers with the document's own example. The bench makes
// JavaScript of it together with what is generated.
import { createServer } from "node:http";
import { createRouter, nodeListener } from "./github/server.ts";

const handlers = {
  repos: {
    listForOrg: async (_request, reply) => {
      const { contract } = await import("./github/validators/operations/repos-list-for-org.ts");
      return reply[200](contract.responses.find(({ status }) => status === "200").content[0].example);
    },
  },
};

export function start() {
  return createServer(nodeListener(createRouter(handlers))).listen(0, "127.0.0.1");
}
