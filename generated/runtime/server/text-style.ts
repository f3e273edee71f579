import type { ParameterContract } from "./contract.js";
import { asIs, type Decode } from "./decode-text.js";
import type { RawPair } from "./read-values.js";
import { malformed, Unreadable } from "./unreadable.js";

/** How one text holds a value: the reverse of RFC 6570 §3.2.1. What it gives is still encoded. */
export type TextStyle = {
  readonly scalar: (raw: string) => string | Unreadable;
  readonly items: (raw: string) => string[] | Unreadable;
  readonly pairs: (raw: string) => RawPair[] | Unreadable;
  /** What stands between items, when they are decoded already. */
  readonly delimiter: string;
  readonly decode: Decode;
};

export type StyleName = ParameterContract<unknown>["style"];

/** The styles that write a value as one text: OAS "Style Values", but for what form and deepObject spread over several pairs. */
export function textStyle(name: string, style: StyleName, explode: boolean, decode: Decode): TextStyle {
  switch (style) {
    case "label":
      return label(delimited(explode ? "." : ",", explode, decode));
    case "matrix":
      return matrix(name, explode, delimited(explode ? ";" : ",", explode, decode));
    // A delimiter may be encoded or not: a query may have neither as it is, but some clients send them so.
    case "spaceDelimited":
      return delimited(decode === asIs ? " " : /%20|\+| /, explode, decode, " ");
    case "pipeDelimited":
      return delimited(decode === asIs ? "|" : /%7C|\|/i, explode, decode, "|");
    case "simple":
    case "form":
    case "cookie":
    // One text of a deepObject is none: what it is refused for is said where its pairs are read.
    case "deepObject":
      return delimited(",", explode, decode);
    default:
      return style satisfies never;
  }
}

function delimited(between: string | RegExp, explode: boolean, decode: Decode, delimiter = ","): TextStyle {
  const items = (raw: string): string[] => raw.split(between);
  return { scalar: (raw) => raw, items, pairs: (raw) => pairsOf(items(raw), explode, between, decode), delimiter, decode };
}

/** `R=100,G=200`, or not exploded `R,100,G,200`. */
function pairsOf(pieces: readonly string[], explode: boolean, between: string | RegExp, decode: Decode): RawPair[] | Unreadable {
  const pairs = explode ? equalPairs(pieces, between) : turnPairs(pieces);
  if (pairs instanceof Unreadable) return pairs;
  const named: RawPair[] = [];
  for (const [rawName, raw] of pairs) {
    const name = decode(rawName);
    if (name === undefined) return malformed();
    named.push([name, raw]);
  }
  return named;
}

function turnPairs(pieces: readonly string[]): RawPair[] | Unreadable {
  if (pieces.length % 2 === 1) return new Unreadable("style", "must be names and values in turn");
  const pairs: RawPair[] = [];
  for (let index = 0; index < pieces.length; index += 2) pairs.push([pieces[index] ?? "", pieces[index + 1] ?? ""]);
  return pairs;
}

function equalPairs(pieces: readonly string[], between: string | RegExp): RawPair[] | Unreadable {
  const pairs: RawPair[] = [];
  for (const piece of pieces) {
    const last = pairs.at(-1);
    const equals = piece.indexOf("=");
    if (equals >= 0) pairs.push([piece.slice(0, equals), piece.slice(equals + 1)]);
    // Style matrix leaves "=" away where nothing follows (RFC 6570 §3.2.7).
    else if (between === ";") pairs.push([piece, ""]);
    // What stands between in style label is never encoded: `.R=1.5.G=2`.
    else if (between === "." && last) pairs[pairs.length - 1] = [last[0], `${last[1]}.${piece}`];
    else return new Unreadable("style", 'must be names and values with "=" between them');
  }
  return pairs;
}

/** `.blue,black`, exploded `.blue.black` and `.R=100.G=200`. */
function label(inner: TextStyle): TextStyle {
  return unwrapped(inner, (raw) => (raw.startsWith(".") ? raw.slice(1) : new Unreadable("style", 'must begin with "."')));
}

/** `;color=blue,black`, exploded `;color=blue;color=black` and `;R=100;G=200`. */
function matrix(name: string, explode: boolean, inner: TextStyle): TextStyle {
  const failure = new Unreadable("style", `must be written as ;${name}=`);
  const begun = (raw: string): string | Unreadable => (raw.startsWith(";") ? raw.slice(1) : failure);
  const own = (piece: string): string | Unreadable => {
    const equals = piece.indexOf("=");
    if (inner.decode(equals < 0 ? piece : piece.slice(0, equals)) !== name) return failure;
    return equals < 0 ? "" : piece.slice(equals + 1);
  };
  if (!explode) return unwrapped(unwrapped(inner, own), begun);
  const { scalar } = unwrapped(unwrapped(inner, own), begun);
  const { items, pairs } = unwrapped(inner, begun);
  const ownItems = (raw: string): string[] | Unreadable => {
    const values: string[] = [];
    const pieces = items(raw);
    if (pieces instanceof Unreadable) return pieces;
    for (const piece of pieces) {
      const value = own(piece);
      if (value instanceof Unreadable) return value;
      values.push(value);
    }
    return values;
  };
  return { ...inner, scalar, items: ownItems, pairs };
}

function unwrapped(inner: TextStyle, unwrap: (raw: string) => string | Unreadable): TextStyle {
  const through = <Value>(read: (raw: string) => Value | Unreadable) => (raw: string): Value | Unreadable => {
    const text = unwrap(raw);
    return typeof text === "string" ? read(text) : text;
  };
  return { ...inner, scalar: through(inner.scalar), items: through(inner.items), pairs: through(inner.pairs) };
}
