import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Api } from "../model/api.ts";
import type { Router } from "../runtime/server/exchange.ts";
import { nodeListener } from "../runtime/server/node.ts";
import { type MockCounts, noCounts } from "./counts.ts";
import { allowOrigins } from "./cross-origin.ts";
import { buildGuard } from "./guard.ts";
import { bodyMaker } from "./make-body.ts";
import { type MockState, statePath } from "./mock-state.ts";
import { mockApi } from "./mocked-api.ts";
import { type Prism, startPrism } from "./prism-process.ts";

/** `port`: 0 takes a free one. `prism: false` leaves Prism out: bodies are the document's examples, or made from its schemas. */
export type MockOptions = {
  readonly port?: number;
  readonly host?: string;
  readonly dynamic?: boolean;
  readonly seed?: number;
  readonly prism?: boolean;
  /** How many milliseconds Prism may take for a body: 2,000. Then it is made without it. */
  readonly patience?: number;
  /** Gets a line about everything that a person may want to know. */
  readonly log?: (line: string) => void;
};

/** A mock that runs. */
export type Mock = {
  /** `http://127.0.0.1:4010` */
  readonly url: string;
  readonly counts: MockCounts;
  readonly state: () => MockState;
  /** From now on this Api is mocked. Requests that are under way are answered by the one before. */
  readonly reload: (api: Api) => void;
  /** Says what is wrong with the document as it is now; what is mocked stays. */
  readonly tellBroken: (lines: readonly string[]) => void;
  /** Stops the server and Prism. */
  readonly close: () => Promise<void>;
};

/**
 * Starts a mock of an Api, and Prism behind it. It answers at once; until Prism is ready, without it. Rejects where the port cannot be
 * had, as `net.Server` does: with `code: "EADDRINUSE"`.
 */
export async function startMock(api: Api, { port = 0, host = "127.0.0.1", dynamic = false, seed, prism: withPrism = true, patience, log = () => undefined }: MockOptions = {}): Promise<Mock> {
  const counts = noCounts();
  const server = createServer();
  await listen(server, port, host);
  const prism = withPrism ? startPrism(log, patience === undefined ? undefined : () => patience) : undefined;
  const mount = (mocked: Api) => mountApi(mocked, { settings: { dynamic, seed }, prism, counts, log });
  let mounted = mount(api);
  let revision = 1;
  let broken: readonly string[] = [];
  const state = (): MockState => ({
    title: mounted.api.info.title, version: mounted.api.info.version, operations: mounted.api.operations.length, revision, loaded: mounted.loaded,
    prism: prism?.state() ?? "off", restarts: prism?.restarts() ?? 0, counts, broken,
  });
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    if (allowOrigins(request, response, mounted.exposed)) return;
    if (isStateRequest(request, mounted.router)) return sendState(state(), response);
    mounted.listener(request, response);
  });
  return {
    url: urlOf(server, host),
    counts,
    state,
    reload: (next) => {
      mounted = mount(next);
      broken = [];
      revision++;
    },
    tellBroken: (lines) => void (broken = lines),
    close: async () => {
      prism?.close();
      await closed(server);
    },
  };
}

type Mounted = { api: Api; router: Router; exposed: string; listener: ReturnType<typeof nodeListener>; loaded: string };
type Mounting = { settings: { dynamic: boolean; seed: number | undefined }; prism: Prism | undefined; counts: MockCounts; log: (line: string) => void };

function mountApi(api: Api, { settings, prism, counts, log }: Mounting): Mounted {
  const mocked = mockApi(api);
  const router = buildGuard({ mocked, settings, counts, makeBody: bodyMaker(mocked, prism, { counts, log }) }, log);
  return { api, router, exposed: exposedHeaders(api), listener: nodeListener(router), loaded: new Date().toISOString() };
}

function exposedHeaders({ operations }: Api): string {
  const documented = operations.flatMap(({ responses }) => responses.flatMap(({ headers }) => headers.map(({ name }) => name.toLowerCase())));
  const own = ["allow", "specwright-mock", "specwright-problem", "www-authenticate"];
  return [...new Set([...own, ...documented])].filter((name) => /^[\w!#$%&'*+.^`|~-]+$/.test(name)).slice(0, 200).join(", ");
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.removeListener("error", reject);
      resolve();
    });
  });
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : "";
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function isStateRequest({ method, url = "" }: IncomingMessage, router: Router): boolean {
  return method === "GET" && url.split("?", 1)[0] === statePath && !router.has(url);
}

function sendState(state: MockState, response: ServerResponse): void {
  response.writeHead(200, { "content-type": "application/json", "cache-control": "no-store" }).end(JSON.stringify(state));
}
