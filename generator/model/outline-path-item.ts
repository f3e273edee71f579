import { isObject, member } from "../json.ts";
import type { Operation, PathItem } from "./api.ts";
import type { Cursor } from "./cursor.ts";
import { fixedMethods } from "./fixed-methods.ts";
import { present } from "./present.ts";

/** What tells an operation from others, before anything else of it is read. */
export type OperationName = Pick<Operation, "method" | "path" | "operationId">;

/**
 * A path item with the names of its operations and nothing else, where none of them is wanted: of a large document, what nobody asks for need
 * not be read. `undefined` where one is, or where the operations stand elsewhere.
 */
export function outlinePathItem({ value, pointer }: Pick<Cursor, "value" | "pointer">, path: string, isWanted: (operation: OperationName) => boolean): PathItem | undefined {
  if (member(value, "$ref") !== undefined || member(value, "additionalOperations") !== undefined) return undefined;
  const operations = Object.keys(value).flatMap((method): Operation[] => {
    const operation = fixedMethods.has(method) ? member(value, method) : undefined;
    if (!isObject(operation)) return [];
    const id = member(operation, "operationId");
    const operationId = typeof id === "string" ? id : undefined;
    return [present<Operation>({ at: `${pointer}/${method}`, method, path, operationId, tags: [], parameters: [], responses: [], callbacks: [], security: [], doc: {}, extensions: [] })];
  });
  return operations.some(isWanted) ? undefined : { at: pointer, path, parameters: [], operations, doc: {}, extensions: [] };
}
