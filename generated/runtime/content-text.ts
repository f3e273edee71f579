import type { Draft } from "./draft.js";
import { ArgumentError } from "./errors.js";

/** A value as text of a media type: JSON where that is one of JSON or none, else as it is. `argument` is what an error names. */
export function contentText({ json }: Draft, argument: string, value: unknown, mediaType = ""): string {
  const isJson = isJsonType(mediaType);
  if (!isJson && typeof value !== "object") return String(value);
  // An object can be written as JSON only, which is plain text at most.
  if (!isJson && !/^(text\/plain|$)/i.test(mediaType)) throw new ArgumentError(argument, value);
  return json.stringify(value);
}

/** `true` for `application/json`, `application/vnd.github+json`, and the same with parameters. */
export function isJsonType(mediaType: string): boolean {
  return /[/+]json *(;|$)/i.test(mediaType);
}
