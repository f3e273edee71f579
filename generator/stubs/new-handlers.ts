import { ts } from "ts-morph";
import type { Edit } from "./edit.ts";
import type { HandlerFile } from "./handler-files.ts";
import { printNamespace, printStub } from "./print-stub.ts";
import { ServerTypes } from "./server-types.ts";
import { styleOf } from "./style.ts";
import type { Wanted } from "./wanted.ts";

/** Whether a file holds nothing yet: comments, directives and imports at most. */
export function isBlank({ source }: HandlerFile): boolean {
  return source.statements.every((statement) => ts.isImportDeclaration(statement) || (ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression)));
}

/** The edits that put all handlers into a file that has none, behind what is there. */
export function newHandlers(file: HandlerFile, wanted: Wanted, specifier: string): Edit[] {
  const style = styleOf(file);
  const { indent, lineEnd, semicolon } = style;
  const server = new ServerTypes(file, specifier);
  const type = server.use("Handlers");
  const form = { style, indent, trailing: true };
  const members = [...wanted.root.map((handler) => printStub(handler, form)), ...wanted.groups.map((group) => printNamespace(group, form))];
  const body = members.map((member) => `${indent}${member},${lineEnd}`).join("");
  const end = file.text.length;
  const text = `export const handlers = {${body === "" ? "" : lineEnd}${body}} satisfies ${type}${semicolon}${lineEnd}`;
  const gap = /^\s*$/.test(file.text) ? "" : file.text.endsWith("\n") ? lineEnd : lineEnd + lineEnd;
  return [{ start: end, end, text: gap }, ...server.edits(style), { start: end, end, text }];
}
