import type { Api, NamedSchema } from "../model/api.ts";
import type { TypePlan } from "../model/type-plan.ts";
import type { CodeFile } from "../print/print-file.ts";
import { code, type Printable } from "../print/printable.ts";
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
  return { path: typesFile, header: header(api), declares: declaredNames(plan), body: body(api, plan) };
}

function* body(api: Api, plan: TypePlan): Iterable<Printable> {
  for (const schema of api.schemas) yield* namedTypes(schema, plan);
  for (const part of [pathsInterface(api, plan), webhooksInterface(api, plan), componentsInterface(api, plan)]) {
    yield* part;
    yield "\n\n";
  }
  yield "export type $defs = Record<string, never>;\n\n";
  yield* operationsInterface(api, plan);
}

function* namedTypes({ id, schema }: NamedSchema, plan: TypePlan): Iterable<Printable> {
  const names = plan.names.get(id);
  if (names === undefined) return;
  yield code`${docOf(schema, plan)}export type ${names.name} = ${declaredType(id, schema, plan, "response")};\n\n`;
  if (names.requestName === undefined) return;
  const request = declaredType(id, schema, plan, "request");
  yield code`/** What a request sends of ${names.name}. */\nexport type ${names.requestName} = ${request};\n\n`;
}

function declaredNames(plan: TypePlan): Set<string> {
  const names = [...plan.names.values()].flatMap(({ name, requestName }) => (requestName === undefined ? [name] : [name, requestName]));
  return new Set([...names, "paths", "webhooks", "components", "$defs", "operations"]);
}
