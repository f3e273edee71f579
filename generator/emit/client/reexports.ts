/** What users of a client need beside it. */
export const reexports = [
  'export { ApiError, ArgumentError } from "./runtime/errors.js";',
  'export { isErrorOf } from "./runtime/is-error-of.js";',
  'export { retry } from "./runtime/retry.js";',
  'export { send } from "./runtime/send.js";',
  'export { timeout } from "./runtime/timeout.js";',
  'export { using, usingFetch } from "./runtime/using.js";',
].join("\n");
