import { mediaKindOf } from "../../model/media-kind.ts";
import type { Call } from "../call/plan-calls.ts";

/** What users of a client need beside it. */
export function reexportsOf(calls: readonly Call[]): string {
  const hasFiles = calls.some(({ bodies }) => bodies.some(({ mediaType }) => mediaKindOf(mediaType) === "multipart"));
  return [
    'export type { CallOptions } from "./runtime/draft.js";',
    'export { ApiError, ArgumentError } from "./runtime/errors.js";',
    ...(hasFiles ? ['export { formPart } from "./runtime/form-part.js";'] : []),
    'export { isErrorOf } from "./runtime/is-error-of.js";',
    'export { retry } from "./runtime/retry.js";',
    'export { send } from "./runtime/send.js";',
    'export { timeout } from "./runtime/timeout.js";',
    'export { using, usingFetch } from "./runtime/using.js";',
    'export type { Middleware } from "./runtime/using.js";',
  ].join("\n");
}
