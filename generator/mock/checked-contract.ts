import { schemaDataOf } from "../model/schema-data.ts";
import type { Schema, SchemaId } from "../model/schema.ts";
import type { Check, ContentContract, Contract, HeaderContract, ParameterContract, ResponseContract } from "../runtime/server/contract.ts";
import { fits } from "../runtime/validate/fits.ts";
import { violations } from "../runtime/validate/violations.ts";

/** Makes contracts that can judge: each schema becomes a check by the interpreter of JSON Schema, which needs no code. */
export function contractChecker(schemas: ReadonlyMap<SchemaId, Schema>): (contract: Contract<Schema>) => Contract<Check> {
  const request = checkMaker(schemas, "request");
  const response = checkMaker(schemas, "response");
  return ({ parameters, body, responses, ...contract }) => ({
    ...contract,
    parameters: parameters.map((parameter) => checkedParameter(parameter, request)),
    ...(body !== undefined && { body: { required: body.required, content: body.content.map((content) => checkedContent(content, request)) } }),
    responses: responses.map((one) => checkedResponse(one, response)),
  });
}

type MakeCheck = (schema: Schema) => Check;

function checkMaker(schemas: ReadonlyMap<SchemaId, Schema>, view: "request" | "response"): MakeCheck {
  const dataOf = schemaDataOf(schemas, view);
  return (schema) => {
    const data = dataOf(schema);
    return { is: (value) => fits(data, value), violations: (value) => violations(data, value, { at: schema.at }) };
  };
}

function checkedParameter({ check, content, ...parameter }: ParameterContract<Schema>, make: MakeCheck): ParameterContract<Check> {
  return { ...parameter, ...(content !== undefined && { content: checkedContent(content, make) }), ...(check !== undefined && { check: make(check) }) };
}

function checkedContent({ check, ...content }: ContentContract<Schema>, make: MakeCheck): ContentContract<Check> {
  return { ...content, ...(check !== undefined && { check: make(check) }) };
}

function checkedResponse({ status, headers, content }: ResponseContract<Schema>, make: MakeCheck): ResponseContract<Check> {
  const checkedHeader = ({ check, ...header }: HeaderContract<Schema>): HeaderContract<Check> => ({ ...header, ...(check !== undefined && { check: make(check) }) });
  return { status, headers: headers.map(checkedHeader), content: content.map((one) => checkedContent(one, make)) };
}
