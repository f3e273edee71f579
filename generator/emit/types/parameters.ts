import type { Header, Parameter, ParameterLocation } from "../../model/api.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import type { View } from "../../model/views.ts";
import { propertyKey } from "../../print/literal.ts";
import { block, code, type Printable } from "../../print/printable.ts";
import { memberDoc, parameterType } from "../schema/parameter-type.ts";
import { componentPath } from "./component-path.ts";

const locations: readonly ParameterLocation[] = ["query", "header", "path", "cookie"];

/** `{ query?: { page?: number }; header?: never; path: { id: string }; cookie?: never }` */
export function parametersObject(parameters: readonly Parameter[], plan: TypePlan): Printable {
  const own = locations.map((location) => locationMember(location, parameters.filter((parameter) => parameter.in === location), plan));
  const whole = parameters.filter((parameter) => parameter.in === "querystring").map((parameter) => querystring(parameter, plan));
  return block([...own, ...whole]);
}

function locationMember(location: ParameterLocation, parameters: readonly Parameter[], plan: TypePlan): Printable {
  if (parameters.length === 0) return `${location}?: never;`;
  const optional = parameters.every((parameter) => !parameter.required) ? "?" : "";
  return code`${location}${optional}: ${block(parameters.map((parameter) => parameterMember(parameter, plan)))};`;
}

function parameterMember(parameter: Parameter, plan: TypePlan): Printable {
  const type = parameter.component === undefined ? parameterType(parameter, plan) : componentPath("parameters", parameter.component);
  const doc = memberDoc(parameter, plan);
  return code`${doc}${propertyKey(parameter.name)}${parameter.required ? "" : "?"}: ${type};`;
}

// 3.2: the whole query string as one value; it has no name on the wire.
function querystring(parameter: Parameter, plan: TypePlan): Printable {
  return code`${memberDoc(parameter, plan)}querystring${parameter.required ? "" : "?"}: ${parameterType(parameter, plan)};`;
}

/** `{ [name: string]: unknown; "x-rate-limit"?: number }`: a response may have further headers. */
export function headersObject(headers: readonly Header[], plan: TypePlan, view: View): Printable {
  const members = headers.map((header) => {
    const type = header.component === undefined ? parameterType(header, plan, view) : componentPath("headers", header.component);
    return code`${memberDoc(header, plan)}${propertyKey(header.name)}${header.required ? "" : "?"}: ${type};`;
  });
  return block(["[name: string]: unknown;", ...members]);
}
