import { ts } from "ts-morph";

/** Where the comma behind a member stands, comments between them passed over; `undefined` where there is none. */
export function commaAfter(text: string, end: number): number | undefined {
  const position = pastTrivia(text, end);
  return text[position] === "," ? position : undefined;
}

/** Where the line of a position ends, when nothing but white space and comments is left on it; else what comes next on the line. */
export function lineEndAfter(text: string, position: number): { end: number } | { next: number } {
  const comments = ts.getTrailingCommentRanges(text, position) ?? [];
  const past = comments.at(-1)?.end ?? position;
  const next = past + (/^[ \t\f\v]*/.exec(text.slice(past, past + 1000))?.[0].length ?? 0);
  return next === text.length || text[next] === "\n" || text[next] === "\r" ? { end: next } : { next };
}

/** The first place behind white space and comments. */
function pastTrivia(text: string, start: number): number {
  const comments = [...(ts.getTrailingCommentRanges(text, start) ?? []), ...(ts.getLeadingCommentRanges(text, start) ?? [])];
  let position = Math.max(start, ...comments.map(({ end }) => end));
  while (/\s/.test(text[position] ?? "")) position++;
  return position;
}
