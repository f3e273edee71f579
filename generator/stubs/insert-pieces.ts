import type { ts } from "ts-morph";
import { commaAfter, lineEndAfter } from "./after-member.ts";
import type { Braced } from "./braced.ts";
import type { Edit } from "./edit.ts";
import type { Style } from "./style.ts";

/** New members, by the one that they go behind; `undefined` where they go to the end. Each is written without its comma. */
export type Pieces = ReadonlyMap<ts.Node | undefined, readonly string[]>;

/** The edits that put new members between braces. Nothing that stands there changes, but for a comma behind what was the last. */
export function insertPieces(braced: Braced, pieces: Pieces, { lineEnd }: Style): Edit[] {
  const last = braced.items.at(-1);
  const atEnd = [...(pieces.get(last) ?? []), ...(last ? (pieces.get(undefined) ?? []) : [])];
  const behind = (item: ts.Node) => (item === last ? atEnd : (pieces.get(item) ?? []));
  if (!last) return [insertIntoEmpty(braced, pieces.get(undefined) ?? [], lineEnd)];
  if (braced.isOneLine) return breakUp(braced, behind, lineEnd);
  return braced.items.flatMap((item) => {
    const texts = behind(item);
    return texts.length === 0 ? [] : insertBehind(item, texts, braced, lineEnd);
  });
}

type Behind = (item: ts.Node) => readonly string[];

/** One line becomes several: each member gets a line of its own. */
function breakUp(braced: Braced, behind: Behind, lineEnd: string): Edit[] {
  const { file: { text }, open, close, items, separator, outer, inner } = braced;
  const edits = [breakAt(text, open + 1, lineEnd + inner)];
  for (const [index, item] of items.entries()) {
    const isLast = index === items.length - 1;
    const comma = separator === "" ? undefined : commaAfter(text, item.end);
    const news = joined(behind(item), braced, { lineEnd, isLast });
    const needsComma = separator === "," && comma === undefined && (news !== "" || braced.trailing);
    if (needsComma) edits.push({ start: item.end, end: item.end, text: "," });
    if (isLast) edits.push(breakBefore(text, close, news + lineEnd + outer));
    else edits.push(breakAt(text, comma === undefined ? item.end : comma + 1, news + lineEnd + inner));
  }
  return edits;
}

function breakAt(text: string, start: number, replacement: string): Edit {
  return { start, end: start + (/^\s*/.exec(text.slice(start))?.[0].length ?? 0), text: replacement };
}

function breakBefore(text: string, end: number, replacement: string): Edit {
  let start = end;
  while (/\s/.test(text[start - 1] ?? "")) start--;
  return { start, end, text: replacement };
}

function insertIntoEmpty({ file: { text }, close, separator, inner, outer, spaced }: Braced, texts: readonly string[], lineEnd: string): Edit {
  const body = texts.map((piece) => inner + piece + separator).join(lineEnd + (spaced ? lineEnd : ""));
  const start = text.lastIndexOf("\n", close - 1) + 1;
  if (text.slice(start, close).trim() === "") return { start, end: start, text: body + lineEnd };
  return breakBefore(text, close, lineEnd + body + lineEnd + outer);
}

function insertBehind(item: ts.Node, texts: readonly string[], braced: Braced, lineEnd: string): Edit[] {
  const { file: { text }, items, separator, outer, inner } = braced;
  const isLast = item === items.at(-1);
  const comma = separator === "" ? undefined : commaAfter(text, item.end);
  const leading = leadingComma(braced);
  if (leading !== undefined) {
    const rest = lineEndAfter(text, item.end);
    const at = "end" in rest ? rest.end : item.end;
    return [{ start: at, end: at, text: texts.map((piece) => `${lineEnd}${leading}, ${piece}`).join("") }];
  }
  const edits: Edit[] = separator === "," && comma === undefined ? [{ start: item.end, end: item.end, text: "," }] : [];
  const from = comma === undefined ? pastSemicolons(text, item.end, separator) : comma + 1;
  const news = joined(texts, braced, { lineEnd, isLast });
  const rest = lineEndAfter(text, from);
  if ("end" in rest) return [...edits, { start: rest.end, end: rest.end, text: news }];
  return [...edits, breakBefore(text, rest.next, news + lineEnd + (isLast ? outer : inner))];
}

/** The lines of new members, each behind a line end, with the commas that they need. */
function joined(texts: readonly string[], { separator, trailing, inner, spaced }: Braced, { lineEnd, isLast }: { lineEnd: string; isLast: boolean }): string {
  return texts.map((piece, index) => {
    const comma = isLast && !trailing && index === texts.length - 1 ? "" : separator;
    return `${spaced ? lineEnd : ""}${lineEnd}${inner}${piece}${comma}`;
  }).join("");
}

/** What the commas are indented by, where they stand at the beginning of lines. */
function leadingComma({ file: { text }, items, separator }: Braced): string | undefined {
  for (const item of separator === "" ? [] : items.slice(0, 3)) {
    const comma = commaAfter(text, item.end);
    const line = comma === undefined ? "" : text.slice(text.lastIndexOf("\n", comma) + 1, comma);
    if (comma !== undefined && text.slice(item.end, comma).includes("\n") && line.trim() === "") return line;
  }
  return undefined;
}

/** Stray semicolons behind a member of a class are its own. */
function pastSemicolons(text: string, end: number, separator: string): number {
  let position = end;
  while (separator === "" && text[position] === ";") position++;
  return position;
}
