import { parseJson, stringifyJson } from "./json.js";
import type { Part } from "./operation.js";

/** Integers of any size, there and back: one that a number cannot hold (beyond 2^53) is a `bigint`. It stands before other parts. */
export function exact(): Part {
  return (draft) => {
    draft.json = { parse: parseJson, stringify: stringifyJson };
  };
}
