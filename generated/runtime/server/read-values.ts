import type { Decode } from "./decode-text.js";
import { setMember } from "./set-member.js";
import { text, type ShapeReader } from "./shape-reader.js";
import { below, malformed, Unreadable } from "./unreadable.js";

/** A name, and a text that is not decoded yet. */
export type RawPair = readonly [name: string, raw: string];

/** The scalar that a text means. */
export function readScalar({ scalar, expected }: ShapeReader, raw: string, decode: Decode, attempt: number): unknown {
  const decoded = decode(raw);
  if (decoded === undefined) return malformed();
  const value = scalar?.(decoded, attempt);
  return value === undefined ? new Unreadable("type", scalar ? `must be ${expected}` : "must not be nested here") : value;
}

/** A list of what each of the texts means. */
export function readList(item: ShapeReader, raws: readonly string[], decode: Decode, attempt: number): unknown {
  const list: unknown[] = [];
  for (const raw of raws) {
    const value = readScalar(item, raw, decode, attempt);
    if (value instanceof Unreadable) return below(list.length, value);
    list.push(value);
  }
  return list;
}

/** An object of what each of the texts means. A name that is there several times is a list, where its shape is one. */
export function readObject({ members }: ShapeReader, pairs: readonly RawPair[], decode: Decode, attempt: number): unknown {
  const object: { [name: string]: unknown } = {};
  for (const [name, raw] of pairs) {
    const shape = members?.listed.get(name) ?? members?.others ?? text;
    const value = readScalar((!shape.scalar && shape.items) || shape, raw, decode, attempt);
    if (value instanceof Unreadable) return below(name, value);
    const known: unknown = Object.hasOwn(object, name) ? object[name] : undefined;
    if (known === undefined) setMember(object, name, shape.scalar || !shape.items ? value : [value]);
    else if (!shape.items) return below(name, new Unreadable("style", "must be given once"));
    else if (Array.isArray(known)) known.push(value);
    else setMember(object, name, [known, value]);
  }
  return object;
}
