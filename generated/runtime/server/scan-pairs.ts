import { decodeForm } from "./decode-text.js";
import type { RawPair } from "./read-values.js";

/** Who takes a pair of a query or a form: as its own, or as a member of an object whose members stand among the others. */
export type Claim = { readonly slot: number; readonly member: boolean };

/** Which names belong to which slot. */
export type Claims = {
  readonly names: ReadonlyMap<string, Claim>;
  /** Those that are followed by brackets. */
  readonly deep: ReadonlyMap<string, number>;
  /** The slot of what nobody else takes. */
  readonly rest: number | undefined;
};

/** What was found for each slot, still encoded. Of names that nobody takes, and of those whose encoding is broken, the first 20. */
export type Found = {
  readonly own: (string | string[] | undefined)[];
  readonly members: (RawPair[] | undefined)[];
  readonly unknown: string[];
  readonly malformed: string[];
};

/**
 * Takes a query or a form apart (WHATWG URL §5.1): pairs are between `&`, and a name without `=` has the value "". It is read once,
 * from left to right, however many pairs there are.
 */
export function scanPairs(text: string, claims: Claims): Found {
  const found = nothingFound();
  for (let start = 0; start < text.length; ) {
    const ampersand = text.indexOf("&", start);
    const end = ampersand < 0 ? text.length : ampersand;
    // Not by indexOf, which would read on behind the end where there is no "=".
    let equals = start;
    let isEncoded = false;
    for (; equals < end; equals++) {
      const unit = text.charCodeAt(equals);
      if (unit === 0x3d) break;
      if (unit === 0x25 || unit === 0x2b) isEncoded = true;
    }
    const name = text.slice(start, equals);
    if (end > start) take(found, claims, isEncoded ? decodeForm(name) : name, name, text.slice(equals + 1, end));
    start = end + 1;
  }
  return found;
}

/** Before anything is found. */
export function nothingFound(): Found {
  return { own: [], members: [], unknown: [], malformed: [] };
}

/** Gives a pair to whom it belongs; `false` where that is nobody. A name that is `undefined` could not be decoded. */
export function take(found: Found, { names, deep, rest }: Claims, name: string | undefined, rawName: string, raw: string): boolean {
  if (name === undefined) return note(found.malformed, rawName);
  const claim = names.get(name);
  if (claim) return claim.member ? addMember(found.members, claim.slot, name, raw) : addOwn(found.own, claim.slot, raw);
  const bracket = deep.size > 0 ? name.indexOf("[") : -1;
  const slot = bracket > 0 ? deep.get(name.slice(0, bracket)) : undefined;
  if (slot !== undefined) return addMember(found.members, slot, name.slice(bracket), raw);
  return rest === undefined ? note(found.unknown, name) : addMember(found.members, rest, name, raw);
}

function addOwn(own: Found["own"], slot: number, raw: string): true {
  const known = own[slot];
  if (known === undefined) own[slot] = raw;
  else if (typeof known === "string") own[slot] = [known, raw];
  else known.push(raw);
  return true;
}

function addMember(members: Found["members"], slot: number, name: string, raw: string): true {
  const known = members[slot];
  if (known) known.push([name, raw]);
  else members[slot] = [[name, raw]];
  return true;
}

function note(names: string[], name: string): false {
  if (names.length < 20) names.push(name);
  return false;
}
