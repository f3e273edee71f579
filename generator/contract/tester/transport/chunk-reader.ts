import type { BodyReader } from "./body-bytes.ts";
import { Malformed } from "./malformed.ts";

/** Reads a body in chunks, with extensions and trailers, of which nothing is kept (RFC 9112 §7.1). */
export function chunkReader(): BodyReader {
  const chunks: Uint8Array[] = [];
  let waiting = Buffer.alloc(0);
  let state: "size" | "data" | "end of data" | "trailers" | "done" = "size";
  let missing = 0;
  let size = 0;
  const line = (): string | undefined => {
    const end = waiting.indexOf("\r\n");
    if (end < 0 && waiting.length > 16_384) throw new Malformed("a line of the chunked coding has no end");
    if (end < 0) return undefined;
    const text = waiting.subarray(0, end).toString("latin1");
    waiting = waiting.subarray(end + 2);
    return text;
  };
  const step = (): boolean => {
    switch (state) {
      case "size": {
        const text = line();
        if (text === undefined) return false;
        missing = sizeOf(text);
        size += missing;
        if (size > most) throw new Malformed("the body has no end after 64 MiB");
        state = missing === 0 ? "trailers" : "data";
        return true;
      }
      case "data": {
        const piece = waiting.subarray(0, missing);
        if (piece.length > 0) chunks.push(piece);
        waiting = waiting.subarray(piece.length);
        missing -= piece.length;
        if (missing === 0) state = "end of data";
        return missing === 0;
      }
      case "end of data": {
        if (waiting.length < 2) return false;
        if (waiting[0] !== 0x0d || waiting[1] !== 0x0a) throw new Malformed("a chunk is longer than it says");
        waiting = waiting.subarray(2);
        state = "size";
        return true;
      }
      case "trailers": {
        const text = line();
        if (text === "") state = "done";
        return text !== undefined;
      }
      case "done":
        if (waiting.length > 0) throw new Malformed("more follows behind the last chunk");
        return false;
      default:
        return state satisfies never;
    }
  };
  return {
    take: (bytes) => {
      waiting = waiting.length === 0 ? Buffer.from(bytes) : Buffer.concat([waiting, bytes]);
      while (step());
    },
    isDone: () => state === "done",
    bytes: () => Buffer.concat(chunks),
    end: () => {
      if (state !== "done") throw new Malformed("the connection closes before the last chunk");
    },
    isDelimited: true,
  };
}

const most = 64 * 1024 * 1024;

function sizeOf(line: string): number {
  const [, digits] = /^([\da-fA-F]{1,12})[ \t]*(?:;.*)?$/.exec(line) ?? [];
  if (digits === undefined) throw new Malformed(`the size of a chunk is ${JSON.stringify(line.slice(0, 40))}`);
  return Number.parseInt(digits, 16);
}
