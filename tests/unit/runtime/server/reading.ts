import type { Check, ParameterContract, Shape } from "../../../../generator/runtime/server/contract.ts";
import { parameterReader, type ReadParameters, type RequestTexts } from "../../../../generator/runtime/server/read-parameters.ts";

/** A parameter as a contract has it; what is not said is as OAS has it by default. */
export type GivenParameter = Pick<ParameterContract<Check>, "in"> & Partial<ParameterContract<Check>>;

/** A contract of a parameter `a`. */
export function parameter(given: GivenParameter): ParameterContract<Check> {
  const style = given.style ?? (given.in === "query" || given.in === "cookie" ? "form" : "simple");
  return { name: "a", style, explode: style === "form" || style === "cookie" || style === "deepObject", shape: text, ...given };
}

export const text: Shape = { scalars: ["string"] };
export const integer: Shape = { scalars: ["integer"] };

/** A check that says no with one violation. */
export function check(is: (value: unknown) => boolean): Check {
  return { is, violations: (value) => (is(value) ? [] : [{ path: "", schema: "#", keyword: "test", message: "must pass" }]) };
}

/** What parameters are read as, where a request has these texts. */
export function readAll(given: readonly GivenParameter[], texts: Partial<RequestTexts>, unknownQuery: "refuse" | "ignore" = "ignore"): ReadParameters {
  return parameterReader(given.map(parameter), { unknownQuery })({ path: {}, query: "", headers: {}, ...texts });
}

/** The value of a parameter for a text: of its segment, its query, its header or its cookies. `keyword path message` where it has none. */
export function readOne(given: GivenParameter, raw: string, name = "a"): unknown {
  const read = readAll([given], textsOf(given, raw, name));
  const [violation] = read.violations;
  if (violation) return `${violation.keyword} ${violation.path} ${violation.message}`;
  return { ...read.path, ...read.query, ...read.headers, ...read.cookies }[name];
}

function textsOf(given: GivenParameter, raw: string, name: string): Partial<RequestTexts> {
  switch (given.in) {
    case "path":
      return { path: { [name]: raw } };
    case "header":
      return { headers: { [name]: raw } };
    case "cookie":
      return { headers: { cookie: raw } };
    default:
      return { query: raw };
  }
}
