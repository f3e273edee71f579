import type { Json } from "../json.ts";

/**
 * A JSON Schema 2020-12, typed. Keywords have JSON Schema's names and meaning, and an absent keyword is absent.
 * Plain data: a schema refers to another one by `ref`, never by identity, so there is no cycle in it.
 *
 *     { at: "/components/schemas/Pet", types: ["object"],
 *       properties: [{ name: "id", schema: { at: "…", types: ["integer"], minimum: 0 } }], required: ["id"] }
 */
export type Schema = {
  at: Pointer;
  /** The boolean schemas: `true` accepts everything and `false` nothing. No other keyword beside it. */
  boolean?: boolean;
  /** `$ref`, and `$dynamicRef`: the schema of `Api.schemas` with this id. Keywords beside it count as well, as in 2020-12. */
  ref?: SchemaId;

  types?: JsonType[];
  enum?: Json[];
  const?: { value: Json };

  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  not?: Schema;
  if?: Schema;
  then?: Schema;
  else?: Schema;
  discriminator?: Discriminator;

  properties?: Property[];
  patternProperties?: Property[];
  additionalProperties?: Schema;
  unevaluatedProperties?: Schema;
  propertyNames?: Schema;
  required?: string[];
  minProperties?: number;
  maxProperties?: number;
  dependentRequired?: { name: string; required: string[] }[];
  dependentSchemas?: Property[];

  prefixItems?: Schema[];
  items?: Schema;
  unevaluatedItems?: Schema;
  contains?: Schema;
  minContains?: number;
  maxContains?: number;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;

  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  multipleOf?: number;

  minLength?: number;
  maxLength?: number;
  pattern?: string;
  format?: string;
  contentEncoding?: string;
  contentMediaType?: string;
  contentSchema?: Schema;

  /** `default: null` is a default too, hence the box. */
  default?: { value: Json };
  readOnly?: boolean;
  writeOnly?: boolean;
  doc?: Doc;
  extensions?: Extension[];
};

/** A member of `properties`, or a pattern of `patternProperties`, in the document's order. */
export type Property = { name: string; schema: Schema };

export type JsonType = "null" | "boolean" | "object" | "array" | "number" | "string" | "integer";

/**
 * Which schema a value follows, by one of its properties (OAS "Discriminator Object"). Resolved: implicit names and bare
 * names are in the mapping, and it has one entry for every member of the union, or for every heir of an inherited one.
 *
 *     { propertyName: "kind", mapping: [{ value: "cat", target: "/components/schemas/Cat" }] }
 */
export type Discriminator = {
  propertyName: string;
  mapping: { value: string; target: SchemaId }[];
  /** 3.2's `defaultMapping`: what an unknown or missing value follows. */
  defaultTarget?: SchemaId;
};

/** What a person wrote about a thing. It never decides what code does. */
export type Doc = {
  title?: string;
  summary?: string;
  description?: string;
  deprecated?: boolean;
  examples?: Json[];
  externalDocs?: { url: string; description?: string };
  /** `$comment`: a note for those who edit the document. */
  comment?: string;
};

/** An `x-` member, as it stands: `{ name: "x-state", value: "Generally available" }`. */
export type Extension = { name: string; value: Json };

/** A JSON Pointer into the loaded document: `/components/schemas/Pet`. `Document.at` says where that is in a file. */
export type Pointer = string;

/** The pointer of a schema that has a name of its own: a component, or the target of some `$ref`. */
export type SchemaId = string;
