import type { ParameterContract } from "./contract.js";
import type { Decode } from "./decode-text.js";
import { readDeep } from "./read-deep.js";
import { readList, readObject, readScalar, type RawPair } from "./read-values.js";
import type { ShapeReader } from "./shape-reader.js";
import { textStyle, type TextStyle } from "./text-style.js";
import { malformed, Unreadable } from "./unreadable.js";

/** The texts that stand behind a parameter's own name. */
export type Raws = string | readonly string[];

/**
 * Gives a value or an `Unreadable`: of the texts behind a parameter's own name, and of pairs with other names that are members of it:
 * `[R]` of a deepObject, `R` of an exploded form. `undefined` counts as not given.
 */
export type Reading = (own: Raws | undefined, members: readonly RawPair[] | undefined) => unknown;

export type Styled = Pick<ParameterContract<unknown>, "name" | "style" | "explode"> & { readonly decode: Decode };

/**
 * The ways to read a parameter, the likeliest first: a text without a delimiter is a scalar, with one a list, and then an object. Where
 * a schema allows several kinds, or several kinds of scalars, its check says which is meant.
 */
export function readingsOf(shape: ShapeReader, styled: Styled): readonly Reading[] {
  const kinds = kindsOf(shape, styled);
  return kinds.flatMap((kind) => Array.from({ length: shape.attempts }, (_, attempt): Reading => (own, members) => kind(own, members, attempt)));
}

/** `true` where a value is spread over pairs of other names: an exploded form of an object. */
export function isSpread({ members }: ShapeReader, { style, explode }: Pick<Styled, "style" | "explode">): boolean {
  return members !== undefined && explode && isFormLike(style);
}

/** Exploded, the delimited styles are form: each item is a pair (OAS "Style Values"). */
function isFormLike(style: Styled["style"]): boolean {
  return style === "form" || style === "cookie" || style === "spaceDelimited" || style === "pipeDelimited";
}

type Kind = (own: Raws | undefined, members: readonly RawPair[] | undefined, attempt: number) => unknown;

function kindsOf(shape: ShapeReader, { name, style, explode, decode }: Styled): Kind[] {
  if (style === "deepObject") return deepKinds(name, shape, decode);
  const isForm = explode && isFormLike(style);
  const text = textStyle(name, isForm ? "form" : style, explode, decode);
  if (shape.joined) return [(own) => readJoined(own, text)];
  return isForm ? formKinds(shape, decode) : textKinds(shape, text);
}

function textKinds(shape: ShapeReader, style: TextStyle): Kind[] {
  const { decode } = style;
  const scalar: Kind = (own, _, attempt) => {
    const raw = typeof own === "string" ? style.scalar(own) : givenOnce;
    return typeof raw === "string" ? readScalar(shape, raw, decode, attempt) : raw;
  };
  const single: Kind = (own, members, attempt) => once(own, style.items, (items) => (items.length > 1 ? severalValues : scalar(own, members, attempt)));
  const kinds: Kind[] = [];
  const isOnlyScalar = !shape.items && !shape.members;
  if (shape.scalar) kinds.push(isOnlyScalar ? scalar : single);
  const { items, members } = shape;
  if (items) kinds.push((own, _, attempt) => once(own, style.items, (raws) => readList(items, raws, decode, attempt)));
  if (members) kinds.push((own, _, attempt) => once(own, style.pairs, (pairs) => readObject(shape, pairs, decode, attempt)));
  if (shape.scalar && !isOnlyScalar) kinds.push(scalar);
  return kinds;
}

function formKinds(shape: ShapeReader, decode: Decode): Kind[] {
  const { items } = shape;
  const kinds: Kind[] = [];
  if (shape.scalar) kinds.push((own, _, attempt) => (typeof own === "string" ? readScalar(shape, own, decode, attempt) : givenOnce));
  if (items) kinds.push((own, _, attempt) => (own === undefined ? givenOnce : readList(items, typeof own === "string" ? [own] : own, decode, attempt)));
  if (shape.members) kinds.push((own, members, attempt) => (own === undefined ? readObject(shape, members ?? [], decode, attempt) : withoutMembers));
  return kinds;
}

function deepKinds(name: string, shape: ShapeReader, decode: Decode): Kind[] {
  const nested: Kind = (own, members, attempt) =>
    (members && own === undefined ? readDeep(shape, members, decode, attempt) : new Unreadable("style", `must be written as ${name}[…]=`));
  const scalar: Kind = (own, members, attempt) => {
    if (members) return nested(own, members, attempt);
    return typeof own === "string" ? readScalar(shape, own, decode, attempt) : givenOnce;
  };
  return shape.scalar ? [scalar] : [nested];
}

/** Decoded first and split then, so that both ways to write a list mean one: `a,b` and `a%2Cb`. */
function readJoined(own: Raws | undefined, style: TextStyle): unknown {
  if (typeof own === "string") return splitDecoded(own, style);
  const list: string[] = [];
  for (const raw of own ?? []) {
    const items = splitDecoded(raw, style);
    if (items instanceof Unreadable) return items;
    for (const item of items) list.push(item);
  }
  return list;
}

function splitDecoded(raw: string, { scalar, delimiter, decode }: TextStyle): string[] | Unreadable {
  const text = scalar(raw);
  if (text instanceof Unreadable) return text;
  const decoded = decode(text);
  if (decoded === undefined) return malformed();
  return decoded.includes(delimiter) ? decoded.split(delimiter) : [decoded];
}

function once<Text>(own: Raws | undefined, unwrap: (raw: string) => Text | Unreadable, read: (text: Text) => unknown): unknown {
  if (typeof own !== "string") return givenOnce;
  const text = unwrap(own);
  return text instanceof Unreadable ? text : read(text);
}

const givenOnce = new Unreadable("style", "must be given once");
const withoutMembers = new Unreadable("style", "must be written with the names of its members");
const severalValues = new Unreadable("style", "must be one value");
