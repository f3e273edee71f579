/** Bytes as text: `undefined` where they are not UTF-8 (RFC 3629). A byte order mark at the beginning is none of the text (RFC 8259 §8.1). */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

const decoder = new TextDecoder("utf-8", { fatal: true });
