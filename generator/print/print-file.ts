import type { FileName, Printable } from "./printable.ts";

/** A file of code before it is text. `declares`: the names it declares itself, which no import may take. */
export type CodeFile = { path: string; header: string; declares: ReadonlySet<string>; body: Printable };

/** The text of a file: header, one `import type` for each file whose names it uses, body. */
export function printFile(file: CodeFile): { path: string; text: string } {
  const imports = collectImports(file);
  const body = printText(file.body, (name) => (name.from === file.path ? name.name : imports.aliasOf(name)));
  const text = [file.header, imports.text, body].filter((part) => part !== "").join("\n\n");
  return { path: file.path, text: `${text.replace(/\n+$/, "")}\n` };
}

/** The text of a piece of code. `nameOf` says how a name of another file is written here. */
export function printText(printable: Printable, nameOf: (name: FileName) => string): string {
  const pieces: string[] = [];
  append(printable, "\n", pieces, nameOf);
  return pieces.join("");
}

function append(printable: Printable, newline: string, pieces: string[], nameOf: (name: FileName) => string): void {
  if (typeof printable === "string") {
    pieces.push(newline.length > 1 && printable.includes("\n") ? printable.replaceAll("\n", newline) : printable);
  } else if ("indented" in printable) {
    append(printable.indented, `${newline}  `, pieces, nameOf);
  } else if ("name" in printable) {
    pieces.push(nameOf(printable));
  } else {
    for (const part of printable) append(part, newline, pieces, nameOf);
  }
}

type Imports = { text: string; aliasOf(name: FileName): string };

function collectImports(file: CodeFile): Imports {
  const taken = new Set(file.declares);
  const aliases = new Map<string, string>();
  const byFile = new Map<string, string[]>();
  const names = namesIn(file.body).filter((name) => name.from !== file.path);
  for (const { name, from } of names) {
    const key = `${from}#${name}`;
    if (aliases.has(key)) continue;
    const alias = freeAlias(name, taken);
    taken.add(alias);
    aliases.set(key, alias);
    byFile.set(from, [...(byFile.get(from) ?? []), alias === name ? name : `${name} as ${alias}`]);
  }
  const lines = [...byFile].sort(([a], [b]) => (a < b ? -1 : 1)).map(
    ([from, list]) => `import type { ${list.sort().join(", ")} } from ${JSON.stringify(`./${from}`)};`,
  );
  return { text: lines.join("\n"), aliasOf: ({ name, from }) => aliases.get(`${from}#${name}`) ?? name };
}

function namesIn(printable: Printable): FileName[] {
  const found: FileName[] = [];
  const visit = (part: Printable): void => {
    if (typeof part === "string") return;
    if ("indented" in part) visit(part.indented);
    else if ("name" in part) found.push(part);
    else for (const inner of part) visit(inner);
  };
  visit(printable);
  return found;
}

function freeAlias(name: string, taken: ReadonlySet<string>): string {
  let alias = name;
  for (let number = 2; taken.has(alias); number++) alias = `${name}${number}`;
  return alias;
}
