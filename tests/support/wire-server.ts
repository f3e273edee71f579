import { createServer, type IncomingMessage } from "node:http";
import { after, before } from "node:test";
import type { Settings } from "../../generator/runtime/draft.ts";
import type { Operation } from "../../generator/runtime/operation.ts";
import { send } from "../../generator/runtime/send.ts";

/** A request as a real server received it: the request line and the body as they came, the headers by name in lower case. */
export type Received = { method: string; target: string; headers: Record<string, string | undefined>; body: Buffer };

/** What a server answers: an empty 204 unless a test says otherwise. */
export type Reply = { status?: number; headers?: Record<string, string>; body?: string };

/** A server on the loopback for the tests of a file: it remembers what it received, and answers what it is told. */
export function wireServer() {
  let baseUrl = "";
  let reply: Reply = {};
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    received.push(await read(request));
    response.writeHead(reply.status ?? 204, reply.headers).end(reply.body);
  });
  before(() => new Promise<void>((resolve) => {
    // A machine that is slow leaves a connection alone for longer than Node does, which would close it just as it is used again.
    server.keepAliveTimeout = 0;
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (typeof address === "object" && address !== null) baseUrl = `http://127.0.0.1:${address.port}`;
      resolve();
    });
  }));
  after(() => server.closeAllConnections());
  after(() => new Promise((resolve) => server.close(resolve)));

  /** Sends an operation and gives the one request that the server received for it. */
  async function sent<Request extends object>(operation: Operation<Request, unknown>, args: Request, settings: Settings = {}): Promise<Received> {
    const count = received.length;
    await send({ baseUrl, ...settings }, operation, args);
    const [request, ...others] = received.slice(count);
    if (request === undefined || others.length > 0) throw new Error(`${others.length + (request ? 1 : 0)} requests instead of one`);
    return request;
  }

  return { received, sent, baseUrl: () => baseUrl, answer: (next: Reply) => void (reply = next) };
}

async function read(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value]));
  return { method: request.method ?? "", target: request.url ?? "", headers, body: Buffer.concat(chunks) };
}
