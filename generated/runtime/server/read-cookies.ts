import { claimsOf } from "./claims.js";
import type { Check, ParameterContract } from "./contract.js";
import { asIs, decodePercent } from "./decode-text.js";
import type { ServerRequest } from "./exchange.js";
import { nothingFound, take, type Claims, type Found } from "./scan-pairs.js";
import { settle, type Gathered } from "./settle.js";
import { shapeReader } from "./shape-reader.js";
import { slotOf } from "./slot-of.js";

/**
 * Reads cookie parameters: `color=blue; R=100; G=200` (RFC 6265 §4.2.1). Style form is percent-decoded, style cookie is not. Of
 * several cookies with one name, a parameter that is no list takes the first, which is the one with the longest path (RFC 6265 §5.4).
 */
export function cookieReader(parameters: readonly ParameterContract<Check>[]): (gathered: Gathered, headers: ServerRequest["headers"]) => void {
  const slots = parameters.map((parameter) => slotOf(parameter, parameter.style === "cookie" ? asIs : decodePercent));
  const claims = claimsOf(parameters.map(({ shape, content, ...parameter }) => ({ ...parameter, shape: shapeReader(content ? {} : shape) })));
  return (gathered, headers) => {
    const raw = headers["cookie"];
    const { own, members } = scanCookies(typeof raw === "string" ? raw : (raw ?? []).join(";"), claims);
    slots.forEach((slot, index) => {
      const found = own[index];
      const isList = slot.parameter.explode && slot.parameter.shape.items;
      settle(gathered, slot, typeof found === "string" || isList ? found : found?.[0], members[index]);
    });
  };
}

function scanCookies(text: string, claims: Claims): Found {
  const found = nothingFound();
  for (const piece of text.split(";")) {
    const equals = piece.indexOf("=");
    const name = piece.slice(0, Math.max(equals, 0)).trim();
    if (name) take(found, claims, decodePercent(name) ?? name, name, piece.slice(equals + 1).trim());
  }
  return found;
}
