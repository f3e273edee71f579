import { parseJson, stringifyJson } from "./json.js";
import type { Part } from "./operation.js";

/**
 * Integers of any size, there and back: one that a number cannot hold (beyond 2^53) is a `bigint`. It stands behind the parts
 * that make another body than JSON.
 */
export function exact(): Part {
  return (draft, { body }) => {
    draft.parse = parseJson;
    if (body !== undefined) draft.request.body ??= stringifyJson(body);
  };
}
