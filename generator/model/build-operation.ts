import type { Callback, Operation, Parameter, Server } from "./api.ts";
import { buildParameters, mergeParameters } from "./build-parameters.ts";
import { buildRequestBody } from "./build-request-body.ts";
import { buildResponses } from "./build-response.ts";
import { buildSecurity } from "./build-security.ts";
import { buildServers } from "./build-server.ts";
import type { Cursor } from "./cursor.ts";
import { present } from "./present.ts";

/** What an operation has from its path item, and where it stands in it. */
export type OperationPlace = {
  method: string;
  additional: boolean;
  parameters: readonly Parameter[];
  servers: Server[] | undefined;
  callbacks: Callback[];
};

/** An operation with everything that counts for it (OAS "Operation Object"). Its `path` is set where its path item is placed. */
export function buildOperation(cursor: Cursor, place: OperationPlace): Operation {
  const requestBody = cursor.part("requestBody");
  const operation: Operation = {
    at: cursor.pointer,
    method: place.method,
    path: "",
    tags: cursor.strings("tags") ?? [],
    parameters: mergeParameters(place.parameters, buildParameters(cursor)),
    responses: buildResponses(cursor),
    callbacks: place.callbacks,
    security: buildSecurity(cursor) ?? cursor.reader.security,
    doc: cursor.doc(),
    additional: place.additional || undefined,
    operationId: cursor.text("operationId"),
    requestBody: requestBody && buildRequestBody(requestBody),
    servers: buildServers(cursor) ?? place.servers,
    extensions: cursor.extensions(),
  };
  return present(operation);
}
