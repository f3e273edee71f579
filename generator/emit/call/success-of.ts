import type { Operation, Response } from "../../model/api.ts";
import type { TypePlan } from "../../model/type-plan.ts";
import type { Printable } from "../../print/printable.ts";
import { bodyOfStatus, distinctUnion } from "./body-of-status.ts";
import { spansLines } from "./spans-lines.ts";

/** What an operation gives where all is well. `own`: the one response that is a success, and whose body needs a name of its own. */
export type Success = { type: Printable; own: Response | undefined };

/** The body of a success. Without one that is documented, `default` may be a success as well. */
export function successOf({ method, responses }: Operation, plan: TypePlan): Success {
  const successes = responses.filter(({ status }) => status.startsWith("2"));
  const possible = successes.length > 0 ? successes : responses.filter(({ status }) => status === "default");
  if (possible.length === 0) return { type: "unknown", own: undefined };
  const type = distinctUnion(possible.map((response) => bodyOfStatus(response, { method, status: response.status, isSuccess: true }, plan)));
  const [only] = successes;
  return { type, own: successes.length === 1 && spansLines(type) ? only : undefined };
}
