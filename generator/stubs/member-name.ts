import { ts } from "ts-morph";
import { declared } from "./declared.ts";
import type { HandlerFile, HandlerFiles } from "./handler-files.ts";

/** What a member is called: of `get`, `"get-user"`, `["get"]` and `[key]` with `const key = "get"`; `undefined` where only a run would tell. */
export function memberName(name: ts.PropertyName, file: HandlerFile, files: HandlerFiles): string | undefined {
  if (ts.isComputedPropertyName(name)) return textOf(name.expression, file, files);
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name) ? name.text : undefined;
}

function textOf(expression: ts.Expression, file: HandlerFile, files: HandlerFiles): string | undefined {
  if (ts.isStringLiteralLike(expression)) return expression.text;
  if (ts.isAsExpression(expression) || ts.isParenthesizedExpression(expression)) return textOf(expression.expression, file, files);
  if (!ts.isIdentifier(expression)) return undefined;
  const constant = declared(expression.text, file, files);
  if (!constant || !ts.isVariableDeclaration(constant.node) || !constant.node.initializer) return undefined;
  const isConstant = (constant.node.parent.flags & ts.NodeFlags.Const) !== 0;
  // One step only: a constant that is made of another one is as good as computed.
  return isConstant && ts.isStringLiteralLike(constant.node.initializer) ? constant.node.initializer.text : undefined;
}
