import { judge } from "./judge.js";
import { deepest, TooDeep } from "./judging.js";
import type { SchemaData } from "./schema-data.js";
import type { Violation } from "./violation.js";

export type ViolationOptions = {
  /** How many violations to list at most. 20 by default. */
  readonly limit?: number;
  /** Where the schema stands in the document, where it does not say so itself. */
  readonly at?: string;
};

/** Every way in which a value does not fit a schema, up to a limit; none where it fits. The exact same values have none that `fits` accepts. */
export function violations(schema: SchemaData, value: unknown, options: ViolationOptions = {}): Violation[] {
  const at = options.at ?? "";
  const found: Violation[] = [];
  try {
    judge(schema, value, { path: "", schema: at, depth: 0 }, { judge, guesses: 0, found: { violations: found, limit: Math.max(options.limit ?? 20, 1), explained: new Map() } });
    return found;
  } catch (error) {
    // A stack may end sooner than expected where others have used it up already.
    if (!(error instanceof TooDeep || error instanceof RangeError)) throw error;
    const { path, schema: place } = error instanceof TooDeep ? error.spot : { path: "", schema: at };
    return [{ path, schema: place, keyword: "depth", message: `must not be nested more than ${deepest} levels deep` }];
  }
}
