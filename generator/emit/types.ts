import type { Api, NamedSchema } from "../model/api.ts";
import type { TypePlan } from "../model/type-plan.ts";
import type { CodeFile } from "../print/print-file.ts";
import { type Printable, code, join } from "../print/printable.ts";
import { printType } from "../print/type-expression.ts";
import { docOf } from "./schema/doc-of.ts";
import { declaredType, typesFile } from "./schema/type-of.ts";
import { header } from "./header.ts";
import { componentsInterface } from "./types/components.ts";
import { operationsInterface } from "./types/operations.ts";
import { pathsInterface, webhooksInterface } from "./types/paths.ts";

/**
 * `types.ts`: a type for each named schema, and `paths`, `webhooks`, `components`, `$defs` and `operations` in the shape that
 * openapi-typescript made known, so that openapi-fetch and its relatives take them.
 */
export function emitTypes(api: Api, plan: TypePlan): CodeFile {
  const body: Printable[] = [
    ...api.schemas.flatMap((schema) => namedTypes(schema, plan)),
    pathsInterface(api, plan),
    webhooksInterface(api, plan),
    componentsInterface(api, plan),
    code`export type $defs = Record<string, never>;`,
    operationsInterface(api, plan),
  ];
  return { path: typesFile, header: header(api), declares: declaredNames(plan), body: join(body, "\n\n") };
}

function namedTypes({ id, schema }: NamedSchema, plan: TypePlan): Printable[] {
  const names = plan.names.get(id);
  if (names === undefined) return [];
  const doc = docOf(schema, plan);
  const declarations = [code`${doc}export type ${names.name} = ${printType(declaredType(id, schema, plan, "response"))};`];
  if (names.requestName !== undefined) {
    const request = printType(declaredType(id, schema, plan, "request"));
    declarations.push(code`/** What a request sends of ${names.name}. */\nexport type ${names.requestName} = ${request};`);
  }
  return declarations;
}

function declaredNames(plan: TypePlan): Set<string> {
  const names = [...plan.names.values()].flatMap(({ name, requestName }) => (requestName === undefined ? [name] : [name, requestName]));
  return new Set([...names, "paths", "webhooks", "components", "$defs", "operations"]);
}
