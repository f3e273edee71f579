import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";

/** A body without its content codings (RFC 9110 §8.4), or in words why that cannot be. One in a coding that we do not know is none. */
export function decodeContent(body: Uint8Array, codings: string): Uint8Array | string {
  let bytes = body;
  for (const coding of codings.split(",").map((each) => each.trim().toLowerCase()).filter((each) => each !== "" && each !== "identity").toReversed()) {
    const decode = Object.hasOwn(decoders, coding) ? decoders[coding] : undefined;
    if (decode === undefined) return `is in the coding ${coding}, which nobody asked for`;
    try {
      bytes = decode(bytes);
    } catch {
      return `is not in the coding ${coding}, as Content-Encoding says`;
    }
  }
  return bytes;
}

const limit = { maxOutputLength: 64 * 1024 * 1024 };

const decoders: { readonly [coding: string]: (bytes: Uint8Array) => Uint8Array } = {
  gzip: (bytes) => gunzipSync(bytes, limit),
  "x-gzip": (bytes) => gunzipSync(bytes, limit),
  deflate: (bytes) => inflateSync(bytes, limit),
  br: (bytes) => brotliDecompressSync(bytes, limit),
};
