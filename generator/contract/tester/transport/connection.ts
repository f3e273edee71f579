import { connect as connectPlain, type Socket } from "node:net";
import { connect as connectSecurely } from "node:tls";
import type { Outcome } from "../exchange.ts";
import { Malformed } from "./malformed.ts";
import type { Patience } from "./patience.ts";
import { type Parsed, type ResponseParser, responseParser } from "./response-parser.ts";

/** A connection to the server, used for one exchange at a time. */
export type Connection = {
  /** Sends bytes and gives the answer. `closing`: once the server pauses, our side of the connection is ended. */
  readonly exchange: (bytes: Uint8Array, method: string, options?: { readonly closing?: boolean }) => Promise<Came>;
  /** `false` once the server has closed it, or sent what nobody asked for. */
  readonly isUsable: () => boolean;
  readonly close: () => void;
};

export type Came = { readonly kind: "answer"; readonly parsed: Parsed } | (Outcome & { readonly kind: "failure" });

/** Opens a connection to the host of a URL. Rejects where nobody listens, or nobody waits for it any more. */
export async function connect(url: URL, patience: Patience, closing: AbortSignal): Promise<Connection> {
  const socket = await opened(url, patience.answer, closing);
  let receive: ((event: Uint8Array | "end" | Error) => void) | undefined;
  let isUsable = true;
  const pass = (event: Uint8Array | "end" | Error) => {
    if (receive === undefined || !(event instanceof Uint8Array)) isUsable = false;
    receive?.(event);
  };
  socket.on("data", pass);
  socket.on("end", () => pass("end"));
  socket.on("error", pass);
  socket.on("close", () => pass("end"));
  return {
    exchange: (bytes, method, { closing = false } = {}) => new Promise((resolve) => {
      const waiter = waitFor(socket, responseParser(method), { patience, closing }, (came) => {
        receive = undefined;
        resolve(came);
      });
      receive = waiter;
      socket.write(bytes);
    }),
    isUsable: () => isUsable && !socket.destroyed,
    close: () => socket.destroy(),
  };
}

async function opened({ protocol, hostname, port }: URL, timeout: number, closing: AbortSignal): Promise<Socket> {
  closing.throwIfAborted();
  const host = hostname.replace(/^\[|\]$/g, "");
  const isSecure = protocol === "https:";
  const options = { host, port: Number(port || (isSecure ? 443 : 80)) };
  return new Promise((resolve, reject) => {
    const socket = isSecure ? connectSecurely({ ...options, ALPNProtocols: ["http/1.1"], ...(/[a-z]/i.test(host) && !host.includes(":") && { servername: host }) }) : connectPlain(options);
    socket.setNoDelay(true);
    socket.setTimeout(timeout, () => socket.destroy(new Error(`no connection within ${timeout} ms`)));
    socket.once("error", reject);
    const close = () => socket.destroy(new Error("the transport is closed"));
    closing.addEventListener("abort", close);
    socket.once("close", () => closing.removeEventListener("abort", close));
    socket.once(isSecure ? "secureConnect" : "connect", () => {
      socket.setTimeout(0);
      socket.off("error", reject);
      resolve(socket);
    });
  });
}

type Waiting = { readonly patience: Patience; readonly closing: boolean };

/** Feeds a parser what comes, until there is an answer or none can be hoped for. */
function waitFor(socket: Socket, parser: ResponseParser, { patience, closing }: Waiting, settle: (came: Came) => void): (event: Uint8Array | "end" | Error) => void {
  let isSettled = false;
  let hasBegun = false;
  const finish = (came: Came) => {
    if (isSettled) return;
    isSettled = true;
    clearTimeout(whole);
    clearTimeout(pause);
    clearTimeout(half);
    settle(came);
  };
  const answer = (parsed: Parsed) => finish({ kind: "answer", parsed });
  const failure = (kind: "malformed" | "closed" | "timeout", message: string) => finish({ kind: "failure", failure: kind, message });
  const give = (wait: number) => {
    const so = parser.partial();
    // A stream of events has no end (WHATWG HTML §9.2): what came is its answer.
    if (so !== undefined && so.response.headers.some(([name, value]) => /^content-type$/i.test(name) && /^text\/event-stream/i.test(value))) answer({ ...so, isReusable: false });
    else if (so !== undefined) failure("malformed", `it does not go on: ${so.response.body.length} bytes of the body came`);
    else failure("timeout", `nothing within ${wait} ms`);
  };
  const whole = setTimeout(() => give(patience.answer), patience.answer);
  const half = closing ? setTimeout(() => socket.end(), 300) : undefined;
  let pause: NodeJS.Timeout | undefined;
  const read = (event: Uint8Array | "end") => {
    if (event !== "end") {
      hasBegun = true;
      clearTimeout(pause);
      parser.take(event);
    }
    const parsed = event === "end" ? parser.end() : parser.done();
    if (parsed === undefined && event !== "end") pause = setTimeout(() => give(patience.pause), patience.pause);
    if (parsed !== undefined) return late(parsed, event);
    if (event === "end") failure("closed", "the connection closes");
  };
  /** What follows an answer that has no body comes at once, or not at all. */
  const late = (parsed: Parsed, event: Uint8Array | "end") => {
    if (event === "end" || parsed.isReusable || parsed.response.body.length > 0) return answer(parsed);
    setTimeout(() => answer(parser.partial() ?? parsed), 5);
  };
  return (event) => {
    if (isSettled) return;
    if (event instanceof Error) return hasBegun ? failure("malformed", `the connection breaks off: ${event.message}`) : failure("closed", event.message);
    try {
      read(event);
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      failure("malformed", error.message);
    }
  };
}
