import type { Schema } from "../model/schema.ts";

/** A number within the bounds of a schema, 1 where it has none. */
export function sampleNumber({ types, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf }: Schema): number {
  const step = multipleOf ?? (types?.includes("number") === true && isNarrow(minimum ?? exclusiveMinimum, maximum ?? exclusiveMaximum) ? 0.001 : 1);
  const isAllowed = (value: number): boolean =>
    value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity) && value > (exclusiveMinimum ?? -Infinity) && value < (exclusiveMaximum ?? Infinity);
  const low = Math.ceil((minimum ?? exclusiveMinimum ?? -Infinity) / step) * step;
  const high = Math.floor((maximum ?? exclusiveMaximum ?? Infinity) / step) * step;
  return [step, low, low + step, high, high - step, 0].find((value) => Number.isFinite(value) && isAllowed(value)) ?? minimum ?? maximum ?? 1;
}

/** Whether there may be no whole number between two bounds. */
function isNarrow(low: number | undefined, high: number | undefined): boolean {
  return low !== undefined && high !== undefined && high - low < 2;
}
