import type { MediaType } from "./api.ts";

/** Whether a body is bytes: a media type that is no text, with no schema, an empty one, or 3.0's `format: binary`. */
export function isBinary({ name, schema }: MediaType): boolean {
  if (!/^(image|audio|video|font)\/|^application\/(octet-stream|pdf|zip|gzip|x-[a-z0-9-]*zip)/i.test(name)) {
    return schema?.format === "binary" && !/json|xml|text|form|multipart|\*/i.test(name);
  }
  if (schema === undefined || schema.boolean === true) return true;
  if (schema.format === "binary") return true;
  return schema.types === undefined && schema.ref === undefined && schema.properties === undefined && schema.allOf === undefined
    && schema.oneOf === undefined && schema.anyOf === undefined && schema.enum === undefined && schema.const === undefined;
}
