import { ts } from "ts-morph";
import type { HandlerFile, HandlerFiles } from "./handler-files.ts";
import { interfaceName, type InterfaceName } from "./interface-name.ts";
import { importedAs } from "./declared.ts";
import { implemented, instancesOf, typing, valueOf, type Braces } from "./value-of.ts";

/** Handlers of an interface of server.ts, found in a file. `rank` says how likely they are the ones that serve: less is more. */
export type FoundGroup = { of: InterfaceName; braces: Braces; rank: number };

/**
 * What a file says are handlers, whether by a type (`satisfies Handlers`, `const handlers: Handlers`, `implements Handlers`, a function
 * that returns them) or because `createRouter` takes it.
 */
export function findGroups(file: HandlerFile, files: HandlerFiles): FoundGroup[] {
  const found: FoundGroup[] = [];
  const look = (node: ts.Node): void => {
    const here = groupAt(node, file, files);
    if (here === undefined) return ts.forEachChild(node, look);
    const known = found.find(({ braces }) => braces.node === here.braces.node);
    if (known) known.rank = Math.min(known.rank, here.rank);
    else found.push(here);
  };
  look(file.source);
  return found;
}

function groupAt(node: ts.Node, file: HandlerFile, files: HandlerFiles): FoundGroup | undefined {
  if (ts.isClassLike(node)) {
    const [of] = implemented(node, file, files).filter(({ name }) => isHandlers(name));
    return of && { of, braces: instancesOf(node, file, files), rank: rankOf(node) };
  }
  if (ts.isVariableDeclaration(node)) return node.type && node.initializer ? typed(node.initializer, node.type, { file, files }, node) : undefined;
  if (ts.isSatisfiesExpression(node) || ts.isAsExpression(node)) return typed(node.expression, node.type, { file, files }, node);
  if ((ts.isFunctionDeclaration(node) || ts.isArrowFunction(node) || ts.isMethodDeclaration(node)) && node.type) {
    const returned = returnedBy(node);
    return returned && typed(returned, node.type, { file, files }, node);
  }
  if (!ts.isCallExpression(node) || !isCreateRouter(node.expression, file)) return undefined;
  const [handlers] = node.arguments;
  const braces = handlers && valueOf(handlers, { file, files, typed: true });
  return braces && { of: { name: "Handlers" }, braces, rank: 0 };
}

function typed(expression: ts.Expression, type: ts.TypeNode, { file, files }: { file: HandlerFile; files: HandlerFiles }, at: ts.Node): FoundGroup | undefined {
  const of = interfaceName(type, file, files);
  if (!of || !isHandlers(of.name)) return undefined;
  const context = { file, files, typed: false };
  const braces = valueOf(expression, { ...context, ...typing(type, context) });
  return braces && { of, braces, rank: rankOf(at) };
}

/** `Handlers`, and those of namespaces: `SecurityHandlers`. */
function isHandlers(name: string): boolean {
  return name.endsWith("Handlers");
}

/** What a function gives back, where it does nothing but that in the end. */
function returnedBy({ body }: ts.FunctionLikeDeclaration): ts.Expression | undefined {
  if (!body || !ts.isBlock(body)) return body;
  const last = body.statements.at(-1);
  return last && ts.isReturnStatement(last) ? last.expression : undefined;
}

function isCreateRouter(callee: ts.Expression, file: HandlerFile): boolean {
  if (ts.isPropertyAccessExpression(callee)) return callee.name.text === "createRouter";
  if (!ts.isIdentifier(callee)) return false;
  return file.source.statements.some((statement) => ts.isImportDeclaration(statement) && importedAs(callee.text, statement) === "createRouter");
}

/** What createRouter takes comes first (0); then `export const handlers`, a default export, another export, what is not exported. */
function rankOf(node: ts.Node): number {
  const declaration = declarationOf(node);
  if (ts.isExportAssignment(declaration)) return 2;
  const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return 4;
  if (ts.isVariableDeclaration(declaration) && ts.isIdentifier(declaration.name) && declaration.name.text === "handlers") return 1;
  return modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) ? 2 : 3;
}

function declarationOf(node: ts.Node): ts.Node {
  let current = node;
  while (!ts.isVariableDeclaration(current) && !ts.isExportAssignment(current) && !ts.isStatement(current) && !ts.isSourceFile(current.parent)) current = current.parent;
  return current;
}
