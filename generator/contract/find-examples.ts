import type { Json } from "../json.ts";
import type { Api, Example, Header, MediaType, Parameter, PathItem, Response } from "../model/api.ts";
import type { Pointer, Schema } from "../model/schema.ts";
import { everySchema } from "./every-schema.ts";
import type { JudgedView } from "../model/hidden-names.ts";

/** A value that the document gives as an example, or a default, and the schema that it is one of. */
export type FoundExample = { kind: "example" | "default"; at: Pointer; value: Json; schema: Schema; view: JudgedView };

/** Every example and default of an Api, each once for each schema that it stands beside. */
export function findExamples(api: Api): FoundExample[] {
  const found = new Map<string, FoundExample>();
  const add = (example: FoundExample) => found.set(`${example.at} ${example.schema.at} ${example.view}`, example);
  const seen = new Set<Schema>();
  const schemas = (schema: Schema | undefined) => schema && everySchema(schema, seen).flatMap(ofSchema).forEach(add);

  const mediaType = (content: MediaType, view: JudgedView): void => {
    schemas(content.schema);
    schemas(content.itemSchema);
    ofExamples(content.examples, content.schema, view).filter((each) => isData(content.name, each.value)).forEach(add);
    for (const encoding of content.encoding) for (const header of encoding.headers) parameter(header, view);
  };
  const parameter = (described: Parameter | Header, view: JudgedView): void => {
    schemas(described.schema);
    ofExamples(described.examples, described.schema, view).forEach(add);
    if (described.content) mediaType(described.content, view);
  };
  const response = (described: Response): void => {
    for (const header of described.headers) parameter(header, "response");
    for (const content of described.content) mediaType(content, "response");
  };
  const pathItem = (item: PathItem): void => {
    for (const each of item.parameters) parameter(each, "request");
    for (const operation of item.operations) {
      for (const each of operation.parameters) parameter(each, "request");
      for (const content of operation.requestBody?.content ?? []) mediaType(content, "request");
      operation.responses.forEach(response);
      for (const callback of operation.callbacks) callback.pathItems.forEach(pathItem);
    }
  };

  for (const { schema } of api.schemas) schemas(schema);
  const { components } = api;
  [...api.paths, ...api.webhooks, ...components.pathItems].forEach(pathItem);
  for (const callback of components.callbacks) callback.pathItems.forEach(pathItem);
  for (const each of components.parameters) parameter(each, "request");
  for (const each of components.headers) parameter(each, "response");
  for (const body of components.requestBodies) for (const content of body.content) mediaType(content, "request");
  components.responses.forEach(response);
  for (const content of components.mediaTypes) mediaType(content, "any");
  return [...found.values()];
}

function ofExamples(examples: readonly Example[], schema: Schema | undefined, view: JudgedView): FoundExample[] {
  if (schema === undefined) return [];
  return examples.flatMap(({ at, name, value }) =>
    value === undefined ? [] : [{ kind: "example" as const, at: name === "" ? at : `${at}/value`, value: value.value, schema, view }],
  );
}

function ofSchema(schema: Schema): FoundExample[] {
  const examples: FoundExample[] = (schema.doc?.examples ?? []).map((value, index) => {
    return { kind: "example", at: `${schema.at}/examples/${index}`, value, schema, view: "any" };
  });
  if (schema.default === undefined) return examples;
  return [...examples, { kind: "default", at: `${schema.at}/default`, value: schema.default.value, schema, view: "any" }];
}

/** `false` for a text that stands for a body which is not JSON, such as XML: it is what is sent, not the value (OAS "Example Object"). */
function isData(mediaType: string, value: Json): boolean {
  return typeof value !== "string" || /[/+]json\b|^text\/plain\b|form/i.test(mediaType);
}
