import type { Api, Operation } from "../../model/api.ts";
import { nameOperations, type OperationName } from "../../model/operation-names.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import { type Argument, argumentsOf } from "./arguments.ts";
import { type BodyChoice, bodyChoices, bodyParts } from "./body-choices.ts";
import { isExact } from "./is-exact.ts";
import { parameterPart } from "./parameter-part.ts";
import { type PartCall, partCall } from "./part-call.ts";
import { responseParts } from "./response-parts.ts";
import { routeOf } from "./route.ts";
import { securityPart } from "./security-part.ts";
import { serverPart } from "./server-part.ts";
import { type Success, successOf } from "./success-of.ts";

/** How an operation is called: its names, its arguments, and its row, which is the route and the parts that are not plain. */
export type Call = {
  operation: Operation;
  name: OperationName;
  arguments: Argument[];
  bodies: BodyChoice[];
  success: Success;
  route: string;
  /** `secured` stands for the part of the document's own security. */
  parts: (PartCall | "secured")[];
};

/** `secured` is there where an operation has it. */
export type CallPlan = { calls: Call[]; secured: PartCall | undefined };

/** The call of each operation, in the document's order. Operations that ask for the document's own security share `secured`. */
export function planCalls(api: Api, plan: TypePlan): CallPlan {
  const secured = securityPart(api.security, api.components.securitySchemes);
  const shared = JSON.stringify(api.security);
  const exact = isExact(api, plan);
  const calls = [...nameOperations(api.operations)].map(([operation, name]): Call => {
    const own = JSON.stringify(operation.security) === shared;
    const security = own ? secured && "secured" : securityPart(operation.security, api.components.securitySchemes);
    return planCall(operation, name, { plan, security, exact: exact(operation) });
  });
  return { calls, secured: calls.some(({ parts }) => parts.includes("secured")) ? secured : undefined };
}

function planCall(operation: Operation, name: OperationName, { plan, security, exact }: { plan: TypePlan; security: Call["parts"][number] | undefined; exact: boolean }): Call {
  const args = argumentsOf(operation);
  const bodies = bodyChoices(operation.requestBody, plan);
  const written = bodyParts(operation.requestBody?.required === true, bodies);
  const parts = [
    // First of all, for the parts behind it write JSON its way.
    exact ? partCall("exact", "exact", []) : undefined,
    ...args.map((argument) => parameterPart(argument, plan.schemas)),
    ...written,
    ...responseParts(operation, plan),
    serverPart(operation),
    security,
  ].filter((part) => part !== undefined);
  return { operation, name, arguments: args, bodies, success: successOf(operation, plan), route: routeOf(operation, args, plan.schemas), parts };
}
