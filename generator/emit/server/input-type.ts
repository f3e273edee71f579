import { joinedList } from "../../model/joined-list.ts";
import type { Parameter } from "../../model/api.ts";
import { defaultOf } from "../../model/operation-contract.ts";
import { hasPlace } from "../../model/placeholders.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import { propertyKey } from "../../print/literal.ts";
import { block, code, type Printable } from "../../print/printable.ts";
import { separated } from "../../print/separated.ts";
import type { ServedOperation } from "../call/operation-modules.ts";
import { memberDoc, parameterType } from "../schema/parameter-type.ts";
import { freePosition } from "../schema/schema-position.ts";
import { typeOf } from "../schema/type-of.ts";
import { bodyMembers } from "./body-members.ts";

/** `{ readonly path: { readonly id: number }; …; readonly body: Pet }`: a request as a handler gets it. */
export function inputType({ operation }: ServedOperation, plan: TypePlan): Printable {
  const parameters = operation.parameters.filter((parameter) => hasPlace(parameter, operation));
  const locations = places.map(({ member, has }) => {
    const own = new Map(parameters.filter(has).map((parameter) => [keyOf(parameter), parameter]));
    return code`readonly ${member}: ${block([...own].map(([key, parameter]) => memberOf(key, parameter, plan)))};`;
  });
  const [first = [], ...others] = bodyMembers(operation.requestBody, plan);
  if (others.length === 0) return block([...locations, ...first]);
  return code`${block(locations)} & (${separated([first, ...others].map((members) => block(members)), " | ")})`;
}

/** A parameter of `querystring` is among those of the query, under its name. */
const places: readonly { member: string; has: (parameter: Parameter) => boolean }[] = [
  { member: "path", has: (parameter) => parameter.in === "path" },
  { member: "query", has: (parameter) => parameter.in === "query" || parameter.in === "querystring" },
  { member: "headers", has: (parameter) => parameter.in === "header" },
  { member: "cookies", has: (parameter) => parameter.in === "cookie" },
];

function keyOf(parameter: Parameter): string {
  return parameter.in === "header" ? parameter.name.toLowerCase() : parameter.name;
}

function memberOf(key: string, parameter: Parameter, plan: TypePlan): Printable {
  const { required, schema, content } = parameter;
  const isGiven = required || (content === undefined && defaultOf(schema, plan.schemas) !== undefined);
  const list = schema === undefined || content !== undefined ? undefined : joinedList(schema, plan.schemas);
  const type = list === undefined ? parameterType(parameter, plan) : typeOf(list, plan, freePosition("request"));
  return code`${memberDoc(parameter, plan)}readonly ${propertyKey(key)}${isGiven ? "" : "?"}: ${type};`;
}
