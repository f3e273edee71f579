import { type Json, parseJson, valueAt } from "../../../../json.ts";
import { headerNamed } from "../../checks/headers-named.ts";
import type { RequestValues } from "../../case.ts";
import type { WireRequest } from "../../exchange.ts";
import { type Answer, jsonOf } from "../ask.ts";

/** An exchange that expressions speak of. */
export type Spoken = { readonly request: WireRequest; readonly values: RequestValues; readonly answer: Answer; readonly baseUrl: string };

/** What a value of a link is for an exchange (OAS "Runtime Expressions"): `undefined` where the exchange does not have it. */
export function evaluateExpression(value: Json, spoken: Spoken): Json | undefined {
  if (typeof value !== "string") return value;
  if (value.startsWith("$")) return evaluate(value, spoken);
  const parts = value.split(/\{(\$[^{}]*)\}/);
  if (parts.length === 1) return value;
  const texts = parts.map((part, index) => (index % 2 === 0 ? part : textOf(evaluate(part, spoken))));
  return texts.includes(undefined) ? undefined : texts.join("");
}

function textOf(value: Json | undefined): string | undefined {
  return value === undefined || typeof value === "object" ? undefined : String(value);
}

function evaluate(expression: string, { request, values, answer, baseUrl }: Spoken): Json | undefined {
  const { response } = answer;
  if (expression === "$url") return new URL(request.target, baseUrl).href;
  if (expression === "$method") return request.method;
  if (expression === "$statusCode") return response?.status;
  const [, side, part = "", name = ""] = /^\$(request|response)\.(header|query|path|body)(?:[.#](.*))?$/s.exec(expression) ?? [];
  if (side === undefined) return undefined;
  switch (part) {
    case "header":
      return headerNamed(side === "request" ? request.headers : (response?.headers ?? []), name);
    case "query":
      return side === "request" ? values.query.get(name) : undefined;
    case "path":
      return side === "request" ? values.path.get(name) : undefined;
    default: {
      const body = side === "request" ? parseJson(new TextDecoder().decode(request.body)) : jsonOf(answer);
      return body === undefined ? undefined : valueAt(body, name);
    }
  }
}
