import { ts } from "ts-morph";
import { lineEndAfter } from "./after-member.ts";
import { bracedOf } from "./braced.ts";
import type { Edit } from "./edit.ts";
import type { HandlerFile } from "./handler-files.ts";
import { insertPieces } from "./insert-pieces.ts";
import { resolvedPath } from "./resolved-path.ts";
import type { Style } from "./style.ts";

/** The types of server.ts in a person's file: under what names they are there, and the edits that import the others. */
export class ServerTypes {
  readonly #file: HandlerFile;
  readonly #specifier: string;
  readonly #imports: ts.ImportDeclaration[];
  readonly #added = new Map<string, string>();

  /** `specifier`: how the file imports server.ts, where it does not yet. */
  constructor(file: HandlerFile, specifier: string) {
    this.#file = file;
    this.#specifier = specifier;
    const server = withoutEnding(resolvedPath(file.path, specifier));
    this.#imports = file.source.statements.filter((statement) => ts.isImportDeclaration(statement)).filter(({ moduleSpecifier }) => {
      const written = ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : "";
      // `#generated/server.js`, `@/generated/server`: what is not relative is known by how it ends.
      return written.startsWith(".") ? withoutEnding(resolvedPath(file.path, written)) === server : /(^|[/#@])server(\.[jt]s)?$/.test(written);
    });
  }

  /** What a type is called in the file. */
  use(name: string): string {
    for (const { importClause } of this.#imports) {
      const bindings = importClause?.namedBindings;
      if (bindings && ts.isNamespaceImport(bindings)) return `${bindings.name.text}.${name}`;
      const known = bindings?.elements.find((element) => (element.propertyName ?? element.name).text === name);
      if (known) return known.name.text;
    }
    const added = this.#added.get(name);
    if (added !== undefined) return added;
    let alias = name;
    for (let number = 2; this.#isTaken(alias); number++) alias = `${name}${number}`;
    this.#added.set(name, alias);
    return alias;
  }

  /** The edits that import what was used and is not there. */
  edits(style: Style): Edit[] {
    if (this.#added.size === 0) return [];
    const names = [...this.#added].map(([name, alias]) => (name === alias ? name : `${name} as ${alias}`));
    const home = this.#home();
    return home ? intoImport(home, names, this.#file, style) : [this.#importLine(names, style)];
  }

  #isTaken(name: string): boolean {
    const { source, text } = this.#file;
    return [...this.#added.values()].includes(name) || (text.includes(name) && hasIdentifier(source, name));
  }

  /** The import that takes more names: one of types before one of values. */
  #home(): ts.ImportDeclaration | undefined {
    const open = this.#imports.filter(({ importClause }) => importClause?.namedBindings && ts.isNamedImports(importClause.namedBindings) && importClause.namedBindings.elements.length > 0);
    return open.find(({ importClause }) => importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) ?? open[0];
  }

  #importLine(names: readonly string[], { lineEnd, quote, semicolon }: Style): Edit {
    const { source, text } = this.#file;
    const line = `import type { ${names.join(", ")} } from ${quote}${this.#specifier}${quote}${semicolon}`;
    const last = source.statements.findLast((statement) => ts.isImportDeclaration(statement));
    if (!last) return { start: text.length, end: text.length, text: line + lineEnd + lineEnd };
    const rest = lineEndAfter(text, last.end);
    const at = "end" in rest ? rest.end : last.end;
    return { start: at, end: at, text: lineEnd + line };
  }
}

function intoImport({ importClause }: ts.ImportDeclaration, names: readonly string[], file: HandlerFile, style: Style): Edit[] {
  const bindings = importClause?.namedBindings;
  if (!bindings || !ts.isNamedImports(bindings)) return [];
  const written = importClause.phaseModifier === ts.SyntaxKind.TypeKeyword ? names : names.map((name) => `type ${name}`);
  const braced = bracedOf(bindings, file, style);
  const last = bindings.elements.at(-1);
  const line = file.text.slice(file.text.lastIndexOf("\n", bindings.pos) + 1).split(/\r?\n/, 1)[0] ?? "";
  if (last && braced.isOneLine && line.length + written.join(", ").length < 120) return [{ start: last.end, end: last.end, text: `, ${written.join(", ")}` }];
  return insertPieces(braced, new Map([[undefined, written]]), style);
}

function hasIdentifier(node: ts.Node, name: string): boolean {
  return (ts.isIdentifier(node) && node.text === name) || ts.forEachChild(node, (child) => hasIdentifier(child, name) || undefined) === true;
}

function withoutEnding(path: string): string {
  return path.replace(/\.[jt]sx?$/, "");
}
