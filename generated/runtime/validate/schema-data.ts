/**
 * A JSON Schema 2020-12 as data, for those who explain why a value does not fit. It means what the keywords mean; a reference is a
 * function, so that schemas can be in files of their own and refer to each other in circles.
 *
 *     { at: "/components/schemas/Pet", type: "object", properties: { owner: { $ref: () => ownerSchema } }, required: ["owner"] }
 */
export type SchemaData = boolean | SchemaObject;

/** A schema that is no boolean. */
export type SchemaObject = {
  /** Where it stands in the document, as a JSON Pointer. Without it, where its keyword puts it, below the schema that holds it. */
  readonly at?: string;
  readonly $ref?: () => SchemaData;
  readonly type?: TypeName | readonly TypeName[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;

  readonly allOf?: readonly SchemaData[];
  readonly anyOf?: readonly SchemaData[];
  readonly oneOf?: readonly SchemaData[];
  readonly not?: SchemaData;
  readonly if?: SchemaData;
  readonly then?: SchemaData;
  readonly else?: SchemaData;
  /** OAS "Discriminator Object", with an entry for each value: the schema that a value with it follows. */
  readonly discriminator?: { readonly propertyName: string; readonly mapping: SchemaMap<() => SchemaData>; readonly fallback?: () => SchemaData };

  readonly properties?: SchemaMap<SchemaData>;
  readonly patternProperties?: SchemaMap<SchemaData>;
  readonly additionalProperties?: SchemaData;
  readonly unevaluatedProperties?: SchemaData;
  readonly propertyNames?: SchemaData;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly dependentRequired?: SchemaMap<readonly string[]>;
  readonly dependentSchemas?: SchemaMap<SchemaData>;

  readonly prefixItems?: readonly SchemaData[];
  readonly items?: SchemaData;
  readonly unevaluatedItems?: SchemaData;
  readonly contains?: SchemaData;
  readonly minContains?: number;
  readonly maxContains?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;

  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;

  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
};

export type TypeName = "null" | "boolean" | "object" | "array" | "number" | "string" | "integer";

/** By name. Own members count only. */
export type SchemaMap<Value> = { readonly [name: string]: Value };
