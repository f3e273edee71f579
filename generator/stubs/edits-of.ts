import { ts } from "ts-morph";
import { bracedOf, lineMate, startsLine, type BracedNode } from "./braced.ts";
import type { Addition, Comparison, Surplus } from "./comparison.ts";
import type { Edit } from "./edit.ts";
import type { Group } from "./group.ts";
import type { HandlerFile } from "./handler-files.ts";
import { markOf } from "./handler-notes.ts";
import { insertPieces } from "./insert-pieces.ts";
import { pieceOf } from "./piece-of.ts";
import { ServerTypes } from "./server-types.ts";
import { lineIndent, styleOf, type Style } from "./style.ts";

/** The edits of each file that make it what the document asks for. `specifierIn`: how a file imports server.ts. */
export function editsOf(comparison: Comparison, specifierIn: (file: HandlerFile) => string): Map<HandlerFile, Edit[]> {
  const edits = new Map<HandlerFile, Edit[]>();
  const changed = [...comparison.additions.map(({ group }) => group), ...[...comparison.removed, ...comparison.returned].map(({ member }) => member)];
  for (const { file } of changed) {
    if (!edits.has(file)) edits.set(file, editsIn(file, comparison, specifierIn(file)));
  }
  return edits;
}

function editsIn(file: HandlerFile, { additions, removed, returned }: Comparison, specifier: string): Edit[] {
  const style = styleOf(file);
  const types = new ServerTypes(file, specifier);
  const isHere = ({ member }: Surplus) => member.file === file;
  const marked = removed.filter(isHere).filter(({ notes }) => notes.mark === undefined);
  const pieces = new Map<BracedNode, Map<ts.Node | undefined, string[]>>();
  for (const addition of additions.filter(({ group }) => group.file === file)) addPiece(addition, { pieces, style, types });
  for (const node of [...pieces.keys(), ...marked.map(({ member }) => member.node.parent)]) breakMates(node, pieces);
  return [
    ...returned.filter(isHere).flatMap(({ notes }) => (notes.mark ? [withoutLine(file.text, notes.mark)] : [])),
    ...marked.map((surplus) => markEdit(surplus, pieces, style)),
    ...[...pieces].flatMap(([node, news]) => insertPieces(bracedOf(node, file, style), news, style)),
    ...types.edits(style),
  ];
}

type Pieces = Map<BracedNode, Map<ts.Node | undefined, string[]>>;

function addPiece(addition: Addition, { pieces, style, types }: { pieces: Pieces; style: Style; types: ServerTypes }): void {
  const { group } = addition;
  if (ts.isSourceFile(group.node)) return;
  const news = pieces.get(group.node) ?? new Map<ts.Node | undefined, string[]>();
  pieces.set(group.node, news);
  const { inner, trailing } = bracedOf(group.node, group.file, style);
  const text = pieceOf(addition, { style, indent: inner, trailing, server: types });
  const before = memberBefore(addition, group);
  news.get(before)?.push(text) ?? news.set(before, [text]);
}

/** The nearest member before it, in the document's order, that stands between the same braces. */
function memberBefore(addition: Addition, { node, members }: Group): ts.Node | undefined {
  const name = addition.kind === "handler" ? addition.handler.name : addition.namespace.name;
  const before = new Set(addition.siblings.slice(0, addition.siblings.indexOf(name)));
  const own = new Map(members.filter((member) => member.own && member.node.parent === node).map((member) => [member.name, member.node]));
  const nearest = [...before].findLast((sibling) => own.has(sibling));
  return nearest === undefined ? undefined : own.get(nearest);
}

/** What stands in one line with braces that are broken up, is broken up, too. */
function breakMates(node: ts.Node, pieces: Pieces): void {
  if (!ts.isObjectLiteralExpression(node) || node.getText().includes("\n")) return;
  if (!pieces.has(node)) pieces.set(node, new Map());
  const mate = lineMate(node);
  if (mate) breakMates(mate, pieces);
}

function markEdit({ member: { file, node }, notes: { start, route } }: Surplus, pieces: Pieces, style: Style): Edit {
  const { lineEnd, indent } = style;
  const { parent } = node;
  // It will stand at the beginning of a line.
  const isBroken = ts.isObjectLiteralExpression(parent) && pieces.has(parent) && !parent.getText().includes("\n");
  if (isBroken) return { start, end: start, text: markOf(route) + lineEnd + bracedOf(parent, file, style).inner };
  const own = lineIndent(file.text, start);
  if (startsLine(file.text, start)) return { start, end: start, text: markOf(route) + lineEnd + own };
  return { start, end: start, text: `${lineEnd}${own}${indent}${markOf(route)}${lineEnd}${own}${indent}` };
}

/** A comment goes with its line, where it has that for itself. */
function withoutLine(text: string, { pos, end }: ts.CommentRange): Edit {
  const start = text.lastIndexOf("\n", pos - 1) + 1;
  const isAlone = startsLine(text, pos);
  const lineEnd = /^\r?\n/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
  return isAlone ? { start, end: end + lineEnd, text: "" } : { start: pos, end, text: "" };
}
