import type { Api, MediaType, Operation } from "../../model/api.ts";
import { essenceOf, mediaKindOf } from "../../model/media-kind.ts";
import type { Schema } from "../../model/schema.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import { valueKindsOf } from "../../model/value-kinds.ts";
import { whyNotSent } from "./arguments.ts";
import type { Problem } from "./problem.ts";

/** What of a document a client does not honour: each thing once, at the first place that has it. */
export function problemsOf(api: Api, plan: TypePlan): Problem[] {
  const all = [...api.operations.flatMap((operation) => problemsOfOperation(operation, plan)), ...securityProblems(api)];
  const found = new Map<string, Problem>();
  for (const problem of all) if (!found.has(problem.message)) found.set(problem.message, problem);
  return [...found.values()];
}

function problemsOfOperation(operation: Operation, plan: TypePlan): Problem[] {
  const content = [...(operation.requestBody?.content ?? []), ...operation.responses.flatMap((response) => response.content)];
  return [...methodProblems(operation), ...parameterProblems(operation), ...statusProblems(operation), ...content.flatMap((one) => contentProblems(one, plan))];
}

/** Fetch Standard §2.2.1: "A forbidden method is …". */
function methodProblems({ method, at }: Operation): Problem[] {
  if (/^[\w!#$%&'*+.^`|~-]+$/.test(method) && !/^(connect|trace|track)$/i.test(method)) return [];
  return [{ code: "not-sent", at, message: `fetch refuses to send the method ${method.toUpperCase()}; the client's method for it always fails.` }];
}

function parameterProblems(operation: Operation): Problem[] {
  return operation.parameters.flatMap((parameter) => {
    const message = parameter.in === "path" ? undefined : whyNotSent(parameter, operation);
    return message === undefined ? [] : [{ code: "not-sent", at: parameter.at, message }];
  });
}

function statusProblems({ responses }: Operation): Problem[] {
  return responses.filter(({ status }) => /^1/.test(status)).map(({ status, at }) => (
    { code: "not-received", at, message: `fetch never gives the status ${status}; the client's types do not have it.` }
  ));
}

/** Bodies whose schema is about a structure that generated code neither writes nor reads. */
export function contentProblems(mediaType: MediaType, plan: TypePlan): Problem[] {
  const kind = mediaKindOf(mediaType);
  if ((kind !== "text" && kind !== "other") || !isStructured(mediaType.schema, plan)) return [];
  const given = kind === "text" ? "text" : "bytes";
  return [{ code: "not-structured", at: mediaType.at, message: `Generated code takes and gives ${essenceOf(mediaType.name)} as ${given}; what its schema says is in types.ts only.` }];
}

function isStructured(schema: Schema | undefined, plan: TypePlan): boolean {
  const { scalar, list, object } = valueKindsOf(schema, plan.schemas);
  return !scalar && (list || object);
}

function securityProblems({ components }: Api): Problem[] {
  return components.securitySchemes.filter(({ kind }) => kind === "mutualTLS").map(({ name, at }) => (
    { code: "not-sent", at, message: `The certificate of ${name} is not part of a request: it is for the \`fetch\` that the client is given.` }
  ));
}
