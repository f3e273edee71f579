/**
 * Text that a terminal can show without obeying it: `"\u001b[2J"` becomes `"\\x1b[2J"`. Control characters but line feeds,
 * and the marks that turn the direction of text, are spelled out; a tab becomes a space.
 */
export function printable(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replaceAll("\t", " ")
    .replace(dangerous, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`);
}

/** As `printable`, on one line. */
export function printableLine(text: string): string {
  return printable(text).replaceAll("\n", " ");
}

// C0 without the line feed, DEL, C1, and the bidirectional marks.
const dangerous = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
