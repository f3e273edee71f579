import type { Operation } from "../../model/api.ts";
import { upperFirst } from "../../model/identifier.ts";
import { nameOperations, type OperationName } from "../../model/operation-names.ts";
import { fileNames } from "../validate/file-names.ts";

/** An operation as a server has it: what its types are called, `PetsGet…`, and the file of its contract. */
export type ServedOperation = { operation: Operation; name: OperationName; type: string; module: string };

/** The operations of an Api with their names, in the document's order. */
export function servedOperations(operations: readonly Operation[]): ServedOperation[] {
  const named = [...nameOperations(operations)].map(([operation, name]) => ({ operation, name, type: upperFirst(name.constant) }));
  const files = fileNames(named.map(({ type }) => type));
  return named.map((one) => ({ ...one, module: `validators/operations/${files.get(one.type) ?? one.type}.ts` }));
}
