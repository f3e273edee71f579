import type { Check, ParameterContract } from "./contract.js";
import { asIs, decodePercent } from "./decode-text.js";
import { settle, type Gathered } from "./settle.js";
import { slotOf } from "./slot-of.js";

/** Reads the whole query string as one value (OAS 3.2, `in: querystring`): a form, or the percent-encoded text of another media type. */
export function querystringReader(parameter: ParameterContract<Check>): (gathered: Gathered, query: string) => void {
  const slot = slotOf(parameter, parameter.content?.kind === "urlencoded" ? asIs : decodePercent);
  return (gathered, query) => settle(gathered, slot, query || undefined);
}
