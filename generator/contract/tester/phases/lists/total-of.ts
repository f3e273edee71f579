import { isObject, type Json, member } from "../../../../json.ts";
import { rulesOf } from "../../../rules/rules-of.ts";
import { headerNamed } from "../../checks/headers-named.ts";
import type { TestedOperation } from "../../phase.ts";
import { type Answer, jsonOf } from "../ask.ts";

/** How many rows an answer says that there are on all pages; nothing where it does not say so, or may count otherwise. */
export function totalOf(answer: Answer): number | undefined {
  const body = jsonOf(answer);
  const header = headerNamed(answer.response?.headers ?? [], "x-total-count");
  const inBody = [body, ...(isObject(body) ? Object.values(body) : [])].flatMap(totalIn);
  const [value] = [...inBody, ...(header !== undefined && /^\d+$/.test(header) ? [Number(header)] : [])];
  return value;
}

/** Whether the document itself states a rule of totals: what breaks that is found as such. */
export function isTotalStated({ operation }: TestedOperation): boolean {
  return operation.responses.some((response) => rulesOf(response).some(({ expression }) => /total/i.test(expression)));
}

function totalIn(object: Json | undefined): number[] {
  if (!isObject(object)) return [];
  const value = ["total", "totalCount", "total_count"].map((name) => member(object, name)).find((each) => typeof each === "number");
  return typeof value === "number" && Number.isInteger(value) && value >= 0 ? [value] : [];
}
