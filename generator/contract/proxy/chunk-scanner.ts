import { Malformed } from "../tester/transport/malformed.ts";

/** Passes on what chunks hold, and gives what is behind the last one and its trailers as soon as that is there (RFC 9112 §7.1). */
export function chunkScanner(pass: (bytes: Uint8Array) => void): (bytes: Buffer) => Buffer | undefined {
  let line = "";
  let missing = 0;
  let state: "size" | "data" | "end of data" | "trailers" = "size";
  const readLine = (bytes: Buffer): { readonly text: string; readonly rest: Buffer } | undefined => {
    const end = bytes.indexOf(0x0a);
    line += bytes.subarray(0, end < 0 ? undefined : end).toString("latin1");
    if (line.length > 16_384) throw new Malformed("a line of the chunked coding has no end");
    if (end < 0) return undefined;
    const text = line.replace(/\r$/, "");
    line = "";
    return { text, rest: bytes.subarray(end + 1) };
  };
  const takeLine = (text: string): boolean => {
    if (state === "trailers") return text === "";
    if (state === "end of data" && text !== "") throw new Malformed("a chunk is longer than it says");
    if (state === "size") missing = sizeOf(text);
    state = state === "end of data" ? "size" : missing === 0 ? "trailers" : "data";
    return false;
  };
  return (bytes) => {
    for (let rest = bytes; rest.length > 0; ) {
      if (state === "data") {
        const piece = rest.subarray(0, missing);
        pass(piece);
        missing -= piece.length;
        rest = rest.subarray(piece.length);
        if (missing === 0) state = "end of data";
        continue;
      }
      const read = readLine(rest);
      if (read === undefined) return undefined;
      if (takeLine(read.text)) return read.rest;
      rest = read.rest;
    }
    return undefined;
  };
}

function sizeOf(text: string): number {
  const [, digits] = /^([\da-fA-F]{1,12})[ \t]*(?:;.*)?$/.exec(text) ?? [];
  if (digits === undefined) throw new Malformed(`the size of a chunk is ${JSON.stringify(text.slice(0, 40))}`);
  return Number.parseInt(digits, 16);
}
