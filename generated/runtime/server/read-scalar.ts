import type { Scalar } from "./contract.js";

/** Gives the value of a text, or `undefined` where it follows no grammar. Of several that it follows: the first, by `attempt` 1 the second. */
export type ReadScalar = (text: string, attempt: number) => unknown;

/**
 * Reads texts as scalars. The grammars are those of JSON (RFC 8259 §6), without exceptions: an integer has no sign `+`, no leading
 * zero, no fraction, no exponent and no blank around it; beyond 2^53 it is a `bigint` of exactly that value, and it may have 1,000
 * digits. A number is finite. A boolean is `true` or `false`, and null is `null`; but where a text is allowed, `null` is a text: null
 * itself is never written in a style (RFC 6570 §2.3). Of several grammars the first counts: null, boolean, integer, number, string.
 */
export function scalarReader(scalars: readonly Scalar[]): ReadScalar {
  const [first, ...others] = grammarsOf(scalars).map((scalar) => grammars[scalar]);
  if (first === undefined) return grammars.string;
  if (others.length === 0) return first;
  return (text, attempt) => {
    const values = [first, ...others].map((read) => read(text)).filter((value) => value !== undefined);
    return values[Math.min(attempt, values.length - 1)];
  };
}

/** How many different values a text can have: so many attempts make sense. */
export function attemptsOf(scalars: readonly Scalar[] | undefined): number {
  return Math.max(1, grammarsOf(scalars ?? []).length);
}

/** `an integer or true or false`: what a text must be that follows none of the grammars. */
export function describeScalars(scalars: readonly Scalar[]): string {
  return grammarsOf(scalars).map((scalar) => descriptions[scalar]).join(" or ");
}

function grammarsOf(scalars: readonly Scalar[]): Scalar[] {
  const isText = scalars.includes("string");
  return order.filter((scalar) => scalars.includes(scalar) && !(isText && scalar === "null"));
}

const order = ["null", "boolean", "integer", "number", "string"] as const;

const descriptions: { readonly [scalar in Scalar]: string } = {
  null: "null", boolean: "true or false", integer: "an integer", number: "a number", string: "a text",
};

const grammars: { readonly [scalar in Scalar]: (text: string) => unknown } = {
  null: (text) => (text === "null" ? null : undefined),
  boolean: (text) => (text === "true" ? true : text === "false" ? false : undefined),
  integer: readInteger,
  number: readNumber,
  string: (text) => text,
};

function readInteger(text: string): number | bigint | undefined {
  // A long one would take more than linear time.
  if (text.length > 1001 || !/^-?(?:0|[1-9]\d*)$/.test(text)) return undefined;
  const value = Number(text);
  // No integer is -0.
  return Number.isSafeInteger(value) ? value + 0 : BigInt(text);
}

function readNumber(text: string): number | undefined {
  if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}
