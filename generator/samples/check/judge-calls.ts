import type { Operation } from "../../model/api.ts";
import { type ClientCall, plainName } from "./client-calls.ts";
import type { OperationCall } from "./operation-calls.ts";

/**
 * What is wrong with the calls of a sample, if anything can be said: it calls another operation, or gives an argument that its own does not
 * take. A name that no operation has is wrong where `isOurs`: the document's other samples call methods as we do.
 */
export function judgeCalls(found: readonly ClientCall[], operation: Operation, { calls, isOurs }: { calls: ReadonlyMap<string, OperationCall>; isOurs: boolean }): string | undefined {
  const own = [...calls.values()].find((call) => call.operation === operation);
  const [first] = found;
  if (own === undefined || first === undefined) return undefined;
  const call = found.find(({ name }) => name === own.name);
  if (call === undefined) return isOurs || calls.has(first.name) ? otherCall(first, own, calls) : undefined;
  const unknown = own.takes === undefined ? [] : (call.argumentNames ?? []).filter((name) => own.takes?.has(plainName(name)) === false);
  if (unknown.length === 0) return undefined;
  return `gives ${unknown.map((name) => JSON.stringify(name)).join(", ")}, which ${unknown.length === 1 ? "is no parameter" : "are no parameters"} of the operation`;
}

function otherCall({ name, written }: ClientCall, own: OperationCall, calls: ReadonlyMap<string, OperationCall>): string {
  const other = calls.get(name)?.operation;
  const which = other === undefined ? "which no operation is called" : `which is ${other.method.toUpperCase()} ${other.path}`;
  return `calls ${written}, ${which}; this one is ${own.written}`;
}
