import type { FileName } from "./file-name.ts";
import type { TypeExpression } from "./type-expression.ts";

/**
 * Code as data: text, types, names that stand in other files, and indented parts, nested as they come.
 * Printing a file turns the names into imports, so nobody who emits code has to keep a list of them.
 */
export type Printable = string | TypeExpression | FileName | Indented | readonly Printable[];

/** What stands one step further in than the code around it. */
export type Indented = { indented: Printable };

/** A piece of code: code`export type ${name} = ${type};` */
export function code(strings: TemplateStringsArray, ...values: readonly Printable[]): Printable {
  const parts: Printable[] = [];
  for (let index = 0; index < strings.length; index++) {
    const text = strings[index];
    if (text !== undefined && text !== "") parts.push(text);
    const value = values[index];
    if (value !== undefined && value !== "") parts.push(value);
  }
  return parts;
}

/** `{`, the lines one step further in, `}`; or `{}` where there are no lines. */
export function block(lines: readonly Printable[]): Printable {
  if (lines.length === 0) return "{}";
  const inner: Printable[] = [];
  for (const line of lines) inner.push("\n", line);
  return ["{", { indented: inner }, "\n}"];
}

/** The same as `block` behind some code, piece by piece: the opening, each line, the end. */
export function* blockPieces(before: Printable, lines: Iterable<Printable>): Iterable<Printable> {
  yield [before, "{"];
  for (const line of lines) yield { indented: ["\n", line] };
  yield "\n}";
}
