import type { Api, Encoding, Header, MediaType, Operation, Parameter, PathItem, Response } from "./api.ts";
import type { Schema } from "./schema.ts";

/** Every schema of an Api that is not inside another one: the named ones, and those of parameters, headers and bodies. */
export function schemaRoots(api: Api): Set<Schema> {
  const { components } = api;
  const pathItems = [...api.paths, ...api.webhooks, ...components.pathItems];
  const content = [...components.requestBodies.flatMap((body) => body.content), ...components.mediaTypes];
  return new Set([
    ...api.schemas.map(({ schema }) => schema),
    ...pathItems.flatMap(ofPathItem),
    ...components.callbacks.flatMap((callback) => callback.pathItems.flatMap(ofPathItem)),
    ...[...components.parameters, ...components.headers].flatMap(ofParameter),
    ...components.responses.flatMap(ofResponse),
    ...content.flatMap(ofMediaType),
  ]);
}

function ofPathItem({ parameters, operations }: PathItem): Schema[] {
  return [...parameters.flatMap(ofParameter), ...operations.flatMap(ofOperation)];
}

function ofOperation({ parameters, requestBody, responses, callbacks }: Operation): Schema[] {
  return [
    ...parameters.flatMap(ofParameter),
    ...(requestBody?.content ?? []).flatMap(ofMediaType),
    ...responses.flatMap(ofResponse),
    ...callbacks.flatMap((callback) => callback.pathItems.flatMap(ofPathItem)),
  ];
}

function ofParameter({ schema, content }: Parameter | Header): Schema[] {
  return [...(schema === undefined ? [] : [schema]), ...(content === undefined ? [] : ofMediaType(content))];
}

function ofResponse({ headers, content }: Response): Schema[] {
  return [...headers.flatMap(ofParameter), ...content.flatMap(ofMediaType)];
}

function ofMediaType({ schema, itemSchema, ...encodings }: MediaType): Schema[] {
  return [...[schema, itemSchema].filter((each) => each !== undefined), ...ofEncodings(encodings)];
}

function ofEncodings({ encoding, prefixEncoding = [], itemEncoding }: Pick<Encoding, "encoding" | "prefixEncoding" | "itemEncoding">): Schema[] {
  const all = [...encoding, ...prefixEncoding, ...(itemEncoding === undefined ? [] : [itemEncoding])];
  return all.flatMap((each) => [...each.headers.flatMap(ofParameter), ...ofEncodings(each)]);
}
