import { judge } from "./judge.js";
import { TooDeep } from "./judging.js";
import type { SchemaData } from "./schema-data.js";

/** Whether a value fits a schema. It stops at the first thing that does not. */
export function fits(schema: SchemaData, value: unknown): boolean {
  try {
    return judge(schema, value, { path: "", schema: "", depth: 0 }, { judge, guesses: 0, silent: true });
  } catch (error) {
    if (error instanceof TooDeep || error instanceof RangeError) return false;
    throw error;
  }
}
