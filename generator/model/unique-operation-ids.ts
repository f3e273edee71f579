import type { Operation, PathItem } from "./api.ts";
import type { Reader } from "./reader.ts";

/**
 * Takes the `operationId` from every operation but the first that has it (OAS: "unique among all operations described in
 * the API"), those of callbacks included, so that it names one operation and can be looked up.
 */
export function makeOperationIdsUnique(pathItems: readonly PathItem[], reader: Reader): void {
  const first = new Map<string, Operation>();
  const visited = new Set<PathItem>();
  const waiting = [...pathItems].reverse();
  for (let pathItem = waiting.pop(); pathItem !== undefined; pathItem = waiting.pop()) {
    if (visited.has(pathItem)) continue;
    visited.add(pathItem);
    for (const operation of pathItem.operations) {
      claim(operation, first, reader);
      for (const callback of operation.callbacks) waiting.push(...callback.pathItems);
    }
  }
}

function claim(operation: Operation, first: Map<string, Operation>, reader: Reader): void {
  const { operationId } = operation;
  if (operationId === undefined) return;
  const other = first.get(operationId);
  if (other === undefined) {
    first.set(operationId, operation);
    return;
  }
  delete operation.operationId;
  const at = operation.at === other.at ? operation.at : `${operation.at}/operationId`;
  reader.warn("duplicate-operation-id", at, `"${operationId}" is the operationId of ${other.method} ${other.path} already; here it is left out.`);
}
