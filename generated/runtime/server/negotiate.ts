import { hasParametersOf, isInRange, parseMediaType, type MediaType } from "./media-type.js";

/** Gives for a header `Accept` the position of the media type to send, or -1 where none is acceptable. */
export type Negotiate = (accept: string | undefined) => number;

/**
 * Proactive negotiation among these media types (RFC 9110 §12.5.1): the most specific range that a media type is in says how much it is
 * wanted, and of the most wanted ones the first is sent. Without `Accept` that is the first of all.
 */
export function negotiator(mediaTypes: readonly string[]): Negotiate {
  const offers = mediaTypes.map(parseMediaType);
  // Clients send the same all the time.
  let last: string | undefined;
  let found = offers.length ? 0 : -1;
  return (accept) => {
    if (accept === undefined || accept === "*/*" || accept === "") return offers.length ? 0 : -1;
    if (accept !== last) {
      found = best(offers, accept.split(",").map(parseRange));
      last = accept;
    }
    return found;
  };
}

type Range = MediaType & { readonly quality: number; readonly precedence: number };

function parseRange(text: string): Range {
  const range = parseMediaType(text);
  const weight = range.parameters.get("q") ?? "1";
  const parameters = new Map([...range.parameters].filter(([name]) => name !== "q"));
  const wildcards = range.essence === "*/*" ? 0 : range.essence.endsWith("*") ? 1 : 2;
  return { essence: range.essence, parameters, quality: /^[01](\.\d{0,3})?$/.test(weight) ? Number(weight) : 1, precedence: wildcards * 100 + parameters.size };
}

function best(offers: readonly MediaType[], ranges: readonly Range[]): number {
  const qualities = offers.map((offer) => qualityOf(offer, ranges));
  const highest = Math.max(0, ...qualities);
  return highest > 0 ? qualities.indexOf(highest) : -1;
}

/** Where the document itself has a range, what the client wants may be in that. */
function qualityOf(offer: MediaType, ranges: readonly Range[]): number {
  let chosen: Range | undefined;
  for (const range of ranges) {
    const matches = (isInRange(offer, range) || isInRange(range, offer)) && hasParametersOf(offer, range);
    if (matches && (chosen === undefined || range.precedence > chosen.precedence)) chosen = range;
  }
  return chosen?.quality ?? 0;
}
