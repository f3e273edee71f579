import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle, createConfig } from "@redocly/openapi-core";
import { isObject, member, pointerTokens } from "../../../generator/json.ts";
import type { Json, JsonObject } from "../../../generator/json.ts";

/** The folder that holds package.json. */
export const repository = fileURLToPath(new URL("../../..", import.meta.url));

/** The contract in one tree, as Redocly joins its files; every `$ref` is a local pointer. */
export async function bundledSpec(): Promise<JsonObject> {
  const result = await bundle({ ref: join(repository, "spec/openapi.yaml"), config: await createConfig({}) });
  // Through text, because YAML aliases make shared objects, and a tree has none.
  const document: Json = JSON.parse(JSON.stringify(result.bundle.parsed));
  return objectOf(document);
}

/** The value at a pointer, `$ref`s on the way and at its end followed: `find(document, "/paths/~1pets/get/responses/200")`. */
export function find(document: JsonObject, pointer: string): Json {
  let value: Json = document;
  for (const token of pointerTokens(pointer)) {
    const next: Json | undefined = Array.isArray(value) ? value[Number(token)] : member(objectOf(value), token);
    if (next === undefined) throw new Error(`nothing at ${pointer} (looking for ${token})`);
    value = followed(document, next);
  }
  return value;
}

/** The object at a pointer, `$ref`s followed. */
export function findObject(document: JsonObject, pointer: string): JsonObject {
  return objectOf(find(document, pointer));
}

/** The value itself, if it is an object. */
export function objectOf(value: Json | undefined): JsonObject {
  if (!isObject(value)) throw new TypeError(`not an object: ${JSON.stringify(value)}`);
  return value;
}

/** What a Reference Object refers to; anything else is itself. */
function followed(document: JsonObject, value: Json): Json {
  const ref = isObject(value) ? member(value, "$ref") : undefined;
  return typeof ref === "string" ? find(document, ref.slice(1)) : value;
}
