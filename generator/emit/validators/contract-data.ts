import { upperFirst } from "../../model/identifier.ts";
import { pascalCase } from "../../model/names.ts";
import type { Schema } from "../../model/schema.ts";
import type { View } from "../../model/views.ts";
import type { ContentContract, Contract, HeaderContract, ParameterContract, ResponseContract } from "../../runtime/server/contract.ts";
import { type Data, dataOf } from "./data-code.ts";

/** The code of a check; `name` says what it is of. */
export type CheckCode = (schema: Schema | undefined, view: View, name: string) => Data;

/** A contract as data, with code for its checks. */
export function contractData({ parameters, body, responses, ...contract }: Contract<Schema>, check: CheckCode): Data {
  return {
    method: contract.method,
    path: contract.path,
    parameters: parameters.map((parameter) => parameterData(parameter, check)),
    body: body && { required: body.required, content: body.content.map((content) => contentData(content, { check, view: "request", name: "Body" })) },
    responses: responses.map((response) => responseData(response, check)),
    security: contract.security.map((uses) => uses.map(({ scheme, scopes }) => ({ scheme, scopes }))),
  };
}

function parameterData({ check: schema, content, shape, default: fallback, ...parameter }: ParameterContract<Schema>, check: CheckCode): Data {
  const name = `${upperFirst(parameter.in)}${pascalCase(parameter.name)}`;
  return {
    ...parameter,
    content: content && contentData(content, { check, view: "request", name }),
    shape: dataOf(shape),
    check: check(schema, "request", name),
    default: dataOf(fallback),
  };
}

function contentData({ check: schema, shape, encoding, example, ...content }: ContentContract<Schema>, { check, view, name }: { check: CheckCode; view: View; name: string }): Data {
  return { ...content, check: check(schema, view, name), shape: dataOf(shape), encoding: dataOf(encoding), example: dataOf(example) };
}

function responseData({ status, headers, content }: ResponseContract<Schema>, check: CheckCode): Data {
  const name = `Response${upperFirst(status)}`;
  return {
    status,
    headers: headers.map((one) => headerData(one, `${name}${pascalCase(one.name)}`, check)),
    content: content.map((one) => contentData(one, { check, view: "response", name })),
  };
}

function headerData({ check: schema, ...own }: HeaderContract<Schema>, name: string, check: CheckCode): Data {
  return { ...own, check: check(schema, "response", name) };
}
