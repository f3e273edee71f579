/**
 * Code as data: text, names that stand in other files, and indented parts, nested as they come.
 * Printing a file turns the names into imports, so nobody who emits code has to keep a list of them.
 */
export type Printable = string | FileName | Indented | readonly Printable[];

/** A name that another generated file exports: `{ name: "Pet", from: "types.ts" }`. It prints as `Pet`, and is imported. */
export type FileName = { name: string; from: string };

/** What stands one step further in than the code around it. */
export type Indented = { indented: Printable };

/** A piece of code: code`export type ${name} = ${type};` */
export function code(strings: TemplateStringsArray, ...values: readonly Printable[]): Printable {
  const parts: Printable[] = [];
  strings.forEach((text, index) => {
    if (text !== "") parts.push(text);
    const value = values[index];
    if (value !== undefined && value !== "") parts.push(value);
  });
  return parts;
}

/** The items with a separator between them. */
export function join(items: readonly Printable[], separator: string): Printable {
  return items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]));
}

/** `{`, the lines one step further in, `}`; or `{}` where there are no lines. */
export function block(lines: readonly Printable[]): Printable {
  if (lines.length === 0) return "{}";
  return ["{", { indented: lines.map((line) => ["\n", line]) }, "\n}"];
}

/** The same as `block` behind some code, piece by piece: the opening, each line, the end. */
export function* blockPieces(before: Printable, lines: Iterable<Printable>): Iterable<Printable> {
  yield [before, "{"];
  for (const line of lines) yield { indented: ["\n", line] };
  yield "\n}";
}
