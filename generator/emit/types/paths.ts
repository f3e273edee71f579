import type { Api, PathItem } from "../../model/api.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import { jsDoc } from "../../print/js-doc.ts";
import { propertyKey } from "../../print/literal.ts";
import { block, code, type Printable } from "../../print/printable.ts";
import { listOperations } from "./operations.ts";
import { type OperationContext, pathItemObject } from "./path-item.ts";

/** `export interface paths { "/pets": { parameters: …; get: operations["listPets"]; … } }` */
export function pathsInterface(api: Api, plan: TypePlan): Printable {
  return pathItemsInterface("paths", api.paths, { plan, listed: listOperations(api), calledBy: "consumer" });
}

/** `export interface webhooks { petAdded: { … } }` */
export function webhooksInterface(api: Api, plan: TypePlan): Printable {
  return pathItemsInterface("webhooks", api.webhooks, { plan, listed: listOperations(api), calledBy: "owner" });
}

function pathItemsInterface(name: string, pathItems: readonly PathItem[], context: OperationContext): Printable {
  if (pathItems.length === 0) return `export type ${name} = Record<string, never>;`;
  const members = pathItems.map((pathItem) => {
    const doc = jsDoc([pathItem.doc.summary, pathItem.doc.description]);
    return code`${doc}${propertyKey(pathItem.path)}: ${pathItemObject(pathItem, context)};`;
  });
  return code`export interface ${name} ${block(members)}`;
}
