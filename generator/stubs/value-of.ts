import { ts } from "ts-morph";
import { declared, exported, type Declared } from "./declared.ts";
import type { Group } from "./group.ts";
import type { HandlerFile, HandlerFiles } from "./handler-files.ts";
import { interfaceName, type InterfaceName } from "./interface-name.ts";
import { localDeclaration } from "./local-declaration.ts";

/** The braces that hold handlers, before anybody reads what is between them. */
export type Braces = Omit<Group, "members" | "unknown">;

/** What is known of an expression from around it: whether a type of ours gives its functions their parameters. */
export type Context = { file: HandlerFile; files: HandlerFiles; typed: boolean; principals?: string };

/** The object, the instances' class, or the module that an expression is; `undefined` where that cannot be seen without running it. */
export function valueOf(expression: ts.Expression, context: Context, depth = 0): Braces | undefined {
  const { file, files } = context;
  // Names that stand for each other in a circle would have us go round for ever.
  if (depth > 30) return undefined;
  if (ts.isParenthesizedExpression(expression) || ts.isNonNullExpression(expression)) return valueOf(expression.expression, context, depth + 1);
  if (ts.isSatisfiesExpression(expression) || ts.isAsExpression(expression)) {
    return valueOf(expression.expression, { ...context, ...typing(expression.type, context) }, depth + 1);
  }
  if (ts.isObjectLiteralExpression(expression)) return { file, node: expression, ...typingOf(context) };
  if (ts.isIdentifier(expression)) return ofDeclared(standsFor(expression, file, files), context, depth + 1);
  if (ts.isNewExpression(expression) && ts.isIdentifier(expression.expression)) {
    const found = standsFor(expression.expression, file, files);
    return found && ts.isClassDeclaration(found.node) ? instancesOf(found.node, found.file, files) : undefined;
  }
  if (ts.isPropertyAccessExpression(expression) && ts.isIdentifier(expression.expression)) {
    const module = standsFor(expression.expression, file, files);
    return module && ts.isSourceFile(module.node) ? ofDeclared(exported(expression.name.text, module.file, files), context, depth + 1) : undefined;
  }
  return undefined;
}

/** The declaration that a name in an expression means; `undefined` also for a function's parameter. */
export function standsFor(name: ts.Identifier, file: HandlerFile, files: HandlerFiles): Declared | undefined {
  const local = localDeclaration(name);
  if (local === "parameter") return undefined;
  return local ? { file, node: local } : declared(name.text, file, files);
}

/** The instances of a class. What it implements gives its methods no types, but says what its principals are. */
export function instancesOf(node: ts.ClassLikeDeclaration, file: HandlerFile, files: HandlerFiles): Braces {
  const [name] = implemented(node, file, files);
  return { file, node, typed: false, ...(name?.principals !== undefined && { principals: name.principals }) };
}

/** The interfaces of server.ts that a class says it implements. */
export function implemented(node: ts.ClassLikeDeclaration, file: HandlerFile, files: HandlerFiles): InterfaceName[] {
  const types = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ImplementsKeyword)?.types ?? [];
  return types.flatMap((type) => interfaceName(type, file, files) ?? []);
}

/** What a type that stands beside an expression says of it: nothing where it is none of ours, as `const`. */
export function typing(type: ts.TypeNode, { file, files }: Context): Pick<Context, "typed" | "principals"> | undefined {
  const name = interfaceName(type, file, files);
  return name && { typed: true, ...(name.principals !== undefined && { principals: name.principals }) };
}

function ofDeclared(found: Declared | undefined, { files }: Context, depth: number): Braces | undefined {
  if (!found) return undefined;
  const { file, node } = found;
  const fresh: Context = { file, files, typed: false };
  if (ts.isSourceFile(node)) return { file, node, typed: false };
  if (ts.isClassDeclaration(node) || ts.isTypeAliasDeclaration(node)) return undefined;
  if (!ts.isVariableDeclaration(node)) return valueOf(node, fresh, depth);
  return node.initializer && valueOf(node.initializer, { ...fresh, ...(node.type && typing(node.type, fresh)) }, depth);
}

function typingOf({ typed, principals }: Context): Pick<Context, "typed" | "principals"> {
  return { typed, ...(principals !== undefined && { principals }) };
}
