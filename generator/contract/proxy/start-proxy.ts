import { once } from "node:events";
import { connect as connectPlain, createServer, type Socket } from "node:net";
import { connect as connectSecurely } from "node:tls";
import type { Observed } from "./observed.ts";
import { relay } from "./relay.ts";
import { tapConnection } from "./tap.ts";

/** What a proxy tells of while it runs. */
export type ProxyEvents = {
  readonly exchange: (observed: Observed) => void;
  /** What passes on a connection can be read no more: it is no HTTP/1.1, or has become another protocol. */
  readonly unread: () => void;
  /** The server cannot be reached. */
  readonly unreachable: (message: string) => void;
};

/** `each` and `all` are bytes: how much is kept of a body, and of all that are under way. */
export type ProxyOptions = { readonly upstream: URL; readonly port: number; readonly each?: number; readonly all?: number };

/** A proxy that runs. */
export type Proxy = {
  /** `http://127.0.0.1:4011`, without the path of the server. */
  readonly url: string;
  /** Breaks off what is under way. */
  readonly close: () => Promise<void>;
};

/**
 * Passes connections on to a server, byte for byte, and tells of every exchange that was on them. Rejects where the port cannot be had, as
 * `net.Server` does: with `code: "EADDRINUSE"`.
 */
export async function startProxy({ upstream, port, each = 8 * mebibyte, all = 128 * mebibyte }: ProxyOptions, { exchange, unread, unreachable }: ProxyEvents): Promise<Proxy> {
  const room = { each, all, used: 0 };
  const open = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    const upward = connectTo(upstream);
    for (const socket of [client, upward]) {
      open.add(socket);
      socket.once("close", () => open.delete(socket));
    }
    let isReached = false;
    // A TLS socket is `ready` before anybody has shown a certificate.
    upward.once(upstream.protocol === "https:" ? "secureConnect" : "connect", () => (isReached = true));
    upward.on("error", ({ message }) => isReached || unreachable(message));
    relay(client, upward, { tap: tapConnection(room, { exchange, unread }), isReached: () => isReached });
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : port}`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of open) socket.destroy();
    }),
  };
}

const mebibyte = 1024 * 1024;

function connectTo({ protocol, hostname, port }: URL): Socket {
  const host = hostname.replace(/^\[|\]$/g, "");
  const isSecure = protocol === "https:";
  const options = { host, port: Number(port || (isSecure ? 443 : 80)), allowHalfOpen: true };
  const isNamed = /[a-z]/i.test(host) && !host.includes(":");
  const socket = isSecure ? connectSecurely({ ...options, ALPNProtocols: ["http/1.1"], ...(isNamed && { servername: host }) }) : connectPlain(options);
  return socket.setNoDelay(true);
}
