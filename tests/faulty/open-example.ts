import { createServer } from "node:http";
import { nodeListener, type Router, type ServerRequest, type ServerResponse } from "../../generated/server.ts";
import { createExample } from "../../spec/example/example-server.ts";
import { sampleCluster, sampleDirectory } from "../../spec/example/sample-data.ts";
import { encodeApiKey } from "../../spec/example/users.ts";
import type { Fault } from "./fault.ts";
import type { Answer, Asked } from "./warehouse/exchange.ts";
import { pairsOf } from "./warehouse/texts.ts";

/** The credentials that the contract's example knows, by scheme. */
export const exampleCredentials: ReadonlyMap<string, string> = new Map([
  ["apiKeyAuth", encodeApiKey(sampleDirectory.apiKeys[0])],
  ["basicAuth", "elastic:changeme"],
  ["bearerAuth", sampleDirectory.tokens[0].token],
]);

/** The contract's example server, in which a node fails, save for what a fault changes. */
export async function openExample({ asked, instead, answer }: Fault = {}): Promise<{ url: string; close: () => Promise<void> }> {
  const router = createExample(sampleCluster(["node-2"]), sampleDirectory);
  const faulty: Router = {
    ...router,
    handle: async (request) => {
      const read = toAsked(request);
      const changed = asked?.(read) ?? read;
      const early = instead?.(changed);
      const given = early ?? toAnswer(await router.handle(changed === read ? request : toRequest(changed, request)));
      const { body, ...rest } = answer?.(given, read) ?? given;
      return { ...rest, body };
    },
  };
  const server = createServer(nodeListener(faulty));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

function toAsked({ method, url, headers }: ServerRequest): Asked {
  const [path = "", ...query] = url.split("?");
  const lines = Object.entries(headers).map(([name, value]) => [name, typeof value === "string" ? value : (value ?? []).join(", ")] as const);
  return { method, path, query: pairs(query.join("?")), headers: new Map(lines), body: Buffer.alloc(0) };
}

function pairs(text: string): [string, string][] {
  try {
    return pairsOf(text);
  } catch {
    return [];
  }
}

function toRequest({ method, path, query, headers }: Asked, request: ServerRequest): ServerRequest {
  const search = query.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join("&");
  return { ...request, method, url: search === "" ? path : `${path}?${search}`, headers: Object.fromEntries(headers) };
}

function toAnswer({ status, headers, body }: ServerResponse): Answer {
  const lines = Object.entries(headers).map(([name, value]) => [name, typeof value === "string" ? value : value.join(", ")]);
  return { status, headers: Object.fromEntries(lines), ...(typeof body === "string" && { body }) };
}
