import { Malformed } from "../tester/transport/malformed.ts";
import { chunkScanner } from "./chunk-scanner.ts";
import type { Framing } from "./framing.ts";

/** What is told of the messages in a stream of bytes, in their order. */
export type MessageEvents = {
  /** The text before the empty line. Gives how far the message's body goes. */
  readonly head: (text: string) => Framing;
  /** A piece of the body, without transfer coding. */
  readonly body: (bytes: Uint8Array) => void;
  readonly end: () => void;
  /** Bytes after a message: `true` where they are of no other one, so that nothing more is to be read. */
  readonly isStray?: (bytes: Uint8Array) => boolean;
};

export type MessageScanner = {
  /** Looks at more bytes. Throws a `Malformed` where they are no HTTP/1.1. */
  readonly take: (bytes: Uint8Array) => void;
  /** The stream has ended. Throws a `Malformed` where something is missing. */
  readonly close: () => void;
};

type Body = { readonly take: (bytes: Buffer) => Buffer | undefined; readonly isClosedByEnd: boolean };

/** Finds the messages in one direction of a connection, one behind the other (RFC 9112 §6, §9.3.2). It keeps nothing but what is unfinished of a head. */
export function messageScanner(events: MessageEvents): MessageScanner {
  let waiting: Buffer = Buffer.alloc(0);
  let body: Body | undefined;
  /** Gives what is behind the head, where there is one. */
  const takeHead = (bytes: Buffer): Buffer | undefined => {
    if (waiting.length === 0 && bytes.length > 0 && events.isStray?.(bytes) === true) return undefined;
    waiting = waiting.length === 0 ? bytes : Buffer.concat([waiting, bytes]);
    // RFC 9112 §2.2: an empty line before a message is passed over.
    while (waiting[0] === 0x0d && waiting[1] === 0x0a) waiting = waiting.subarray(2);
    const end = waiting.indexOf("\r\n\r\n");
    if (end < 0 && waiting.length > longest) throw new Malformed("the head has no end after 256 KiB");
    if (end < 0) return void (waiting = Buffer.from(waiting));
    const rest = waiting.subarray(end + 4);
    const framing = events.head(waiting.subarray(0, end).toString("latin1"));
    waiting = Buffer.alloc(0);
    body = bodyOf(framing, events.body);
    return rest;
  };
  const step = (bytes: Buffer): Buffer | undefined => {
    if (body === undefined) return takeHead(bytes);
    const rest = body.take(bytes);
    if (rest === undefined) return undefined;
    body = undefined;
    events.end();
    return rest.length === 0 ? undefined : rest;
  };
  return {
    take: (bytes) => {
      for (let rest: Buffer | undefined = asBuffer(bytes); rest !== undefined; ) rest = step(rest);
    },
    close: () => {
      if (body?.isClosedByEnd === true) return events.end();
      if (body !== undefined) throw new Malformed("the connection closes within the body");
      if (waiting.length > 0) throw new Malformed("the connection closes within the head");
    },
  };
}

const longest = 262_144;

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Takes the bytes of a body, and gives what is behind it as soon as it has ended. */
function bodyOf(framing: Framing, pass: (bytes: Uint8Array) => void): Body {
  switch (framing.kind) {
    case "length": {
      let missing = framing.length;
      return {
        isClosedByEnd: false,
        take: (bytes) => {
          const piece = bytes.subarray(0, missing);
          if (piece.length > 0) pass(piece);
          missing -= piece.length;
          return missing === 0 ? bytes.subarray(piece.length) : undefined;
        },
      };
    }
    case "chunked":
      return { isClosedByEnd: false, take: chunkScanner(pass) };
    case "close":
      return { isClosedByEnd: true, take: (bytes) => (bytes.length > 0 && pass(bytes), undefined) };
    case "tunnel":
      return { isClosedByEnd: true, take: () => undefined };
    default:
      return framing satisfies never;
  }
}
