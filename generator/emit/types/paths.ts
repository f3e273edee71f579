import type { Api, PathItem } from "../../model/api.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import { jsDoc } from "../../print/js-doc.ts";
import { propertyKey } from "../../print/literal.ts";
import { blockPieces, code, type Printable } from "../../print/printable.ts";
import { listOperations } from "./operations.ts";
import { type OperationContext, pathItemObject } from "./path-item.ts";

/** `export interface paths { "/pets": { parameters: …; get: operations["listPets"]; … } }` */
export function pathsInterface(api: Api, plan: TypePlan): Iterable<Printable> {
  return pathItemsInterface("paths", api.paths, { plan, listed: listOperations(api), calledBy: "consumer" });
}

/** `export interface webhooks { petAdded: { … } }` */
export function webhooksInterface(api: Api, plan: TypePlan): Iterable<Printable> {
  return pathItemsInterface("webhooks", api.webhooks, { plan, listed: listOperations(api), calledBy: "owner" });
}

function* pathItemsInterface(name: string, pathItems: readonly PathItem[], context: OperationContext): Iterable<Printable> {
  if (pathItems.length === 0) yield `export type ${name} = Record<string, never>;`;
  else yield* blockPieces(`export interface ${name} `, pathItemMembers(pathItems, context));
}

function* pathItemMembers(pathItems: readonly PathItem[], context: OperationContext): Iterable<Printable> {
  for (const pathItem of pathItems) {
    const doc = jsDoc([pathItem.doc.summary, pathItem.doc.description]);
    yield code`${doc}${propertyKey(pathItem.path)}: ${pathItemObject(pathItem, context)};`;
  }
}
