import type { FileName, Printable } from "./printable.ts";

/**
 * A file of code before it is text. `declares`: the names it declares itself, which no import may take. The body comes piece by
 * piece, and each is text before the next is made: a large API's code is never in memory as data all at once.
 */
export type CodeFile = { path: string; header: string; declares: ReadonlySet<string>; body: Iterable<Printable> };

/** The text of a file: header, one `import type` for each file whose names it uses, body. */
export function printFile(file: CodeFile): { path: string; text: string } {
  const imports = new Imports(file);
  const body: string[] = [];
  for (const piece of file.body) body.push(printText(piece, (name) => imports.use(name)));
  const text = [file.header, imports.text(), body.join("").replace(/\n+$/, "")].filter((part) => part !== "").join("\n\n");
  return { path: file.path, text: `${text}\n` };
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

/** The names that a file uses of other files, under names that are free in it. */
class Imports {
  readonly #path: string;
  readonly #taken: Set<string>;
  readonly #aliases = new Map<string, Map<string, string>>();

  constructor({ path, declares }: CodeFile) {
    this.#path = path;
    this.#taken = new Set(declares);
  }

  use({ name, from }: FileName): string {
    if (from === this.#path) return name;
    let aliases = this.#aliases.get(from);
    if (aliases === undefined) this.#aliases.set(from, (aliases = new Map()));
    let alias = aliases.get(name);
    if (alias === undefined) {
      alias = freeAlias(name, this.#taken);
      this.#taken.add(alias);
      aliases.set(name, alias);
    }
    return alias;
  }

  text(): string {
    const files = [...this.#aliases].sort(([a], [b]) => (a < b ? -1 : 1));
    const lines = files.map(([from, aliases]) => {
      const names = [...aliases].map(([name, alias]) => (alias === name ? name : `${name} as ${alias}`));
      return `import type { ${names.sort().join(", ")} } from ${JSON.stringify(`./${from}`)};`;
    });
    return lines.join("\n");
  }
}

function freeAlias(name: string, taken: ReadonlySet<string>): string {
  let alias = name;
  for (let number = 2; taken.has(alias); number++) alias = `${name}${number}`;
  return alias;
}
