import { ts } from "ts-morph";
import type { HandlerFile } from "./handler-files.ts";
import { lineIndent, type Style } from "./style.ts";

/** What stands between braces, one thing after another: the members of an object or a class, or the names of an import. */
export type Braced = {
  file: HandlerFile;
  /** Where `{` and `}` stand. */
  open: number;
  close: number;
  items: readonly ts.Node[];
  separator: "," | "";
  /** Whether the last one has a comma, too; or is to get one, where there is none to see it by. */
  trailing: boolean;
  isOneLine: boolean;
  /** What the closing brace is indented by, and what the items are. */
  outer: string;
  inner: string;
  /** Whether there is an empty line between two. */
  spaced: boolean;
};

export type BracedNode = ts.ObjectLiteralExpression | ts.ClassLikeDeclaration | ts.NamedImports;

/** Braces as they are written. */
export function bracedOf(node: BracedNode, file: HandlerFile, style: Style): Braced {
  const { text, source } = file;
  const items = ts.isObjectLiteralExpression(node) ? node.properties : ts.isNamedImports(node) ? node.elements : node.members;
  const close = node.end - 1;
  const open = ts.isClassLike(node) ? openOfClass(node, file) : node.getStart(source);
  const isOneLine = !text.slice(open, close).includes("\n");
  const outer = isOneLine ? lineIndent(text, open) + style.indent.repeat(depthOf(node)) : lineIndent(text, startsLine(text, close) ? close : open);
  const first = isOneLine ? undefined : items.map((item) => item.getStart(source)).find((start) => startsLine(text, start));
  return {
    file, open, close, items, isOneLine, outer,
    separator: ts.isClassLike(node) ? "" : ",",
    trailing: isOneLine || items.length === 0 || items.hasTrailingComma === true,
    inner: first === undefined ? outer + style.indent : lineIndent(text, first),
    spaced: areSpaced(items, file) ?? ts.isClassLike(node),
  };
}

/** Whether nothing but white space stands before a place on its line. */
export function startsLine(text: string, position: number): boolean {
  return text.slice(text.lastIndexOf("\n", position - 1) + 1, position).trim() === "";
}

/** The object around one, where both stand in one line: it has to be broken up with the inner one. */
export function lineMate(node: ts.Node): ts.ObjectLiteralExpression | undefined {
  let outer = node.parent;
  while (ts.isPropertyAssignment(outer) || ts.isSatisfiesExpression(outer) || ts.isAsExpression(outer) || ts.isParenthesizedExpression(outer)) outer = outer.parent;
  return ts.isObjectLiteralExpression(outer) && !outer.getText().includes("\n") ? outer : undefined;
}

function depthOf(node: ts.Node): number {
  const outer = lineMate(node);
  return outer ? 1 + depthOf(outer) : 0;
}

/** The brace that the members follow: behind the name, what the class extends, and what it implements. */
function openOfClass(node: ts.ClassLikeDeclaration, { text, source }: HandlerFile): number {
  const before = node.heritageClauses?.at(-1)?.end ?? node.typeParameters?.end ?? node.name?.end ?? node.getStart(source);
  return text.indexOf("{", before);
}

function areSpaced(items: readonly ts.Node[], { text, source }: HandlerFile): boolean | undefined {
  if (items.length < 2) return undefined;
  const gaps = items.slice(1, 200).map((item, index) => text.slice(items[index]?.end, item.getStart(source, true)));
  return gaps.filter((gap) => /\n[ \t]*\r?\n/.test(gap)).length > gaps.length / 2;
}
