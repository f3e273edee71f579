import type { Operation, PathItem } from "./api.ts";
import { mergeParameters } from "./build-parameters.ts";

/**
 * A path item that has members of its own beside its `$ref`. OAS leaves open what counts where both have a field ("the
 * behavior is undefined"); here it is the nearer one.
 */
export function extendPathItem(base: PathItem, own: PathItem): PathItem {
  const { component: _, ...rest } = base;
  const redefined = new Set(own.operations.map(({ method }) => method));
  const inherited = base.operations.filter(({ method }) => !redefined.has(method));
  const servers = own.servers ?? base.servers;
  return {
    ...rest,
    at: own.at,
    parameters: mergeParameters(base.parameters, own.parameters),
    operations: [...inherited.map((operation) => extend(operation, own)), ...own.operations.map((operation) => extend(operation, base))],
    ...(servers !== undefined && { servers }),
    doc: { ...base.doc, ...own.doc },
    extensions: [...base.extensions, ...own.extensions],
  };
}

function extend(operation: Operation, { parameters, servers }: PathItem): Operation {
  const counting = operation.servers ?? servers;
  return { ...operation, parameters: mergeParameters(parameters, operation.parameters), ...(counting !== undefined && { servers: counting }) };
}
