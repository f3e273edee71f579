import { ts } from "ts-morph";
import { declared, importedAs } from "./declared.ts";
import type { HandlerFile, HandlerFiles } from "./handler-files.ts";

/**
 * The interface of server.ts that a type means. `keys` are those that `Pick` leaves of it, `without` those that `Omit` takes away.
 *
 *     Handlers<App>                       { name: "Handlers", principals: "App" }
 *     Pick<Handlers, "pets" | "users">    { name: "Handlers", keys: ["pets", "users"] }
 *     Handlers["pets"]                    { name: "Handlers", member: "pets" }
 */
export type InterfaceName = { name: string; principals?: string; keys?: string[]; without?: string[]; member?: string };

/** The interface that a type of a person's file means; whatever it may be called there. */
export function interfaceName(type: ts.TypeNode | ts.ExpressionWithTypeArguments, file: HandlerFile, files: HandlerFiles): InterfaceName | undefined {
  if (ts.isParenthesizedTypeNode(type)) return interfaceName(type.type, file, files);
  if (ts.isIndexedAccessTypeNode(type)) {
    const of = interfaceName(type.objectType, file, files);
    const [member] = literalsOf(type.indexType);
    return of && member !== undefined ? { ...of, member } : undefined;
  }
  if (ts.isTypeReferenceNode(type)) return named(type.typeName, type.typeArguments, { file, files });
  if (ts.isExpressionWithTypeArguments(type)) return named(type.expression, type.typeArguments, { file, files });
  return undefined;
}

type Place = { file: HandlerFile; files: HandlerFiles };

function named(name: ts.Node, given: readonly ts.TypeNode[] | undefined, place: Place): InterfaceName | undefined {
  const { file, files } = place;
  const [first, second] = given ?? [];
  if (ts.isIdentifier(name) && first && transparent.has(name.text)) {
    const of = interfaceName(first, file, files);
    if (!of || !second) return of;
    return name.text === "Pick" ? { ...of, keys: literalsOf(second) } : { ...of, without: literalsOf(second) };
  }
  const principals = first && { principals: first.getText(file.source) };
  // `api.Handlers` of `import type * as api`.
  if (ts.isQualifiedName(name)) return { name: name.right.text, ...principals };
  if (ts.isPropertyAccessExpression(name)) return { name: name.name.text, ...principals };
  if (!ts.isIdentifier(name)) return undefined;
  const imported = file.source.statements.filter(ts.isImportDeclaration).flatMap((statement) => importedAs(name.text, statement) ?? []);
  const alias = declared(name.text, file, files);
  if (alias && ts.isTypeAliasDeclaration(alias.node)) return interfaceName(alias.node.type, alias.file, files);
  return imported[0] === undefined ? undefined : { name: imported[0], ...principals };
}

/** Types that change nothing of what members there are, or only which. `Incomplete` is the one of server.ts. */
const transparent = new Set(["Partial", "Required", "Readonly", "Incomplete", "Pick", "Omit"]);

/** `"a" | "b"` */
function literalsOf(type: ts.TypeNode): string[] {
  if (ts.isUnionTypeNode(type)) return type.types.flatMap(literalsOf);
  return ts.isLiteralTypeNode(type) && ts.isStringLiteralLike(type.literal) ? [type.literal.text] : [];
}
