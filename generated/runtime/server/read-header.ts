import type { Check, ParameterContract } from "./contract.js";
import { decodeHeader } from "./decode-text.js";
import type { ServerRequest } from "./exchange.js";
import { settle, type Gathered } from "./settle.js";
import { slotOf } from "./slot-of.js";

/**
 * Reads a header parameter: style simple, of which nothing is percent-decoded (OAS 3.2, appendix D), or a media type. Several lines of
 * one name are one list (RFC 9110 §5.3); of anything else there may be one.
 */
export function headerReader(parameter: ParameterContract<Check>): (gathered: Gathered, headers: ServerRequest["headers"]) => void {
  const name = parameter.name.toLowerCase();
  const slot = slotOf({ ...parameter, style: "simple" }, decodeHeader, name);
  const { items, properties, additional } = parameter.shape;
  const isList = Boolean(items ?? properties ?? additional);
  // `constructor` is none of the headers, although every object has it.
  const isInherited = name in {};
  return (gathered, headers) => {
    const raw = isInherited && !Object.hasOwn(headers, name) ? undefined : headers[name];
    settle(gathered, slot, raw === undefined || typeof raw === "string" ? raw : oneOf(raw, isList));
  };
}

function oneOf(lines: readonly string[], isList: boolean): string | readonly string[] | undefined {
  if (lines.length === 0) return undefined;
  return isList || lines.length === 1 ? lines.join(",") : lines;
}
