import { createRequire } from "node:module";
import { draft4, jsonSchema2020 } from "../../contract/meta-schemas.ts";
import type { Json, JsonObject } from "../../json.ts";
import { isObject, member } from "../../json.ts";
import { baseVocabulary } from "./base-vocabulary.ts";
import type { SchemaStore } from "./schema-store.ts";
import { schemaStore } from "./schema-store.ts";

/** The versions of OpenAPI that have an official schema. */
export type Version = "2.0" | "3.0" | "3.1" | "3.2";

/** The official schema of a version, and the store that its references are looked up in. */
export type OfficialSchema = { schema: Json; store: SchemaStore };

/** The dialects that a Schema Object is checked by: OpenAPI's own, and the one that it extends. */
export const knownDialect = "^https://(spec\\.openapis\\.org/oas/3\\.[12]/dialect/|json-schema\\.org/draft/2020-12/schema)";

/**
 * The OpenAPI Initiative's schema of a version. From 3.1 on it leaves Schema Objects to their dialect: they are checked
 * against JSON Schema 2020-12 and OpenAPI's base vocabulary, unless the document declares a dialect of its own.
 */
export function officialSchema(version: Version, options: { ownDialect: boolean }): OfficialSchema {
  const schema = read(`@seriousme/openapi-schema-validator/schemas/v${version}/schema.json`);
  const uri = identifierOf(schema);
  const resources = new Map([[uri, absolute(schema, uri)]]);
  if (version === "2.0") add(resources, draft4());
  if (version === "2.0" || version === "3.0") return { schema: absolute(schema, uri), store: schemaStore(resources, new Map()) };

  for (const each of jsonSchema2020()) add(resources, each);
  add(resources, baseVocabulary(version));
  const schemaObject = options.ownDialect ? { type: ["object", "boolean"] } : dialect(version);
  const replaced = new Map<string, Json>([[`${uri}#/$defs/schema`, schemaObject], ["#meta", schemaObject]]);
  return { schema: absolute(schema, uri), store: schemaStore(resources, replaced) };
}

/** The Schema Object: 2020-12 with OpenAPI's own keywords; one that declares another `$schema` is not ours to judge. */
function dialect(version: "3.1" | "3.2"): JsonObject {
  return {
    type: ["object", "boolean"],
    if: { properties: { $schema: { pattern: knownDialect } } },
    then: { allOf: [{ $ref: identifierOf(baseVocabulary(version)) }, { $ref: "https://json-schema.org/draft/2020-12/schema" }] },
  };
}

const require = createRequire(import.meta.url);

function read(file: string): Json {
  return require(file);
}

function add(resources: Map<string, Json>, schema: Json): void {
  resources.set(identifierOf(schema), absolute(schema, identifierOf(schema)));
}

function identifierOf(schema: Json): string {
  const identifier = isObject(schema) ? (member(schema, "$id") ?? member(schema, "id")) : undefined;
  return typeof identifier === "string" ? identifier.replace(/#$/, "") : "";
}

/** The schema with every `$ref` absolute. `$dynamicRef: "#meta"` is always the dialect that the document is checked by. */
function absolute(schema: Json, base: string): Json {
  if (Array.isArray(schema)) return schema.map((each) => absolute(each, base));
  if (!isObject(schema)) return schema;
  const entries = Object.entries(schema).map(([keyword, value]) => {
    if (keyword === "$dynamicRef") return ["$ref", "#meta"] as const;
    if (keyword === "$ref" && typeof value === "string") return [keyword, absoluteReference(value, base)] as const;
    return [keyword, absolute(value, base)] as const;
  });
  return Object.fromEntries(entries);
}

// `URL` would percent-encode the pointer, which is compared as it stands.
function absoluteReference(reference: string, base: string): string {
  const hash = reference.indexOf("#");
  if (hash === 0) return base + reference;
  return hash < 0 ? new URL(reference, base).href : new URL(reference.slice(0, hash), base).href + reference.slice(hash);
}
