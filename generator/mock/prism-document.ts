import type { Json, JsonObject } from "../json.ts";
import type { Schema, SchemaId } from "../model/schema.ts";
import type { MockedContent } from "./mocked-api.ts";
import { prismSchema } from "./prism-schema.ts";

/**
 * The document that Prism is given for one body of an Api: one operation whose routing cannot fail, without anything that could refuse a
 * request, with this body as its only response, and only the schemas that this needs. So it is ready at once however large the Api is.
 */
export function prismDocument({ mediaType, schema }: MockedContent, schemas: ReadonlyMap<SchemaId, Schema>): JsonObject {
  const names = new Map<SchemaId, string>();
  const reference = (id: SchemaId) => {
    const name = names.get(id) ?? `s${names.size}`;
    names.set(id, name);
    return `#/components/schemas/${name}`;
  };
  const examples = Object.fromEntries(mediaType.examples.flatMap(({ name, value }, index) => (value === undefined ? [] : [[name || `example${index}`, { value: value.value }]])));
  const written = schema === undefined ? undefined : prismSchema(schema, { reference, schemas });
  const components: JsonObject = {};
  // The map grows while it is walked.
  for (const [id, name] of names) components[name] = prismSchema(schemas.get(id) ?? { at: id }, { reference, schemas, own: id });
  const content: Json = { "application/json": { ...(written !== undefined && { schema: written }), ...(Object.keys(examples).length > 0 && { examples }) } };
  return {
    openapi: "3.1.0",
    info: { title: "One body", version: "1" },
    paths: { "/": { get: { responses: { 200: { description: "", content } } } } },
    components: { schemas: components },
  };
}
