import type { FileName } from "./file-name.ts";

/** Where code becomes text: its parts so far, and how the name of another file is written there. */
export type Writer = { parts: string[]; nameOf: (name: FileName) => string };

/** Writes a text whose further lines begin with `newline`. Most texts have one line; most comments end with theirs. */
export function writeText(text: string, newline: string, { parts }: Writer): void {
  const first = newline.length === 1 ? -1 : text.indexOf("\n");
  if (first < 0) parts.push(text);
  else if (first === text.length - 1) parts.push(text.slice(0, -1), newline);
  else parts.push(text.replaceAll("\n", newline));
}
