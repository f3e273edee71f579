import type { OperationName } from "../../model/operation-names.ts";

/** Operations by namespace, and those that have none, in the document's order. */
export type Namespaces<One> = { root: One[]; spaces: Map<string, One[]> };

/** What there is of each operation, by the operation's namespace. */
export function namespacesOf<One extends { name: OperationName }>(all: readonly One[]): Namespaces<One> {
  const namespaces: Namespaces<One> = { root: [], spaces: new Map() };
  for (const one of all) {
    const { namespace } = one.name;
    const known = namespace === undefined ? namespaces.root : namespaces.spaces.get(namespace);
    if (known !== undefined) known.push(one);
    else if (namespace !== undefined) namespaces.spaces.set(namespace, [one]);
  }
  return namespaces;
}
