import type { Contract, HeaderContract, ParameterContract, ResponseContract } from "../runtime/server/contract.ts";
import type { Header, MediaType, Operation, Parameter, Response } from "./api.ts";
import { contentContract } from "./content-contract.ts";
import { hasPlace } from "./placeholders.ts";
import type { Schema, SchemaId } from "./schema.ts";
import { sentMethod } from "./sent-method.ts";
import { shapeOf } from "./shape.ts";

type Schemas = ReadonlyMap<SchemaId, Schema>;

/**
 * What the document says about one operation, as a server needs it. The schemas of parameters and of the request's body are seen as a
 * request is, those of responses as a response is.
 */
export function contractOf(operation: Operation, schemas: Schemas): Contract<Schema> {
  const { method, path, parameters, requestBody, responses, security } = operation;
  return {
    method: sentMethod(method),
    path,
    parameters: parameters.filter((parameter) => hasPlace(parameter, operation)).map((parameter) => parameterContract(parameter, schemas)),
    ...(requestBody !== undefined && { body: { required: requestBody.required, content: requestBody.content.map((one) => contentContract(one, schemas)) } }),
    responses: responses.map((response) => responseContract(response, schemas)),
    // A scheme that nobody declares stays: it cannot be met, and what asks for it is closed.
    security: security.map(({ schemes }) => schemes),
  };
}

function parameterContract({ name, in: location, required, style, explode, allowEmptyValue, schema, content }: Parameter, schemas: Schemas): ParameterContract<Schema> {
  const fallback = defaultOf(schema, schemas);
  const isChecked = content === undefined && schema !== undefined && schema.boolean !== true;
  return {
    name,
    in: location,
    ...(required && { required }),
    style,
    explode,
    ...(allowEmptyValue && { allowEmptyValue }),
    ...(content !== undefined && { content: contentContract(content, schemas) }),
    shape: content === undefined ? shapeOf(schema, schemas) : {},
    ...(isChecked && { check: schema }),
    ...(fallback !== undefined && !required && { default: fallback.value }),
  };
}

/** The default of a schema, or of what it refers to. */
export function defaultOf(schema: Schema | undefined, schemas: Schemas): Schema["default"] {
  let found = schema;
  for (let hops = 0; found?.default === undefined && found?.ref !== undefined && hops < 8; hops++) found = schemas.get(found.ref);
  return found?.default;
}

function responseContract({ status, headers, content }: Response, schemas: Schemas): ResponseContract<Schema> {
  const isSuccess = /^(2|default)/.test(status);
  return {
    status,
    // OAS "Response Object": a header Content-Type "SHALL be ignored".
    headers: headers.filter(({ name }) => name.toLowerCase() !== "content-type").map(headerContract),
    content: content.map((one) => ({ ...contentContract(one, schemas), ...(isSuccess && exampleOf(one)) })),
  };
}

function headerContract({ name, required, explode, content, schema }: Header): HeaderContract<Schema> {
  const check = content === undefined ? schema : content.schema;
  return {
    name,
    ...(required && { required }),
    explode,
    ...(content !== undefined && { content: content.name }),
    ...(check !== undefined && check.boolean !== true && { check }),
  };
}

/** What a server that is not written yet can answer with. */
function exampleOf({ examples, schema }: MediaType): { example?: unknown } {
  const given = examples.find(({ value }) => value !== undefined)?.value;
  const value = given === undefined ? schema?.doc?.examples?.[0] : given.value;
  return value === undefined ? {} : { example: value };
}
