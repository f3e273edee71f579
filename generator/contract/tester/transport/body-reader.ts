import { headersNamed } from "../checks/headers-named.ts";
import type { Header } from "../exchange.ts";
import type { BodyReader } from "./body-bytes.ts";
import { chunkReader } from "./chunk-reader.ts";
import { Malformed } from "./malformed.ts";

/** How the body of an answer with these headers ends (RFC 9112 §6.3). Bytes where there can be none are kept, for they are a finding. */
export function bodyReader(headers: readonly Header[], mustBeEmpty: boolean): BodyReader {
  const lengths = new Set(headersNamed(headers, "content-length").flatMap((value) => value.split(",").map((each) => each.trim())));
  const coding = headersNamed(headers, "transfer-encoding").join(",").toLowerCase();
  const [length] = lengths;
  if (lengths.size > 1) throw new Malformed("there are two different Content-Length (RFC 9112 §6.3)");
  if (length !== undefined && !/^\d{1,15}$/.test(length)) throw new Malformed(`Content-Length is ${JSON.stringify(length)} (RFC 9110 §8.6)`);
  if (length !== undefined && coding !== "" && !mustBeEmpty) throw new Malformed("there are both Content-Length and Transfer-Encoding (RFC 9112 §6.2)");
  if (mustBeEmpty) return emptyReader();
  if (coding !== "") {
    if (!/(^|,)\s*chunked$/.test(coding)) throw new Malformed(`the transfer coding ${coding} does not say where the body ends (RFC 9112 §6.1)`);
    return chunkReader();
  }
  return length === undefined ? untilClose() : ofLength(Number(length));
}

/** An answer to HEAD, a 204 and the like. Its connection is not used again: what comes late must not be taken for the next answer. */
function emptyReader(): BodyReader {
  const chunks = chunkList();
  return { take: chunks.add, isDone: () => true, bytes: chunks.bytes, end: () => {}, isDelimited: false };
}

function untilClose(): BodyReader {
  const chunks = chunkList();
  let isClosed = false;
  return { take: chunks.add, isDone: () => isClosed, bytes: chunks.bytes, end: () => void (isClosed = true), isDelimited: false };
}

function ofLength(length: number): BodyReader {
  const chunks = chunkList();
  return {
    take: (bytes) => {
      chunks.add(bytes);
      if (chunks.size() > length) throw new Malformed(`Content-Length is ${length}, and more than that follows`);
    },
    isDone: () => chunks.size() === length,
    bytes: chunks.bytes,
    end: () => {
      if (chunks.size() < length) throw new Malformed(`Content-Length is ${length}, and the connection closes after ${chunks.size()} bytes`);
    },
    isDelimited: true,
  };
}

/** Bytes in pieces, put together once. */
function chunkList(): { add: (bytes: Uint8Array) => void; size: () => number; bytes: () => Uint8Array } {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const add = (bytes: Uint8Array) => {
    if (bytes.length === 0) return;
    size += bytes.length;
    if (size > most) throw new Malformed("the body has no end after 64 MiB");
    chunks.push(bytes);
  };
  return { add, size: () => size, bytes: () => (chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)) };
}

const most = 64 * 1024 * 1024;
