import type { BodyReader } from "./body-bytes.ts";
import { Malformed } from "./malformed.ts";

/** Reads a body in chunks, with extensions and trailers, of which nothing is kept (RFC 9112 §7.1). */
export function chunkReader(): BodyReader {
  const reading: Reading = { chunks: [], waiting: Buffer.alloc(0), state: "size", missing: 0, size: 0 };
  return {
    take: (bytes) => {
      reading.waiting = reading.waiting.length === 0 ? Buffer.from(bytes) : Buffer.concat([reading.waiting, bytes]);
      while (step(reading));
    },
    isDone: () => reading.state === "done",
    bytes: () => Buffer.concat(reading.chunks),
    end: () => {
      if (reading.state !== "done") throw new Malformed("the connection closes before the last chunk");
    },
    isDelimited: true,
  };
}

/** `missing` bytes of a chunk are still to come. */
type Reading = { chunks: Uint8Array[]; waiting: Buffer; state: "size" | "data" | "end of data" | "trailers" | "done"; missing: number; size: number };

/** Reads one thing more; `false` where it is not there yet. */
function step(reading: Reading): boolean {
  switch (reading.state) {
    case "size":
      return readSize(reading);
    case "data":
      return readData(reading);
    case "end of data":
      return readEnd(reading);
    case "trailers": {
      const text = lineOf(reading);
      if (text === "") reading.state = "done";
      return text !== undefined;
    }
    case "done":
      if (reading.waiting.length > 0) throw new Malformed("more follows behind the last chunk");
      return false;
    default:
      return reading.state satisfies never;
  }
}

function readSize(reading: Reading): boolean {
  const text = lineOf(reading);
  if (text === undefined) return false;
  const [, digits] = /^([\da-fA-F]{1,12})[ \t]*(?:;.*)?$/.exec(text) ?? [];
  if (digits === undefined) throw new Malformed(`the size of a chunk is ${JSON.stringify(text.slice(0, 40))}`);
  reading.missing = Number.parseInt(digits, 16);
  reading.size += reading.missing;
  if (reading.size > most) throw new Malformed("the body has no end after 64 MiB");
  reading.state = reading.missing === 0 ? "trailers" : "data";
  return true;
}

const most = 64 * 1024 * 1024;

function readData(reading: Reading): boolean {
  const piece = reading.waiting.subarray(0, reading.missing);
  if (piece.length > 0) reading.chunks.push(piece);
  reading.waiting = reading.waiting.subarray(piece.length);
  reading.missing -= piece.length;
  if (reading.missing === 0) reading.state = "end of data";
  return reading.missing === 0;
}

function readEnd(reading: Reading): boolean {
  if (reading.waiting.length < 2) return false;
  if (reading.waiting[0] !== 0x0d || reading.waiting[1] !== 0x0a) throw new Malformed("a chunk is longer than it says");
  reading.waiting = reading.waiting.subarray(2);
  reading.state = "size";
  return true;
}

function lineOf(reading: Reading): string | undefined {
  const end = reading.waiting.indexOf("\r\n");
  if (end < 0 && reading.waiting.length > 16_384) throw new Malformed("a line of the chunked coding has no end");
  if (end < 0) return undefined;
  const text = reading.waiting.subarray(0, end).toString("latin1");
  reading.waiting = reading.waiting.subarray(end + 2);
  return text;
}
