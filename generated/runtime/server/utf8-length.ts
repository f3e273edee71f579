/**
 * How many bytes a text has in UTF-8, where half of a character counts as U+FFFD, which is sent in its place; `undefined` where there are
 * more than 512. To encode so little into bytes that are there already takes 0.05 µs; but 1,200 characters of which one is not ASCII take
 * 0.5 µs, and there Node's own count is quicker.
 */
export function utf8Length(text: string): number | undefined {
  if (text.length > scratch.length) return undefined;
  const { read, written } = encoder.encodeInto(text, scratch);
  return read === text.length ? written : undefined;
}

const encoder = new TextEncoder();
const scratch = new Uint8Array(512);
