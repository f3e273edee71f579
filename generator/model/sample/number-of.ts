import { isMultipleOf } from "../../runtime/validate/numbers.ts";
import type { Schema } from "../schema.ts";
import type { Attempt } from "./making.ts";

/**
 * A number within the bounds of some schemas: 1 where they allow it. Of multiples of fractions rather one that is a multiple in binary
 * fractions too: some judge by these, for which 0.29 is no multiple of 0.01.
 */
export function numberOf(parts: readonly Schema[], type: "integer" | "number", { number, random }: Attempt, isRandom: boolean): number | undefined {
  const { low, high } = rangeOf(parts);
  const step = stepOf(parts, type, low, high);
  const first = Math.ceil(Number((low / step).toPrecision(14)));
  const last = Math.floor(Number((high / step).toPrecision(14)));
  const allowed = (multiple: number) => {
    const value = Number((multiple * step).toPrecision(14));
    return isWithin(parts, value) ? value : undefined;
  };
  const nearest = Math.min(Math.max(Math.round(1 / step) || 1, first), last);
  const start = isRandom ? first + random.below(Math.min(last - first + 1, 1_000_000)) : nearest + (number >> 1) * (number % 2 === 0 ? 1 : -1);
  const values = [start, start + 1, start + 2, start - 1, first, first + 1, last, last - 1, (first + last) / 2].flatMap((multiple) =>
    (Number.isFinite(multiple) ? allowed(Math.floor(multiple)) ?? [] : []));
  return values.find((value) => parts.every(({ multipleOf = 1 }) => Number.isInteger(value / multipleOf))) ?? values[0];
}

function rangeOf(parts: readonly Schema[]): { low: number; high: number } {
  const lows = parts.flatMap(({ minimum, exclusiveMinimum }) => [minimum, exclusiveMinimum].filter((value) => value !== undefined));
  const highs = parts.flatMap(({ maximum, exclusiveMaximum, format }) => [maximum, exclusiveMaximum, format === "int32" ? 2_147_483_647 : undefined].filter((value) => value !== undefined));
  const [low, high] = [Math.max(...lows), Math.min(...highs)];
  // What is not bounded is near to what is, and not beyond what all programs read.
  if (lows.length === 0 && highs.length === 0) return { low: 0, high: 1_000_000 };
  return { low: lows.length === 0 ? high - 1_000_000 : low, high: highs.length === 0 ? low + 1_000_000 + Math.abs(low) : high };
}

/** What values are multiples of; without `multipleOf` the least that leaves a choice. */
function stepOf(parts: readonly Schema[], type: "integer" | "number", low: number, high: number): number {
  const divisors = parts.flatMap(({ multipleOf }) => (multipleOf === undefined || multipleOf <= 0 ? [] : [multipleOf]));
  if (type === "integer") divisors.push(1);
  if (divisors.length === 0) return high - low >= 2 ? 1 : Math.max((high - low) / 1000, Number.MIN_VALUE * 1e16);
  const largest = Math.max(...divisors);
  for (let factor = 1; factor <= 10_000; factor++) {
    const step = Number((largest * factor).toPrecision(14));
    if (divisors.every((divisor) => isMultipleOf(step, divisor))) return step;
  }
  return largest;
}

function isWithin(parts: readonly Schema[], value: number): boolean {
  return parts.every(({ minimum = -Infinity, maximum = Infinity, exclusiveMinimum = -Infinity, exclusiveMaximum = Infinity }) =>
    value >= minimum && value <= maximum && value > exclusiveMinimum && value < exclusiveMaximum);
}
