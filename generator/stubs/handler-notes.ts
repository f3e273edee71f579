import { ts } from "ts-morph";
import type { Place } from "./group.ts";
import type { HandlerFile } from "./handler-files.ts";
import { cleanRoute } from "./route.ts";

/** What the comments above a handler tell of it: the route of its operation, and the mark that there is none any more. */
export type HandlerNotes = {
  route?: string;
  mark?: ts.CommentRange;
  /** Where its doc comment begins, or else itself. */
  start: number;
};

/** Reads the comments above a handler. Only a line of a doc comment that holds nothing but a route in backticks names one. */
export function handlerNotes({ file, node }: Place): HandlerNotes {
  const comments = ts.getLeadingCommentRanges(file.text, node.pos) ?? [];
  const mark = comments.find(({ pos, end }) => markLine.test(file.text.slice(pos, end)));
  const doc = comments.findLast(({ pos }) => file.text.startsWith("/**", pos));
  // The last one: ours stands below the summary, and nobody knows what that says.
  const written = doc && Array.from(file.text.slice(doc.pos, doc.end).matchAll(routeLine)).at(-1)?.[1];
  const route = written ?? (mark && markLine.exec(file.text.slice(mark.pos, mark.end))?.[1]);
  return { ...(route !== undefined && { route }), ...(mark && { mark }), start: doc?.pos ?? node.getStart(file.source) };
}

/** The line that marks a handler whose operation is gone. */
export function markOf(route: string | undefined): string {
  return route === undefined ? `${markBegin}.` : `${markBegin}: ${cleanRoute(route)}.`;
}

/** Whether a file may have any mark. */
export function hasMarks({ text }: HandlerFile): boolean {
  return text.includes(markBegin);
}

const markBegin = "// Not in the document any more";
const markLine = /^\/\/ Not in the document any more(?:: (\S+ \/.*))?\.$/;
// Also of `/** GET /pets */` in one line.
const routeLine = /^(?:\/\*\*|[ \t]*\*?)[ \t]*`([^\s`]+ \/[^\r\n]*)`[ \t]*(?:\*\/)?\r?$/gm;
