import { bodyChoices } from "../../../generator/emit/call/body-choices.ts";
import { argumentsOf } from "../../../generator/emit/call/arguments.ts";
import type { Api, MediaType, Operation } from "../../../generator/model/api.ts";
import { isBinary } from "../../../generator/model/is-binary.ts";
import { schemaById } from "../../../generator/model/lookup.ts";
import { mediaKindOf } from "../../../generator/model/media-kind.ts";
import { samplerOf } from "../../../generator/model/sample/sampler.ts";
import { planTypes } from "../../../generator/model/type-plan.ts";
import type { Schema } from "../../../generator/model/schema.ts";

/** Valid arguments for each operation of an Api: all that it takes, made from the schemas. A body comes once in each of its media types. */
export function argumentsFor(api: Api): (operation: Operation, seed?: number) => { readonly [argument: string]: unknown }[] {
  const schemas = schemaById(api);
  const sample = samplerOf(schemas, "request");
  const plan = planTypes(api);
  return (operation, seed) => {
    const make = (schema: Schema | undefined, name: string): unknown => (schema === undefined ? name : sample(schema, { name, ...(seed !== undefined && { seed }) }));
    const plain = Object.fromEntries(argumentsOf(operation).map(({ key, parameter: { schema, content, name } }) => [key, make(schema ?? content?.schema, name)]));
    const choices = bodyChoices(operation.requestBody, plan);
    if (choices.length === 0) return [plain];
    return choices.map(({ mediaType }) => {
      const contentType = mediaType.name.includes("*") ? { contentType: "image/png" } : choices.length > 1 ? { contentType: mediaType.name } : {};
      return { ...plain, ...contentType, body: bodyOf(mediaType, make(mediaType.schema, "body")) };
    });
  };

  /** Files are bytes to programs, and their schema says that they are strings. */
  function bodyOf(mediaType: MediaType, value: unknown): unknown {
    const kind = mediaKindOf(mediaType);
    if (kind === "any" || kind === "other" || (kind === "text" && isBinary(mediaType))) return new Blob(["bytes"]);
    if (kind !== "multipart" || typeof value !== "object" || value === null) return value;
    const binary = new Set((mediaType.schema?.properties ?? []).filter(({ schema }) => schema.format === "binary").map(({ name }) => name));
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, binary.has(name) ? new Blob(["bytes"]) : member]));
  }
}
