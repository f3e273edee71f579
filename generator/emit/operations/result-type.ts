import type { Header, Response } from "../../model/api.ts";
import { listedStrings } from "../../model/find-property.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import { propertyKey } from "../../print/literal.ts";
import { code, type Printable } from "../../print/printable.ts";
import { separated } from "../../print/separated.ts";
import { literal, union } from "../../print/type-expression.ts";
import { bodyOfStatus } from "../call/body-of-status.ts";
import type { Call } from "../call/plan-calls.ts";
import { runtimeType } from "../call/runtime-name.ts";
import { isText } from "../call/header-value.ts";
import { parameterType } from "../schema/parameter-type.ts";
import { type Documented, documentedStatuses } from "../call/statuses.ts";

/**
 * The union of what an operation can give, told apart by `status`. A status that is listed wins over its range, and a range over
 * `default` (OAS "Responses Object"); what is left are statuses that the document does not mention.
 */
export function resultType(call: Call, plan: TypePlan): Printable {
  const { documented, all, isComplete } = documentedStatuses(call.operation.responses);
  const members = documented.map((one) => ({ ...one, rest: restOf(one, call, plan) }));
  const plain = group(members.filter(({ except }) => except.length === 0));
  const lines = [
    ...plain.map(({ statuses, rest }) => code`${runtimeType("result", "Result")}<${separated(statuses, " | ")}, ${rest}>`),
    ...members.filter(({ except }) => except.length > 0).map(({ statuses, except, rest }) =>
      code`${runtimeType("result", "ResultExcept")}<${statuses}, ${separated(except, " | ")}, ${rest}>`),
  ];
  const open = code`${runtimeType("result", "Undocumented")}<${all.length === 0 ? "never" : separated(all, " | ")}>`;
  const union = isComplete ? lines : [...lines, open];
  if (union.length === 1) return [" ", ...union];
  return { indented: union.map((line) => code`\n| ${line}`) };
}

type Group = { statuses: Printable[]; rest: Printable };

/** Statuses that give the same are one member. */
function group(results: readonly { statuses: Printable; rest: Printable }[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { statuses, rest } of results) {
    const key = JSON.stringify(rest);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { statuses: [statuses], rest });
    else known.statuses.push(statuses);
  }
  return [...groups.values()];
}

function restOf({ response, status, isSuccess }: Documented, { operation, name, success }: Call, plan: TypePlan): Printable {
  const body = success.own === response ? name.success : bodyOfStatus(response, { method: operation.method, status, isSuccess }, plan);
  const headers = headersType(response, plan);
  return headers === undefined ? body : code`${body}, ${headers}`;
}

/** `{ readonly "x-total"?: number; readonly [name: string]: unknown }`: names in lower case, as fetch has them. */
function headersType({ headers }: Response, plan: TypePlan): Printable | undefined {
  const byName = new Map(headers.map((header): [string, Header] => [header.name.toLowerCase(), header]));
  if (byName.size === 0) return undefined;
  const members = [...byName].map(([name, header]) =>
    code`readonly ${propertyKey(name)}${header.required ? "" : "?"}: ${headerValue(header, plan)}`);
  const areTexts = [...byName.values()].every((header) => isText(header, plan));
  return code`{ ${separated([...members, `readonly [name: string]: ${areTexts ? "string | undefined" : "unknown"}`], "; ")} }`;
}

function headerValue(header: Header, plan: TypePlan): Printable {
  if (!isText(header, plan)) return parameterType(header, plan, "response");
  const values = header.schema === undefined ? undefined : listedStrings(plan.schemas, header.schema);
  return values === undefined || values.length === 0 ? "string" : union(values.map(literal));
}
