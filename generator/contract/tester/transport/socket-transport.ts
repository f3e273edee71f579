import { performance } from "node:perf_hooks";
import type { Outcome, Transport, WireRequest } from "../exchange.ts";
import { type Connection, connect } from "./connection.ts";
import type { Patience } from "./patience.ts";
import { requestBytes } from "./request-bytes.ts";

/**
 * Sends requests over sockets of ours, in HTTP/1.1 with or without TLS: byte for byte what a case says, and with nothing hidden of what comes
 * back. Connections are kept while they are of use.
 */
export function socketTransport(url: string, patience: Patience = { answer: 10_000, pause: 3_000 }): Transport {
  const target = new URL(url);
  const idle: Connection[] = [];
  const open = new Set<Connection>();
  const closing = new AbortController();
  const fresh = async () => {
    const connection = await connect(target, patience, closing.signal);
    open.add(connection);
    return connection;
  };
  const exchange = async (connection: Connection, bytes: Uint8Array, method: string): Promise<Outcome> => {
    const start = performance.now();
    const came = await connection.exchange(bytes, method);
    if (came.kind === "failure" || !came.parsed.isReusable) {
      connection.close();
      open.delete(connection);
    } else idle.push(connection);
    return came.kind === "failure" ? came : { kind: "response", response: { ...came.parsed.response, milliseconds: performance.now() - start } };
  };
  const send = async (request: WireRequest): Promise<Outcome> => {
    const bytes = requestBytes(request, target.host);
    const used = takeUsable(idle, open);
    if (used !== undefined) {
      const outcome = await exchange(used, bytes, request.method);
      // The server may close a connection that is idle just as we write (RFC 9112 §9.3.1).
      if (outcome.kind === "response" || outcome.failure !== "closed" || closing.signal.aborted) return outcome;
    }
    return onFresh(fresh, (connection) => exchange(connection, bytes, request.method));
  };
  return {
    baseUrl: url.replace(/\/+$/, ""),
    send,
    sendBytes: (bytes) => onFresh(fresh, async (connection) => {
      const outcome = await connection.exchange(bytes, Buffer.from(bytes).toString("latin1", 0, 8).split(" ", 1).join(""), { closing: true });
      connection.close();
      open.delete(connection);
      return outcome.kind === "failure" ? outcome : { kind: "response", response: { ...outcome.parsed.response, milliseconds: 0 } };
    }),
    close: async () => {
      closing.abort();
      for (const connection of open) connection.close();
    },
  };
}

function takeUsable(idle: Connection[], open: Set<Connection>): Connection | undefined {
  for (let connection = idle.pop(); connection !== undefined; connection = idle.pop()) {
    if (connection.isUsable()) return connection;
    open.delete(connection);
  }
  return undefined;
}

async function onFresh(fresh: () => Promise<Connection>, use: (connection: Connection) => Promise<Outcome>): Promise<Outcome> {
  let connection: Connection;
  try {
    connection = await fresh();
  } catch (error) {
    return { kind: "failure", failure: "refused", message: error instanceof Error && error.message !== "" ? error.message : "nobody listens there" };
  }
  return use(connection);
}
