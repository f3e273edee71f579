import { printableLine } from "./printable.ts";

/**
 * The line of a finding with the one before it, and a caret below the column:
 *
 *     40 |     schema:
 *     41 |       $ref: ApiKeyy
 *        |       ^
 */
export function codeFrame(text: string, { line, column }: { line: number; column: number }): string[] {
  const [before, marked] = linesAt(text, line);
  if (marked === undefined) return [];
  // A minified document is one line: show the part around the column.
  const start = column > width - 20 ? column - Math.floor(width / 2) : 0;
  const cut = (whole: string) => printableLine(whole.slice(start, start + width));
  const caret = printableLine(marked.slice(start, column - 1)).length;
  const gutter = String(line).length;
  const number = (value: number) => String(value).padStart(gutter);
  return [
    ...(before !== undefined && before.trim() !== "" && start === 0 ? [`${number(line - 1)} | ${cut(before)}`] : []),
    `${number(line)} | ${cut(marked)}`,
    `${" ".repeat(gutter)} | ${" ".repeat(caret)}^`,
  ];
}

const width = 110;

/** The line before, and the line itself, without splitting megabytes of text. */
function linesAt(text: string, line: number): [string | undefined, string | undefined] {
  let before = -1;
  let start = 0;
  for (let number = 1; number < line; number++) {
    before = start;
    start = text.indexOf("\n", start) + 1;
    if (start === 0) return [undefined, undefined];
  }
  const end = text.indexOf("\n", start);
  const lineIn = (from: number, to: number | undefined) => text.slice(from, to).replace(/\r$/, "");
  return [before < 0 ? undefined : lineIn(before, start - 1), lineIn(start, end < 0 ? undefined : end)];
}
