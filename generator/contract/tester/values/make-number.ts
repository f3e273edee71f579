import type { Schema } from "../../../model/schema.ts";
import type { Choose } from "./choices.ts";
import { NoValue } from "./no-value.ts";

/** A number within the bounds of a schema, a multiple of what it says; the one next to 1 where the choice is simple. */
export function makeNumber(schema: Schema, isInteger: boolean, choose: Choose): number {
  const { least, most, step } = boundsOf(schema, isInteger);
  if (least > most) throw new NoValue();
  if (step === undefined) return decimal(least, most, choose);
  const lowest = Math.ceil(least / step);
  const highest = Math.floor(most / step);
  if (lowest > highest) throw new NoValue();
  const near = Math.min(Math.max(1, lowest), highest);
  const reach = [0, 10, 1000, 4_294_967_296, Number.MAX_SAFE_INTEGER][choose(5)] ?? 0;
  const from = Math.max(lowest, near - reach);
  const chosen = from === near || reach === 0 ? near : from + choose(Math.min(highest, near + reach) - from + 1);
  return multiple(chosen, step);
}

/** The bounds that a number must keep, also those of its format; `step` where it is a multiple of something. */
export function boundsOf({ minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format }: Schema, isInteger: boolean): { least: number; most: number; step: number | undefined } {
  const step = multipleOf ?? (isInteger ? 1 : undefined);
  const small = step ?? 0.001;
  const [lowest, highest] = format === "int32" ? [-2147483648, 2147483647] : [-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
  const above = exclusiveMinimum === undefined ? -Infinity : Math.floor(exclusiveMinimum / small) * small + small;
  const below = exclusiveMaximum === undefined ? Infinity : Math.ceil(exclusiveMaximum / small) * small - small;
  return { least: Math.max(minimum ?? -Infinity, above, lowest), most: Math.min(maximum ?? Infinity, below, highest), step };
}

/** What is written as people do: 0.1 * 3 is not 0.3 to a computer. */
export function multiple(count: number, step: number): number {
  return Number((count * step).toPrecision(15)) + 0;
}

function decimal(least: number, most: number, choose: Choose): number {
  const near = Math.min(Math.max(1, least), most);
  const digits = [0, 1, 3, 9][choose(4)] ?? 0;
  const reach = digits === 0 ? 0 : [2, 1000, 1e9][choose(3)] ?? 2;
  const from = Math.max(least, near - reach);
  const to = Math.min(most, near + reach);
  const share = choose(1000) / 1000;
  const value = Number((from + (to - from) * share).toFixed(digits));
  return reach === 0 || value < least || value > most ? near : value;
}
