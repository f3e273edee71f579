import type { Json } from "../json.ts";
import { escapePointer, isObject, member } from "../json.ts";
import { buildDiscriminator } from "./discriminator.ts";
import type { Reader } from "./reader.ts";
import type { Pointer, Property, Schema, SchemaId } from "./schema.ts";
import type { Keyword } from "./schema-keyword.ts";
import { refuse, schemaId } from "./schema-keyword.ts";

type BuildSchema = (value: Json, at: Pointer, reader: Reader) => Schema;

/** The keywords that hold or name other schemas (JSON Schema 2020-12 Core §8 and §10, OAS "Discriminator Object"). */
export function applicators(build: BuildSchema): Record<string, Keyword> {
  return {
    $ref: setRef,
    $dynamicRef: (schema, _, reader) => {
      reader.warn("dynamic-ref-widened", `${schema.at}/$dynamicRef`, "Nothing is known that this $dynamicRef can point to; it accepts everything.");
    },
    "x-specwright-dynamic": noteDynamicReference,
    "x-specwright-scope": noteDynamicScope,

    allOf: list("allOf", build),
    anyOf: list("anyOf", build),
    oneOf: list("oneOf", build),
    not: single("not", build),
    if: single("if", build),
    then: single("then", build),
    else: single("else", build),
    discriminator: (schema, value, reader) => {
      const discriminator = buildDiscriminator(value, schema.at, reader);
      if (discriminator !== undefined) schema.discriminator = discriminator;
    },

    properties: map("properties", build),
    patternProperties: map("patternProperties", build),
    dependentSchemas: map("dependentSchemas", build),
    additionalProperties: single("additionalProperties", build),
    unevaluatedProperties: single("unevaluatedProperties", build),
    propertyNames: single("propertyNames", build),

    prefixItems: list("prefixItems", build),
    items: single("items", build),
    unevaluatedItems: single("unevaluatedItems", build),
    contains: single("contains", build),
    contentSchema: single("contentSchema", build),
  };
}

type Single = "not" | "if" | "then" | "else" | "additionalProperties" | "unevaluatedProperties" | "propertyNames" | "items" | "unevaluatedItems" | "contains" | "contentSchema";

function single(key: Single, build: BuildSchema): Keyword {
  return (schema, value, reader) => {
    schema[key] = build(value, `${schema.at}/${key}`, reader);
  };
}

function list(key: "allOf" | "anyOf" | "oneOf" | "prefixItems", build: BuildSchema): Keyword {
  return (schema, value, reader) => {
    if (!Array.isArray(value)) return refuse(schema, key, "a list of schemas", reader);
    const at = `${schema.at}/${key}/`;
    const schemas: Schema[] = [];
    for (const [index, item] of value.entries()) schemas.push(build(item, at + index, reader));
    schema[key] = schemas;
  };
}

function map(key: "properties" | "patternProperties" | "dependentSchemas", build: BuildSchema): Keyword {
  return (schema, value, reader) => {
    if (!isObject(value)) return refuse(schema, key, "an object", reader);
    const at = `${schema.at}/${key}/`;
    const properties: Property[] = [];
    for (const name of Object.keys(value)) {
      properties.push({ name, schema: build(value[name] ?? null, at + escapePointer(name), reader) });
    }
    schema[key] = properties;
  };
}

function setRef(schema: Schema, value: Json, reader: Reader): void {
  const id = schemaId(value, reader);
  if (id === undefined) refuse(schema, "$ref", "a pointer within the document", reader);
  else schema.ref = id;
}

function noteDynamicReference(schema: Schema, value: Json, reader: Reader): void {
  const anchor = isObject(value) ? member(value, "anchor") : undefined;
  const target = isObject(value) ? schemaId(member(value, "target") ?? null, reader) : undefined;
  if (typeof anchor === "string" && target !== undefined) reader.dynamicReferences.set(schema, { anchor, target });
}

function noteDynamicScope(schema: Schema, value: Json, reader: Reader): void {
  const scope = new Map<string, SchemaId>();
  for (const [anchor, ref] of Object.entries(isObject(value) ? value : {})) {
    const id = schemaId(ref, reader);
    if (id !== undefined) scope.set(anchor, id);
  }
  reader.dynamicScopes.set(schema, scope);
}
