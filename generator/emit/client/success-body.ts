import type { Operation } from "../../model/api.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import type { Printable } from "../../print/printable.ts";
import { bodyOfStatus, distinctUnion } from "../call/body-of-status.ts";

/** The type of what a method gives: any body of a success. Without one that is documented, `default` may be a success as well. */
export function successBody({ method, responses }: Operation, plan: TypePlan): Printable {
  const successes = responses.filter(({ status }) => status.startsWith("2"));
  const possible = successes.length > 0 ? successes : responses.filter(({ status }) => status === "default");
  if (possible.length === 0) return "unknown";
  return distinctUnion(possible.map((response) => bodyOfStatus(response, { method, status: response.status, isSuccess: true }, plan)));
}
