import type { Api, SecurityScheme } from "../../model/api.ts";
import { upperFirst } from "../../model/identifier.ts";
import { methodAndPath } from "../../model/sent-method.ts";
import { propertyKey } from "../../print/literal.ts";
import { blockPieces, code, type Printable } from "../../print/printable.ts";
import { namespaceDoc } from "../call/namespace-doc.ts";
import type { Namespaces } from "../call/namespaces.ts";
import { operationDoc } from "../call/operation-doc.ts";
import type { ServedOperation } from "../call/operation-modules.ts";
import { runtimeType } from "../call/runtime-name.ts";
import { principalOf } from "./principals.ts";

/** `export interface Handlers<P> { readonly pets: PetsHandlers<P> }`, and an interface for each namespace. */
export function* handlerInterfaces({ root, spaces }: Namespaces<ServedOperation>, { tags }: Api, schemes: readonly SecurityScheme[]): Iterable<Printable> {
  const [declared, used] = schemes.length === 0 ? ["", ""] : ["<P extends Principals = Principals>", "<P>"];
  const groups = [...spaces].map(([name, all]) => ({ name, all, doc: namespaceDoc(all[0]?.operation, tags), type: `${upperFirst(name)}Handlers` }));
  yield "/** What a server implements: a function for each operation, grouped as the methods of the client are. */\n";
  yield* blockPieces(`export interface Handlers${declared} `, [
    ...root.map((served) => method(served, schemes)),
    ...groups.map(({ name, doc, type }) => code`${doc}readonly ${propertyKey(name)}: ${type}${used};`),
  ]);
  for (const { all, doc, type } of groups) {
    yield code`\n\n${doc}`;
    yield* blockPieces(`export interface ${type}${declared} `, all.map((served) => method(served, schemes)));
  }
}

function method({ operation, name, type }: ServedOperation, schemes: readonly SecurityScheme[]): Printable {
  const doc = operationDoc(operation, `\`${methodAndPath(operation)}\``);
  const context = code`${runtimeType("server/handler", "Context")}<${principalOf(operation, schemes)}>`;
  return code`${doc}${propertyKey(name.method)}(request: ${type}Input, reply: ${type}Reply, context: ${context}): ${type}Answer | Promise<${type}Answer>;`;
}
