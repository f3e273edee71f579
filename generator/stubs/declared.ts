import { ts } from "ts-morph";
import type { HandlerFile, HandlerFiles } from "./handler-files.ts";

/** What a name stands for, and the file that says so. A module is what `import * as pets` gives. */
export type Declared = { file: HandlerFile; node: ts.VariableDeclaration | ts.ClassDeclaration | ts.TypeAliasDeclaration | ts.Expression | ts.SourceFile };

/** What a name of a file's top level stands for, through imports and what other files pass on; `undefined` where that cannot be seen. */
export function declared(name: string, file: HandlerFile, files: HandlerFiles): Declared | undefined {
  return find({ name, file, exported: false }, { files, seen: new Set() });
}

/** What a module exports under a name. */
export function exported(name: string, file: HandlerFile, files: HandlerFiles): Declared | undefined {
  return find({ name, file, exported: true }, { files, seen: new Set() });
}

type Wish = { name: string; file: HandlerFile; exported: boolean };
type Search = { files: HandlerFiles; seen: Set<string> };

function find(wish: Wish, search: Search): Declared | undefined {
  const key = JSON.stringify([wish.name, wish.file.path, wish.exported]);
  if (search.seen.has(key)) return undefined;
  search.seen.add(key);
  for (const statement of wish.file.source.statements) {
    const found = wish.exported ? findExported(statement, wish, search) : findDeclared(statement, wish, search);
    if (found) return found;
  }
  // `export { x }` was looked at above; `export const x` is a declaration like any other.
  return wish.exported && wish.name !== "default" ? find({ ...wish, exported: false }, search) : undefined;
}

function findDeclared(statement: ts.Statement, { name, file }: Wish, search: Search): Declared | undefined {
  if (ts.isVariableStatement(statement)) {
    const node = statement.declarationList.declarations.find((declaration) => ts.isIdentifier(declaration.name) && declaration.name.text === name);
    return node && { file, node };
  }
  if (ts.isClassDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return statement.name?.text === name ? { file, node: statement } : undefined;
  if (!ts.isImportDeclaration(statement)) return undefined;
  const target = importedAs(name, statement);
  const from = target === undefined ? undefined : importedFile(statement.moduleSpecifier, file, search.files);
  if (target === undefined || !from) return undefined;
  return target === "*" ? { file: from, node: from.source } : find({ name: target, file: from, exported: true }, search);
}

/** The name that a local one has where it comes from; `*` for the whole module. */
export function importedAs(name: string, { importClause }: ts.ImportDeclaration): string | undefined {
  if (importClause?.name?.text === name) return "default";
  const bindings = importClause?.namedBindings;
  if (!bindings) return undefined;
  if (ts.isNamespaceImport(bindings)) return bindings.name.text === name ? "*" : undefined;
  const element = bindings.elements.find((one) => one.name.text === name);
  return element && (element.propertyName ?? element.name).text;
}

function findExported(statement: ts.Statement, wish: Wish, search: Search): Declared | undefined {
  const { name, file } = wish;
  if (ts.isExportAssignment(statement)) return name === "default" && !statement.isExportEquals ? { file, node: statement.expression } : undefined;
  if (ts.isClassDeclaration(statement)) {
    const isDefault = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) === true;
    return name === "default" && isDefault ? { file, node: statement } : undefined;
  }
  if (!ts.isExportDeclaration(statement)) return undefined;
  const from = statement.moduleSpecifier ? importedFile(statement.moduleSpecifier, file, search.files) : undefined;
  if (!statement.exportClause) return from && name !== "default" ? find({ name, file: from, exported: true }, search) : undefined;
  if (ts.isNamespaceExport(statement.exportClause)) return from && statement.exportClause.name.text === name ? { file: from, node: from.source } : undefined;
  const element = statement.exportClause.elements.find((one) => one.name.text === name);
  if (!element) return undefined;
  const local = (element.propertyName ?? element.name).text;
  if (statement.moduleSpecifier) return from && find({ name: local, file: from, exported: true }, search);
  return find({ name: local, file, exported: false }, search);
}

function importedFile(specifier: ts.Expression, file: HandlerFile, files: HandlerFiles): HandlerFile | undefined {
  return ts.isStringLiteral(specifier) ? files.imported(specifier.text, file) : undefined;
}
