import { createServer, type RequestListener, type Server } from "node:http";
import { connect, type Socket } from "node:net";
import { after } from "node:test";

/** A server on the loopback until the tests of the file are over. */
export async function listen(listener: RequestListener): Promise<{ url: string; port: number; server: Server }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const port = portOf(server);
  return { url: `http://127.0.0.1:${port}`, port, server };
}

/** Where a server listens. */
export function portOf(server: { address: () => string | object | null }): number {
  const address = server.address();
  if (typeof address !== "object" || address === null || !("port" in address)) throw new Error("no port");
  return Number(address.port);
}

/** What a server sends over a connection until it closes it: the texts are written as they are. */
export async function exchange(port: number, ...texts: (string | Uint8Array)[]): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  const received = untilClosed(socket);
  for (const text of texts) socket.write(text);
  return received;
}

/** All that comes over a connection, which may end in any way. */
export function untilClosed(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    socket.on("data", (chunk) => { text += chunk.toString("latin1"); });
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(text));
  });
}

/** Resolves when something is so. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}
