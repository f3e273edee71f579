/**
 * How many bytes a text has in UTF-8, where half of a character counts as U+FFFD, which is sent in its place; `undefined` where there are
 * more than 16 KiB. To encode 1,200 characters into bytes that are there already takes 0.1 µs, into new ones 1.1 µs.
 */
export function utf8Length(text: string): number | undefined {
  if (text.length > scratch.length) return undefined;
  const { read, written } = encoder.encodeInto(text, scratch);
  return read === text.length ? written : undefined;
}

const encoder = new TextEncoder();
const scratch = new Uint8Array(16_384);
