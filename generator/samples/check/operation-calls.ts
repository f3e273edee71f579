import { argumentsOf } from "../../emit/call/arguments.ts";
import type { Api, MediaType, Operation } from "../../model/api.ts";
import { schemaById } from "../../model/lookup.ts";
import { nameOperations } from "../../model/operation-names.ts";
import type { Schema, SchemaId } from "../../model/schema.ts";
import { plainName } from "./client-calls.ts";

/** How an operation is called: its name in letters only, and the names that it takes; `undefined` where its body can have any. */
export type OperationCall = { operation: Operation; written: string; name: string; takes: ReadonlySet<string> | undefined };

/** The calls of all operations, by name in letters only. */
export function operationCalls(api: Api): Map<string, OperationCall> {
  const schemas = schemaById(api);
  return new Map([...nameOperations(api.operations)].map(([operation, { namespace = "", method }]) => {
    const name = plainName(namespace + method);
    return [name, { operation, written: ["client", namespace, method].filter((part) => part !== "").join("."), name, takes: takenNames(operation, schemas) }];
  }));
}

/** Clients that somebody wrote by hand take the members of a body beside the parameters, and some the whole query as one. */
function takenNames(operation: Operation, schemas: ReadonlyMap<SchemaId, Schema>): Set<string> | undefined {
  const members = operation.requestBody?.content.map((mediaType) => bodyNames(mediaType, schemas)) ?? [];
  if (members.some((names) => names === undefined)) return undefined;
  const all = [...argumentsOf(operation).map(({ key }) => key), ...operation.parameters.map(({ name }) => name), ...members.flatMap((names) => names ?? [])];
  return new Set([...all, "body", "contentType", "querystring"].map(plainName));
}

function bodyNames({ schema }: MediaType, schemas: ReadonlyMap<SchemaId, Schema>): string[] | undefined {
  const target = schema?.ref === undefined ? schema : schemas.get(schema.ref);
  const isClosed = target?.properties !== undefined && [target.allOf, target.oneOf, target.anyOf, target.ref].every((keyword) => keyword === undefined);
  return isClosed ? target.properties?.map(({ name }) => name) : undefined;
}
