import type { Operation } from "../model/api.ts";

/** What an operation is called on its page: its summary, else its operationId, else its route. */
export function operationTitle({ doc, operationId, method, path }: Operation): string {
  return doc.summary?.trim() || operationId || `${method.toUpperCase()} ${path}`;
}
