import { type CodePoints, complement, digits, propertyCharacters, spaces, wordCharacters } from "./code-points.js";
import type { PatternNode } from "./pattern-node.js";
import { type PatternReader, Unreadable } from "./pattern-reader.js";

/** What stands behind a backslash outside of a class: ECMA-262 `AtomEscape`, `\b` and `\B`. */
export function parseEscape(reader: PatternReader): PatternNode {
  if (reader.take("b")) return { kind: "boundary" };
  if (reader.take("B")) return { kind: "inside" };
  const name = reader.hasNames ? reader.match(/k(<[^>]*>)/y)?.[1] : undefined;
  if (name !== undefined) return reader.reference(name);
  const number = reader.match(/[1-9]\d*/y)?.[0];
  // Without flag `u`, a number that no group has is a character in octal.
  if (number !== undefined && !reader.hasGroup(Number(number))) throw new Unreadable();
  if (number !== undefined) return reader.reference(number);
  return { kind: "set", set: parseCharacterEscape(reader) };
}

/** What stands behind a backslash anywhere: ECMA-262 `CharacterClassEscape` and `CharacterEscape`. */
export function parseCharacterEscape(reader: PatternReader): CodePoints {
  const property = reader.unicode ? reader.match(/[pP]\{[^}]*\}/y)?.[0] : undefined;
  if (property !== undefined) {
    const set = propertyCharacters(`\\${property}`);
    if (set === undefined) throw new Unreadable();
    return set;
  }
  const sign = reader.match(/[dDwWsS]/y)?.[0];
  if (sign !== undefined) {
    const set = sign === "d" || sign === "D" ? digits : sign === "w" || sign === "W" ? wordCharacters : spaces;
    return sign === sign.toLowerCase() ? set : complement(set);
  }
  const point = parseCharacter(reader);
  return [[point, point]];
}

function parseCharacter(reader: PatternReader): number {
  const braced = reader.unicode ? reader.match(/u\{([\da-fA-F]+)\}/y)?.[1] : undefined;
  if (braced !== undefined) return Number.parseInt(braced, 16);
  const pair = reader.unicode ? reader.match(/u([dD][89abAB][\da-fA-F]{2})\\u([dD][c-fC-F][\da-fA-F]{2})/y) : undefined;
  if (pair !== undefined) return (Number.parseInt(pair[1] ?? "", 16) - 0xd800) * 0x400 + Number.parseInt(pair[2] ?? "", 16) - 0xdc00 + 0x10000;
  const code = reader.match(/u([\da-fA-F]{4})|x([\da-fA-F]{2})/y);
  if (code !== undefined) return Number.parseInt(code[1] ?? code[2] ?? "", 16);
  const letter = reader.match(/c([a-zA-Z])/y)?.[1];
  if (letter !== undefined) return letter.charCodeAt(0) % 32;
  if (reader.match(/0(?!\d)/y) !== undefined) return 0;
  const control = reader.match(/[tnvfr]/y)?.[0];
  if (control !== undefined) return 9 + "tnvfr".indexOf(control);
  // Octal numbers and broken escapes of the older syntax; all else stands for itself.
  if (reader.match(/[\dcuxk]/y) !== undefined) throw new Unreadable();
  return reader.next();
}
