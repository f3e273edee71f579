import type { Operation, PathItem } from "./api.ts";
import type { Reader } from "./reader.ts";

/**
 * Takes the `operationId` from every operation but the first that has it (OAS: "unique among all operations described in
 * the API"), so that it names one operation and can be looked up. Those of callbacks come after all others.
 */
export function makeOperationIdsUnique(pathItems: readonly PathItem[], reader: Reader): void {
  const first = new Map<string, Operation>();
  const visited = new Set(pathItems);
  // The set grows while it is walked.
  for (const pathItem of visited) {
    for (const operation of pathItem.operations) {
      claim(operation, first, reader);
      for (const inner of operation.callbacks.flatMap((callback) => callback.pathItems)) visited.add(inner);
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
