import { ts } from "ts-morph";

/**
 * What a name stands for inside the functions around it; `undefined` where it is of the file's top level, and `"parameter"` where it is
 * handed in, so that nothing is known of it.
 */
export function localDeclaration(name: ts.Identifier): ts.VariableDeclaration | ts.ClassDeclaration | "parameter" | undefined {
  for (let node: ts.Node = name.parent; !ts.isSourceFile(node); node = node.parent) {
    if (ts.isBlock(node)) {
      const found = node.statements.flatMap(declarationsOf).find((declaration) => declaration.name !== undefined && ts.isIdentifier(declaration.name) && declaration.name.text === name.text);
      if (found) return found;
    }
    if (ts.isFunctionLike(node) && node.parameters.some((parameter) => bindings(parameter.name).includes(name.text))) return "parameter";
  }
  return undefined;
}

function declarationsOf(statement: ts.Statement): (ts.VariableDeclaration | ts.ClassDeclaration)[] {
  if (ts.isVariableStatement(statement)) return [...statement.declarationList.declarations];
  return ts.isClassDeclaration(statement) ? [statement] : [];
}

function bindings(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : bindings(element.name)));
}
