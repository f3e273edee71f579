import type { Call } from "../call/plan-calls.ts";

/** The methods of a client: those of each namespace, and those that have none, in the document's order. */
export type Namespaces = { root: Call[]; spaces: Map<string, Call[]> };

/** The calls by namespace. */
export function namespacesOf(calls: readonly Call[]): Namespaces {
  const namespaces: Namespaces = { root: [], spaces: new Map() };
  for (const call of calls) {
    const { namespace } = call.name;
    const known = namespace === undefined ? namespaces.root : namespaces.spaces.get(namespace);
    if (known !== undefined) known.push(call);
    else if (namespace !== undefined) namespaces.spaces.set(namespace, [call]);
  }
  return namespaces;
}
