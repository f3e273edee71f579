import type { Schema } from "../../model/schema.ts";
import type { Check, ContentContract, Contract, ParameterContract } from "../../runtime/server/contract.ts";

/** What an operation's requests must be, with checks in place of schemas. */
export type RequestContract = Pick<Contract<Check>, "parameters" | "body">;

/** Puts checks in the place of the schemas that say how an operation's requests must be. */
export function withChecks({ parameters, body }: Contract<Schema>, check: (schema: Schema) => Check): RequestContract {
  return {
    parameters: parameters.map((parameter) => parameterWith(parameter, check)),
    ...(body !== undefined && { body: { required: body.required, content: body.content.map((content) => contentWith(content, check)) } }),
  };
}

function parameterWith({ check: schema, content, ...parameter }: ParameterContract<Schema>, check: (schema: Schema) => Check): ParameterContract<Check> {
  return { ...parameter, ...(content !== undefined && { content: contentWith(content, check) }), ...(schema !== undefined && { check: check(schema) }) };
}

function contentWith({ check: schema, ...content }: ContentContract<Schema>, check: (schema: Schema) => Check): ContentContract<Check> {
  return { ...content, ...(schema !== undefined && { check: check(schema) }) };
}
