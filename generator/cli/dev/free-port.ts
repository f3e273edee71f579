import { createServer } from "node:net";
import { once } from "node:events";
import { UsageError } from "../usage-error.ts";

/** The port, or the next one that nobody on the loopback listens on. For 0 any that is free. */
export async function freePort(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + most && port < 65536; port++) {
    const free = await tryPort(port);
    if (free !== undefined) return free;
  }
  throw new UsageError(`Ports ${wanted} to ${Math.min(wanted + most, 65536) - 1} are in use.`, "Name another one.");
}

const most = 50;

async function tryPort(port: number): Promise<number | undefined> {
  const server = createServer();
  try {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    return typeof address === "object" && address !== null ? address.port : undefined;
  } catch {
    return undefined;
  } finally {
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  }
}
