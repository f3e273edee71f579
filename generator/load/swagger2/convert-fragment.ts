import { isObject, type Json, type JsonObject } from "../../json.ts";
import type { Kind } from "../grammar.ts";
import { convertHeader, convertParameter } from "./convert-parameter.ts";
import { convertOperation, convertPathItem, isPayload, mediaTypes } from "./convert-path-item.ts";
import { convertResponse } from "./convert-response.ts";
import { convertSchema } from "./convert-schema.ts";
import { convertSecurityScheme } from "./convert-security-scheme.ts";
import { createConversion, follow, type Conversion, type Note } from "./conversion.ts";

/** A converted part of a file; all pointers are relative to the part. */
export type ConvertedFragment = { value: Json; notes: Note[]; originalPointer(pointer: string): string };

/**
 * A part of another file, to which a Swagger 2.0 document refers, as OpenAPI 3.0: a new tree, in which `$ref`s stay as they
 * are written. `file` is all of that file, and `description` the document, whose `consumes` and `produces` hold here too.
 */
export function convertFragment(value: Json, kind: Kind, { file, description }: { file: Json; description: JsonObject }): ConvertedFragment {
  const conversion = createConversion(file, description);
  const converted = convert(conversion, value, kind);
  return { value: converted, notes: conversion.notes, originalPointer: (pointer) => follow(conversion.originals, pointer) };
}

function convert(conversion: Conversion, value: Json, kind: Kind): Json {
  const move = { from: "", to: "" };
  switch (kind) {
    case "schema": return convertSchema(conversion, value, "");
    case "parameter": return convertLoneParameter(conversion, value);
    case "header": return convertHeader(conversion, value, move);
    case "response": return convertResponse(conversion, value, { move, produces: mediaTypes(conversion.produces) });
    case "pathItem": return convertPathItem(conversion, value, move);
    case "operation": return convertOperation(conversion, value, { move, shared: [] });
    case "securityScheme": return convertSecurityScheme(value);
    default: return structuredClone(value);
  }
}

/** Whether a parameter is a body was decided where the reference to it stands, without a look into this file. */
function convertLoneParameter(conversion: Conversion, parameter: Json): Json {
  if (isPayload(parameter)) {
    const message = `A parameter in ${isObject(parameter) ? String(parameter["in"]) : "body"} that stands in another file is not converted.`;
    conversion.notes.push({ code: "not-converted", message, pointer: "" });
  }
  return convertParameter(conversion, parameter, { from: "", to: "" });
}
