import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { after } from "node:test";

/** Answers a request; `body` is what came with it. */
export type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** A server on the loopback until the tests of the file are over, and the requests that it got: `GET /pets`. */
export async function serve(handler: Handler): Promise<{ url: string; seen: { line: string; headers: IncomingMessage["headers"]; body: string }[] }> {
  const seen: { line: string; headers: IncomingMessage["headers"]; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks).toString();
    seen.push({ line: `${request.method} ${request.url}`, headers: request.headers, body });
    handler(request, response, body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return { url: `http://127.0.0.1:${address.port}`, seen };
}

/** A handler that gives the same to everybody. */
export function always(status: number, headers: Record<string, string>, body?: string | Uint8Array): Handler {
  return (_, response) => void response.writeHead(status, headers).end(body);
}
