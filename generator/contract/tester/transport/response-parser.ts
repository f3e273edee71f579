import type { Header, WireResponse } from "../exchange.ts";
import { mustBeEmpty } from "../checks/check-no-body.ts";
import type { BodyReader } from "./body-bytes.ts";
import { bodyReader } from "./body-reader.ts";
import { Malformed } from "./malformed.ts";
import { parseHead } from "./parse-head.ts";

/** Takes the bytes of an answer as they come. */
export type ResponseParser = {
  /** Takes more bytes. Throws a `Malformed` where they are no HTTP/1.1. */
  readonly take: (bytes: Uint8Array) => void;
  /** What is there so far: a whole answer, or none yet. */
  readonly done: () => Parsed | undefined;
  /** The other side has closed: what is there is the answer, where that ends it. Throws a `Malformed` where something is missing. */
  readonly end: () => Parsed | undefined;
  /** The answer as far as it came, for a stream that has no end; nothing before its head. */
  readonly partial: () => Parsed | undefined;
};

/** An answer, and whether the connection may be used again. */
export type Parsed = { readonly response: Omit<WireResponse, "milliseconds">; readonly isReusable: boolean };

/** Reads one answer to a request of this method from the bytes of a connection (RFC 9112 §6.3). Interim answers (1xx) are passed over. */
export function responseParser(method: string): ResponseParser {
  let waiting: Buffer = Buffer.alloc(0);
  let head: { status: number; headers: Header[]; isLast: boolean } | undefined;
  let body: BodyReader | undefined;
  const parsed = (): Parsed | undefined => {
    if (head === undefined || body === undefined) return undefined;
    const { status, headers, isLast } = head;
    return { response: { status, headers, body: body.bytes() }, isReusable: !isLast && body.isDone() && body.isDelimited };
  };
  const take = (bytes: Uint8Array) => {
    if (body !== undefined) return body.take(bytes);
    waiting = waiting.length === 0 ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) : Buffer.concat([waiting, bytes]);
    for (let end = waiting.indexOf("\r\n\r\n"); end >= 0; end = waiting.indexOf("\r\n\r\n")) {
      const found = parseHead(waiting.subarray(0, end).toString("latin1"));
      const rest = waiting.subarray(end + 4);
      waiting = Buffer.alloc(0);
      if (found.status >= 100 && found.status < 200 && found.status !== 101) {
        waiting = rest;
        continue;
      }
      head = found;
      body = bodyReader(found.headers, mustBeEmpty(method, found.status) || found.status === 101);
      return body.take(rest);
    }
    refuseOther(waiting);
  };
  return {
    take,
    done: () => (body?.isDone() === true ? parsed() : undefined),
    partial: parsed,
    end: () => {
      if (body === undefined) {
        if (waiting.length > 0) throw new Malformed("the connection closes within the head");
        return undefined;
      }
      body.end();
      return parsed();
    },
  };
}

/** Says early that this is something else, or never ends. */
function refuseOther(waiting: Buffer): void {
  const start = waiting.subarray(0, 5).toString("latin1");
  if (!"HTTP/".startsWith(start)) throw new Malformed(`it begins with ${JSON.stringify(waiting.subarray(0, 40).toString("latin1"))}`);
  if (waiting.length > 262_144) throw new Malformed("the head has no end after 256 KiB");
}
