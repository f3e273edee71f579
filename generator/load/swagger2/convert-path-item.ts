import { isObject, member, setMember, type Json, type JsonObject } from "../../json.ts";
import { inside, lookUp, noteMove, type Conversion, type Move } from "./conversion.ts";
import { convertParameter, convertReference } from "./convert-parameter.ts";
import { convertRequestBody, type Payload } from "./convert-request-body.ts";
import { convertResponse } from "./convert-response.ts";
import { copyOf } from "./extensions.ts";
import { serversOf } from "./servers.ts";

/** A path item as one of OpenAPI 3.0. A body that all its operations share goes into each of them. */
export function convertPathItem(conversion: Conversion, pathItem: Json, move: Move): Json {
  if (!isObject(pathItem)) return structuredClone(pathItem);
  const converted = copyOf(pathItem, (key) => !methods.has(key) && key !== "parameters");
  if (typeof pathItem["$ref"] === "string") conversion.references.push(converted);
  const { parameters, payloads } = splitParameters(conversion, member(pathItem, "parameters"), inside(move, "parameters"));
  if (parameters !== undefined) converted["parameters"] = parameters;
  for (const [method, operation] of Object.entries(pathItem)) {
    if (methods.has(method)) converted[method] = convertOperation(conversion, operation, { move: inside(move, method), shared: payloads });
  }
  return converted;
}

const methods: ReadonlySet<string> = new Set(["get", "put", "post", "delete", "options", "head", "patch"]);

/** An operation as one of OpenAPI 3.0; `shared` are the body or form parameters of its path item. */
export function convertOperation(conversion: Conversion, operation: Json, { move, shared }: { move: Move; shared: readonly Payload[] }): Json {
  if (!isObject(operation)) return structuredClone(operation);
  const { parameters, payloads } = splitParameters(conversion, member(operation, "parameters"), inside(move, "parameters"));
  const sent = overridden(shared, payloads);
  const consumes = mediaTypes(member(operation, "consumes") ?? conversion.consumes);
  const produces = mediaTypes(member(operation, "produces") ?? conversion.produces);
  const servers = operationServers(conversion, operation, move.from);
  const responses = convertResponses(conversion, member(operation, "responses"), { move: inside(move, "responses"), produces });
  return {
    ...copyOf(operation, (key) => !otherwiseSaid.has(key)),
    ...(parameters !== undefined && { parameters }),
    ...(sent.length > 0 && { requestBody: requestBodyOf(conversion, sent, { to: `${move.to}/requestBody`, consumes }) }),
    ...(responses !== undefined && { responses }),
    ...(servers !== undefined && { servers }),
  };
}

const otherwiseSaid: ReadonlySet<string> = new Set(["parameters", "consumes", "produces", "schemes", "responses"]);

/** The media types of a `consumes` or `produces`. */
export function mediaTypes(list: Json | undefined): string[] {
  // One is often written without its list.
  const all = Array.isArray(list) ? list : [list];
  return all.filter((item) => typeof item === "string");
}

/** Parameters as OpenAPI 3.0 knows them, and those that are a request body there. */
function splitParameters(conversion: Conversion, list: Json | undefined, move: Move): { parameters?: Json; payloads: Payload[] } {
  if (!Array.isArray(list)) return list === undefined ? { payloads: [] } : { parameters: structuredClone(list), payloads: [] };
  const parameters: Json[] = [];
  const payloads: Payload[] = [];
  for (const [index, parameter] of list.entries()) {
    const from = `${move.from}/${index}`;
    const found = lookUp(conversion.file, parameter, from);
    if (isPayload(found.value)) payloads.push({ parameter: found.value, from: found.from });
    else parameters.push(convertParameter(conversion, parameter, { from, to: `${move.to}/${parameters.length}` }));
  }
  return parameters.length > 0 ? { parameters, payloads } : { payloads };
}

/** Whether a parameter is sent as a request body. */
export function isPayload(parameter: Json): parameter is JsonObject {
  return isObject(parameter) && (parameter["in"] === "body" || parameter["in"] === "formData");
}

/** Swagger 2.0, "Operation Object": parameters of the operation override the path item's of the same name and place. */
function overridden(shared: readonly Payload[], own: readonly Payload[]): Payload[] {
  const hasOwnBody = own.some(({ parameter }) => parameter["in"] === "body");
  const kept = shared.filter(({ parameter }) =>
    parameter["in"] === "body" ? !hasOwnBody : !own.some((payload) => payload.parameter["name"] === parameter["name"]),
  );
  return [...kept, ...own];
}

/** A body that is kept for reuse stays so, where the media types are the ones it was converted with. */
function requestBodyOf(conversion: Conversion, payloads: readonly Payload[], target: { to: string; consumes: readonly string[] }): Json {
  const [only, ...others] = payloads;
  const isShared = only !== undefined && others.length === 0 && only.parameter["in"] === "body" && /^\/parameters\/[^/]+$/.test(only.from);
  if (!isShared || !isSameList(target.consumes, mediaTypes(conversion.consumes))) return convertRequestBody(conversion, payloads, target);
  noteMove(conversion, { from: only.from, to: target.to });
  return convertReference(conversion, { $ref: `#${only.from.replaceAll("%", "%25")}` });
}

/** Whether two lists of media types come to the same, JSON being what an empty one does. */
function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return (one.join() || "application/json") === (other.join() || "application/json");
}

/** Where something to do with responses stands, and the media types that hold there. */
type Answer = { move: Move; produces: readonly string[] };

function convertResponses(conversion: Conversion, responses: Json | undefined, { move, produces }: Answer): Json | undefined {
  if (!isObject(responses)) return responses;
  const converted: JsonObject = {};
  for (const [status, response] of Object.entries(responses)) {
    const inner = inside(move, status);
    const isExtension = status.startsWith("x-");
    setMember(converted, status, isExtension ? structuredClone(response) : responseOf(conversion, response, { move: inner, produces }));
  }
  return converted;
}

/** A response that is kept for reuse has the document's media types; where the operation has others, it gets its own. */
function responseOf(conversion: Conversion, response: Json, { move, produces }: Answer): Json {
  const found = lookUp(conversion.file, response, move.from);
  const isLike = isSameList(produces, mediaTypes(conversion.produces)) || !isObject(found.value) || found.value["schema"] === undefined;
  if (isLike) return convertResponse(conversion, response, { move, produces });
  return convertResponse(conversion, found.value, { move: { from: found.from, to: move.to }, produces });
}

function operationServers(conversion: Conversion, operation: JsonObject, from: string): JsonObject[] | undefined {
  const schemes = member(operation, "schemes");
  if (!Array.isArray(schemes) || schemes.length === 0) return undefined;
  if (conversion.server.host !== undefined) return serversOf(conversion.server, schemes);
  const message = "`schemes` without a `host` cannot be said in OpenAPI 3.";
  const known = conversion.notes.some((note) => note.message === message);
  if (!known) conversion.notes.push({ code: "not-converted", message, pointer: `${from}/schemes` });
  return undefined;
}
