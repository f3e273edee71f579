import { isObject, type Json, type JsonObject } from "../../json.ts";
import { copyOf, extensionsOf } from "./extensions.ts";

/** A security definition as a security scheme of OpenAPI 3.0. */
export function convertSecurityScheme(definition: Json): Json {
  if (!isObject(definition)) return structuredClone(definition);
  const { type, description } = definition;
  const described = { ...(description !== undefined && { description }), ...extensionsOf(definition) };
  switch (type) {
    case "basic": return { type: "http", scheme: "basic", ...described };
    case "oauth2": return { type: "oauth2", flows: flowsOf(definition), ...described };
    default: return structuredClone(definition);
  }
}

const flowNames = new Map<Json | undefined, string>([
  ["implicit", "implicit"],
  ["password", "password"],
  ["application", "clientCredentials"],
  ["accessCode", "authorizationCode"],
]);

function flowsOf(definition: JsonObject): JsonObject {
  const name = flowNames.get(definition["flow"]);
  if (name === undefined) return {};
  const flow = copyOf(definition, (key) => key === "authorizationUrl" || key === "tokenUrl" || key === "scopes");
  return { [name]: { ...flow, scopes: flow["scopes"] ?? {} } };
}
