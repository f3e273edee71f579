import { ts } from "ts-morph";
import type { HandlerFile } from "./handler-files.ts";

/** How a person writes: what new lines have to look like to stand beside theirs. */
export type Style = { lineEnd: "\n" | "\r\n"; indent: string; quote: "'" | '"'; semicolon: ";" | "" };

/** The habits that a file shows; where it shows none, two spaces, double quotes and semicolons. */
export function styleOf({ text, source }: HandlerFile): Style {
  return { lineEnd: lineEndOf(text), indent: indentOf(text), quote: quoteOf(source), semicolon: semicolonOf(source) };
}

/** The white space that the line of a position begins with. */
export function lineIndent(text: string, position: number): string {
  const start = text.lastIndexOf("\n", position - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, position))?.[0] ?? "";
}

function lineEndOf(text: string): Style["lineEnd"] {
  const lines = text.split("\n").length - 1;
  return text.split("\r\n").length - 1 > lines / 2 ? "\r\n" : "\n";
}

/** The least that any line is indented by, those of comments apart: they have a space before the asterisk. */
function indentOf(text: string): string {
  const indents = Array.from(text.matchAll(/^([ \t]+)(?![ \t*\r\n])/gm), ([, indent = ""]) => indent);
  if (indents.some((indent) => indent.startsWith("\t"))) return "\t";
  const least = indents.reduce((shortest, { length }) => (length > 1 ? Math.min(shortest, length) : shortest), 9);
  return " ".repeat(least === 9 ? 2 : least);
}

function quoteOf({ statements, text }: ts.SourceFile): Style["quote"] {
  const texts = statements.flatMap((statement) => (ts.isImportDeclaration(statement) ? [text[statement.moduleSpecifier.end - 1]] : []));
  return texts.filter((quote) => quote === "'").length > texts.length / 2 ? "'" : '"';
}

function semicolonOf({ statements, text }: ts.SourceFile): Style["semicolon"] {
  const ends = statements
    .filter((statement) => ts.isImportDeclaration(statement) || ts.isVariableStatement(statement) || ts.isExportAssignment(statement) || ts.isExpressionStatement(statement))
    .map(({ end }) => text[end - 1]);
  return ends.length > 0 && !ends.includes(";") ? "" : ";";
}
