import { ts } from "ts-morph";
import type { Addition } from "./comparison.ts";
import { printNamespace, printNamespaceField, printStub, type ParameterTypes, type StubForm } from "./print-stub.ts";
import type { ServerTypes } from "./server-types.ts";
import type { WantedHandler } from "./wanted.ts";

/** The text of a new member of a group, without its comma; the first line is not indented. */
export function pieceOf(addition: Addition, { server, ...form }: StubForm & { server: ServerTypes }): string {
  const { group } = addition;
  const principals = group.principals === undefined ? "" : `<${group.principals}>`;
  if (addition.kind === "namespace" && ts.isClassLike(group.node)) {
    const { namespace } = addition;
    return printNamespaceField(namespace, `${server.use(namespace.interface)}${principals}`, form);
  }
  const typed = group.typed ? form : { ...form, types: (handler: WantedHandler) => parameterTypes(handler, server) };
  return addition.kind === "namespace" ? printNamespace(addition.namespace, typed) : printStub(addition.handler, typed);
}

function parameterTypes({ type }: WantedHandler, server: ServerTypes): ParameterTypes {
  return { request: server.use(`${type}Input`), reply: server.use(`${type}Reply`) };
}
