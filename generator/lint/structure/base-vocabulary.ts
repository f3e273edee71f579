import type { JsonObject } from "../../json.ts";

/**
 * OpenAPI's base vocabulary as a schema: what `discriminator`, `xml` and `externalDocs` of a Schema Object look like
 * (OAS 3.1.1 §4.8.24–26, 3.2.0 §4.24–26). The official schemas keep it in a file of its own, which no package ships up to date.
 */
export function baseVocabulary(version: "3.1" | "3.2"): JsonObject {
  const text = { type: "string" };
  const flag = { type: "boolean" };
  const isNewer = version === "3.2";
  return {
    $id: "base-vocabulary:",
    properties: {
      discriminator: { $ref: "#/$defs/discriminator" },
      externalDocs: { $ref: "#/$defs/external-documentation" },
      xml: { $ref: "#/$defs/xml" },
    },
    $defs: {
      discriminator: {
        ...closed({
          propertyName: text,
          mapping: { type: "object", additionalProperties: text },
          ...(isNewer && { defaultMapping: text }),
        }),
        required: ["propertyName"],
      },
      "external-documentation": { ...closed({ description: text, url: text }), required: ["url"] },
      xml: {
        ...closed({
          name: text, namespace: text, prefix: text, attribute: flag, wrapped: flag,
          ...(isNewer && { nodeType: { type: "string", enum: ["element", "attribute", "text", "cdata", "none"] } }),
        }),
        ...(isNewer && { dependentSchemas: { nodeType: { properties: { attribute: false, wrapped: false } } } }),
      },
    },
  };
}

function closed(properties: JsonObject): JsonObject {
  return { type: "object", properties, patternProperties: { "^x-": true }, unevaluatedProperties: false };
}
