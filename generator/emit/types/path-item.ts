import type { Callback, Operation, PathItem, RequestBody, Response } from "../../model/api.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import type { View } from "../../model/views.ts";
import { jsDoc } from "../../print/js-doc.ts";
import { propertyKey, stringLiteral } from "../../print/literal.ts";
import { block, code, type Printable } from "../../print/printable.ts";
import { operationDoc } from "../call/operation-doc.ts";
import { componentPath } from "./component-path.ts";
import { contentObject } from "./content.ts";
import { headersObject, parametersObject } from "./parameters.ts";

/** What printing an operation needs to know beside it. */
export type OperationContext = {
  plan: TypePlan;
  /** Where the operation of each operationId stands: those are in `operations`, and elsewhere are referred to. */
  listed: ReadonlyMap<string, string>;
  /** Webhooks and callbacks are called by the API's owner: then it is the request that is seen as a response is. */
  calledBy: "consumer" | "owner";
};

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

/** `{ parameters: …; get: operations["listPets"]; put?: never; … }` */
export function pathItemObject(pathItem: PathItem, context: OperationContext): Printable {
  const own = new Map(pathItem.operations.filter((operation) => operation.additional !== true).map((operation) => [operation.method, operation]));
  const query = own.get("query");
  const additional = pathItem.operations.filter((operation) => operation.additional === true);
  return block([
    code`parameters: ${parametersObject(pathItem.parameters, context.plan)};`,
    ...methods.map((method) => methodMember(method, own.get(method), context)),
    ...(query === undefined ? [] : [methodMember("query", query, context)]),
    ...(additional.length === 0 ? [] : [additionalMember(additional, context)]),
  ]);
}

function methodMember(method: string, operation: Operation | undefined, context: OperationContext): Printable {
  return operation === undefined ? `${method}?: never;` : code`${operationDoc(operation)}${propertyKey(method)}: ${operationReference(operation, context)};`;
}

// 3.2: methods that are not HTTP's usual ones, under the names that are sent.
function additionalMember(operations: readonly Operation[], context: OperationContext): Printable {
  return code`additionalOperations: ${block(operations.map((operation) => methodMember(operation.method, operation, context)))};`;
}

function operationReference(operation: Operation, context: OperationContext): Printable {
  const { operationId, at } = operation;
  const listed = operationId !== undefined && context.listed.get(operationId) === at;
  return listed ? `operations[${stringLiteral(operationId)}]` : operationObject(operation, context);
}

/** `{ parameters: …; requestBody?: …; responses: … }` */
export function operationObject(operation: Operation, context: OperationContext): Printable {
  const { parameters, requestBody, responses, callbacks } = operation;
  return block([
    code`parameters: ${parametersObject(parameters, context.plan)};`,
    requestBodyMember(requestBody, context),
    code`responses: ${block(responses.map((response) => responseMember(response, context)))};`,
    ...(callbacks.length === 0 ? [] : [code`callbacks: ${callbacksObject(callbacks, context)};`]),
  ]);
}

function requestBodyMember(body: RequestBody | undefined, context: OperationContext): Printable {
  if (body === undefined) return "requestBody?: never;";
  const shared = context.calledBy === "consumer" && body.component !== undefined;
  const type = shared ? componentPath("requestBodies", body.component ?? "") : bodyObject(body, context.plan, viewOf("request", context));
  return code`${jsDoc([body.doc.description])}requestBody${body.required ? "" : "?"}: ${type};`;
}

/** `{ content: { "application/json": Pet } }` */
export function bodyObject(body: RequestBody, plan: TypePlan, view: View): Printable {
  return block([code`content: ${contentObject(body.content, plan, view)};`]);
}

function responseMember(response: Response, context: OperationContext): Printable {
  const { status, component, doc } = response;
  const shared = context.calledBy === "consumer" && component !== undefined;
  const type = shared ? componentPath("responses", component) : responseObject(response, context.plan, viewOf("response", context));
  return code`${jsDoc([doc.summary, doc.description])}${/^[1-9]\d\d$/.test(status) ? status : propertyKey(status)}: ${type};`;
}

/** `{ headers: …; content: { "application/json": Pet } }` */
export function responseObject({ headers, content }: Response, plan: TypePlan, view: View): Printable {
  const body = content.length === 0 ? "content?: never;" : code`content: ${contentObject(content, plan, view)};`;
  return block([code`headers: ${headersObject(headers, plan, view)};`, body]);
}

function viewOf(message: View, { calledBy }: OperationContext): View {
  if (calledBy === "consumer") return message;
  return message === "request" ? "response" : "request";
}

function callbacksObject(callbacks: readonly Callback[], context: OperationContext): Printable {
  const inner: OperationContext = { ...context, calledBy: "owner" };
  return block(callbacks.map(({ name, pathItems }) => {
    const items = pathItems.map((pathItem) => code`${propertyKey(pathItem.path)}: ${pathItemObject(pathItem, inner)};`);
    return code`${propertyKey(name)}: ${block(items)};`;
  }));
}
