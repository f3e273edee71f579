/** A value as text of a media type: JSON where that is one of JSON, else as it is; an object is always JSON. */
export function contentText(value: unknown, mediaType = ""): string {
  return typeof value === "object" || isJson(mediaType) ? JSON.stringify(value) : String(value);
}

/** `true` for `application/json`, `application/vnd.github+json` and the same with parameters. */
export function isJson(mediaType: string): boolean {
  return /[/+]json *(;|$)/i.test(mediaType);
}
