import type { Check, ParameterContract } from "./contract.js";
import { asIs, decodePercent } from "./decode-text.js";
import type { RequestViolation } from "./problem.js";
import { settle, type Gathered, type Values } from "./settle.js";
import { slotOf } from "./slot-of.js";

/** Reads the whole query string as one value (OAS 3.2, `in: querystring`): a form, or the percent-encoded text of another media type. */
export function querystringReader(parameters: readonly ParameterContract<Check>[]): (query: string, violations: RequestViolation[]) => Values {
  const slots = parameters.map((parameter) => slotOf(parameter, parameter.content?.kind === "urlencoded" ? asIs : decodePercent));
  return (query, violations) => {
    const gathered: Gathered = { values: {}, violations };
    for (const slot of slots) settle(gathered, slot, query || undefined);
    return gathered.values;
  };
}
