import type { FileName } from "./file-name.ts";
import type { Printable } from "./printable.ts";
import { specifierOf } from "./specifier-of.ts";
import { writeCode } from "./write-code.ts";
import type { Writer } from "./writer.ts";

/**
 * A file of code before it is text. `declares`: the names it declares itself, which no import may take. The body comes piece by
 * piece, and each is text before the next is made: a large API's code is never in memory as data all at once.
 */
export type CodeFile = { path: string; header: string; declares: ReadonlySet<string>; body: Iterable<Printable> };

/** The text of a file: header, imports of the names it uses, body. */
export function printFile(file: CodeFile): { path: string; text: string } {
  const imports = new Imports(file);
  const writer: Writer = { parts: [], nameOf: (name) => imports.use(name) };
  // What stands above the body is known when the body is text.
  const texts: string[] = [""];
  for (const piece of file.body) {
    writeCode(piece, "\n", writer);
    if (writer.parts.length < mostParts) continue;
    texts.push(writer.parts.join(""));
    writer.parts.length = 0;
  }
  for (const part of writer.parts) texts.push(part);
  texts[0] = [file.header, imports.text()].map((part) => (part === "" ? "" : `${part}\n\n`)).join("");
  return { path: file.path, text: joined(texts) };
}

/** How many short texts wait to become a long one. Most files have fewer, and are put together once. */
const mostParts = 10_000;

/** The parts as one text with one line end behind it. */
function joined(parts: string[]): string {
  for (let last = parts.pop(); last !== undefined; last = parts.pop()) {
    let end = last.length;
    while (end > 0 && last[end - 1] === "\n") end--;
    if (end === 0) continue;
    parts.push(last.slice(0, end), "\n");
    return parts.join("");
  }
  return "\n";
}

/** The names that a file uses of other files, under names that are free in it. */
class Imports {
  readonly #path: string;
  readonly #taken: Set<string>;
  readonly #files = new Map<string, ImportedFile>();

  constructor({ path, declares }: CodeFile) {
    this.#path = path;
    this.#taken = new Set(declares);
  }

  use({ name, from, value }: FileName): string {
    if (from === this.#path) return name;
    let file = this.#files.get(from);
    if (file === undefined) this.#files.set(from, (file = { types: new Map(), values: new Map() }));
    const aliases = value ? file.values : file.types;
    let alias = aliases.get(name);
    if (alias === undefined) {
      alias = freeAlias(name, this.#taken);
      this.#taken.add(alias);
      aliases.set(name, alias);
    }
    return alias;
  }

  text(): string {
    const files = [...this.#files].sort(([a], [b]) => (a < b ? -1 : 1));
    return files.flatMap(([from, { types, values }]) => {
      const specifier = specifierOf(from, this.#path);
      return [...importLine("import type", types, specifier), ...importLine("import", values, specifier)];
    }).join("\n");
  }
}

type ImportedFile = { types: Map<string, string>; values: Map<string, string> };

function importLine(keyword: string, aliases: ReadonlyMap<string, string>, specifier: string): string[] {
  if (aliases.size === 0) return [];
  const names = [...aliases].map(([name, alias]) => (alias === name ? name : `${name} as ${alias}`));
  return [`${keyword} { ${names.sort().join(", ")} } from ${JSON.stringify(specifier)};`];
}

function freeAlias(name: string, taken: ReadonlySet<string>): string {
  let alias = name;
  for (let number = 2; taken.has(alias); number++) alias = `${name}${number}`;
  return alias;
}
