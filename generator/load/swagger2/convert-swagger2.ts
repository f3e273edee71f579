import { isObject, member, setMember, type Json, type JsonObject } from "../../json.ts";
import { convertParameter } from "./convert-parameter.ts";
import { convertPathItem, isPayload, mediaTypes } from "./convert-path-item.ts";
import { convertRequestBody } from "./convert-request-body.ts";
import { convertResponse } from "./convert-response.ts";
import { convertSchema } from "./convert-schema.ts";
import { convertSecurityScheme } from "./convert-security-scheme.ts";
import { createConversion, follow, inside, localPointer, noteMove, type Conversion, type Move, type Note } from "./conversion.ts";
import { copyOf } from "./extensions.ts";
import { serversOf } from "./servers.ts";

/** A converted description, what could not be converted, and how places of the one are found in the other. */
export type Converted = {
  root: JsonObject;
  /** Their pointers are those of the Swagger document. */
  notes: Note[];
  /** Where a place of the converted tree was written: `/components/schemas/Pet` gives `/definitions/Pet`. */
  originalPointer(pointer: string): string;
  /** Where a place of the Swagger document stands now, for `$ref`s from other files. */
  convertedPointer(pointer: string): string;
};

/**
 * A Swagger 2.0 document as one of OpenAPI 3.0 that means the same. The tree is new; the document stays as it is.
 * `$ref`s inside the document follow what they lead to; those to other files stay as they are written.
 */
export function convertSwagger2(root: JsonObject): Converted {
  const conversion = createConversion(root, root);
  const servers = serversOf(conversion.server, member(root, "schemes"));
  const converted: JsonObject = {
    openapi: "3.0.4",
    ...copyOf(root, (key) => !otherwiseSaid.has(key)),
    ...(servers !== undefined && { servers }),
  };
  const components = convertComponents(conversion, root);
  if (root["paths"] !== undefined) converted["paths"] = convertPaths(conversion, root["paths"]);
  if (Object.keys(components).length > 0) converted["components"] = components;
  for (const reference of conversion.references) redirect(conversion, reference);
  return {
    root: converted,
    notes: conversion.notes,
    originalPointer: (pointer) => follow(conversion.originals, pointer),
    convertedPointer: (pointer) => follow(conversion.destinations, pointer),
  };
}

const otherwiseSaid: ReadonlySet<string> = new Set([
  "swagger", "openapi", "host", "basePath", "schemes", "consumes", "produces", "paths", "definitions", "parameters", "responses",
  "securityDefinitions", "servers", "components",
]);

function convertPaths(conversion: Conversion, paths: Json): Json {
  return mapOf(paths, { from: "/paths", to: "/paths" }, (pathItem, move, path) =>
    path.startsWith("x-") ? structuredClone(pathItem) : convertPathItem(conversion, pathItem, move),
  );
}

/** The sections come before the paths, so that `$ref`s lead to them and not to copies in operations. */
function convertComponents(conversion: Conversion, root: JsonObject): JsonObject {
  const { definitions, responses, securityDefinitions } = root;
  const consumes = mediaTypes(conversion.consumes);
  const produces = mediaTypes(conversion.produces);
  const { parameters, bodies } = sortedParameters(member(root, "parameters"));
  const components: JsonObject = {};
  const add = (section: string, from: string, map: Json | undefined, convert: (value: Json, move: Move) => Json): void => {
    const move = { from: `/${from}`, to: `/components/${section}` };
    noteMove(conversion, move);
    if (map !== undefined && !(isObject(map) && Object.keys(map).length === 0)) components[section] = mapOf(map, move, convert);
  };
  add("schemas", "definitions", definitions, (schema, { from }) => convertSchema(conversion, schema, from));
  add("responses", "responses", responses, (response, move) => convertResponse(conversion, response, { move, produces }));
  add("parameters", "parameters", parameters, (parameter, move) => convertParameter(conversion, parameter, move));
  add("requestBodies", "parameters", bodies, (parameter, { from, to }) => {
    return isObject(parameter) ? convertRequestBody(conversion, [{ parameter, from }], { to, consumes }) : parameter;
  });
  add("securitySchemes", "securityDefinitions", securityDefinitions, convertSecurityScheme);
  return components;
}

/** Shared parameters, and shared bodies. Fields of forms are in neither: they become part of the forms they are used in. */
function sortedParameters(parameters: Json | undefined): { parameters: Json | undefined; bodies: JsonObject } {
  if (!isObject(parameters)) return { parameters, bodies: {} };
  const place = (name: string): Json | undefined => {
    const parameter = member(parameters, name) ?? null;
    return isPayload(parameter) ? parameter["in"] : "other";
  };
  return { parameters: copyOf(parameters, (name) => place(name) === "other"), bodies: copyOf(parameters, (name) => place(name) === "body") };
}

/** A map with each member converted; anything else as it is. */
function mapOf(map: Json, move: Move, convert: (value: Json, move: Move, name: string) => Json): Json {
  if (!isObject(map)) return structuredClone(map);
  const converted: JsonObject = {};
  for (const [name, value] of Object.entries(map)) setMember(converted, name, convert(value, inside(move, name), name));
  return converted;
}

/** Leads a `$ref` into this document to where its target stands now. */
function redirect(conversion: Conversion, reference: JsonObject): void {
  const pointer = localPointer(reference);
  if (pointer === undefined) return;
  const moved = follow(conversion.destinations, pointer);
  if (moved !== pointer) reference["$ref"] = `#${moved.replaceAll("%", "%25")}`;
}
