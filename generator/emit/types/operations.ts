import type { Api, Operation } from "../../model/api.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import { propertyKey } from "../../print/literal.ts";
import { blockPieces, code, type Printable } from "../../print/printable.ts";
import { operationDoc } from "../call/operation-doc.ts";
import { operationObject, type OperationContext } from "./path-item.ts";

/** `export interface operations { listPets: { parameters: …; requestBody?: never; responses: … } }` */
export function* operationsInterface(api: Api, plan: TypePlan): Iterable<Printable> {
  const listed = listOperations(api);
  if (listed.size === 0) yield "export type operations = Record<string, never>;";
  else yield* blockPieces("export interface operations ", operationMembers(api, plan, listed));
}

function* operationMembers(api: Api, plan: TypePlan, listed: ReadonlyMap<string, string>): Iterable<Printable> {
  for (const operation of api.operations) yield* operationMember(operation, { plan, listed, calledBy: "consumer" });
  for (const { operations } of api.webhooks) {
    for (const operation of operations) yield* operationMember(operation, { plan, listed, calledBy: "owner" });
  }
}

/** The place of each operation that has an operationId, by that. */
export function listOperations(api: Api): ReadonlyMap<string, string> {
  const listed = new Map<string, string>();
  for (const { operationId, at } of [...api.operations, ...api.webhooks.flatMap(({ operations }) => operations)]) {
    if (operationId !== undefined && !listed.has(operationId)) listed.set(operationId, at);
  }
  return listed;
}

function operationMember(operation: Operation, context: OperationContext): Printable[] {
  const { operationId, at } = operation;
  if (operationId === undefined || context.listed.get(operationId) !== at) return [];
  return [code`${operationDoc(operation)}${propertyKey(operationId)}: ${operationObject(operation, context)};`];
}
