/** A change of a text: what stands from `start` up to `end` gives way to `text`. */
export type Edit = { start: number; end: number; text: string };

/** The text with its edits made. Of two at one place, the first comes first. */
export function edited(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((one, other) => one.start - other.start || one.end - other.end);
  let result = "";
  let position = 0;
  for (const { start, end, text: replacement } of ordered) {
    if (start < position) throw new Error(`Two edits overlap at ${start}.`);
    result += text.slice(position, start) + replacement;
    position = end;
  }
  return result + text.slice(position);
}
