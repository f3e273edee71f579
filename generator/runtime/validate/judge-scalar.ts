import { equal } from "./equal.js";
import { isFormat } from "./format.js";
import { isDecided, type Run, type Spot, violate } from "./judging.js";
import { atLeast, atMost } from "./lengths.js";
import { isMultipleOf } from "./numbers.js";
import { pattern } from "./pattern.js";
import type { SchemaObject } from "./schema-data.js";
import { cut, show, showList } from "./show.js";

/** `enum` and `const` (JSON Schema Validation §6.1.2, §6.1.3). */
export function judgeChoice(schema: SchemaObject, value: unknown, spot: Spot, run: Run): boolean {
  if ("const" in schema && !equal(value, schema.const)) return run.found !== undefined && violate(run, spot, "const", `must be ${show(schema.const)}`);
  if (schema.enum === undefined || schema.enum.some((each) => equal(value, each))) return true;
  return run.found !== undefined && violate(run, spot, "enum", schema.enum.length === 0 ? "must not be there: its enum allows no value" : `must be one of ${showList(schema.enum)}`);
}

/** Keywords for numbers (JSON Schema Validation §6.2, §7.3). */
export function judgeNumber(schema: SchemaObject, value: number | bigint, spot: Spot, run: Run): boolean {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format } = schema;
  let fits = true;
  if (minimum !== undefined && value < minimum) fits = violate(run, spot, "minimum", `must be at least ${minimum}`);
  if (maximum !== undefined && value > maximum) fits = violate(run, spot, "maximum", `must be at most ${maximum}`);
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) fits = violate(run, spot, "exclusiveMinimum", `must be more than ${exclusiveMinimum}`);
  if (exclusiveMaximum !== undefined && value >= exclusiveMaximum) fits = violate(run, spot, "exclusiveMaximum", `must be less than ${exclusiveMaximum}`);
  if (multipleOf !== undefined && !isMultipleOf(value, multipleOf)) fits = violate(run, spot, "multipleOf", `must be a multiple of ${multipleOf}`);
  if (format !== undefined && !isFormat(format, value)) fits = violate(run, spot, "format", `must be of the format ${cut(format, 100)}`);
  return fits;
}

/** Keywords for strings (JSON Schema Validation §6.3, §7.3). What is too long is not looked at any further. */
export function judgeText(schema: SchemaObject, value: string, spot: Spot, run: Run): boolean {
  const { minLength, maxLength, format } = schema;
  let fits = true;
  if (maxLength !== undefined && !atMost(value, maxLength)) return violate(run, spot, "maxLength", `must have at most ${characters(maxLength)}`);
  if (minLength !== undefined && !atLeast(value, minLength)) fits = violate(run, spot, "minLength", `must have at least ${characters(minLength)}`);
  if (!fits && isDecided(run)) return false;
  if (schema.pattern !== undefined && !pattern(schema.pattern).test(value)) fits = violate(run, spot, "pattern", `must match ${cut(schema.pattern, 200)}`);
  if (format !== undefined && !isFormat(format, value)) fits = violate(run, spot, "format", `must be of the format ${cut(format, 100)}`);
  return fits;
}

function characters(count: number): string {
  return count === 1 ? "1 character" : `${count} characters`;
}
