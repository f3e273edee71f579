/** One response, read: the members of `Result`. */
export type Answer = {
  readonly status: number;
  readonly body: unknown;
  /** By name in lower case; several of one name are joined as `Headers` joins them. */
  readonly headers: { readonly [name: string]: unknown };
  readonly response: Response;
};

/** How the headers of a response become those of an answer. */
export type ReadHeaders = (headers: Headers) => Answer["headers"];

/** Headers as an object. */
export function readHeaders(headers: Headers): Record<string, string> {
  const values: Record<string, string> = {};
  headers.forEach((value, name) => { values[name] = value; });
  return values;
}

/** What a response is to the caller. */
export function answer(response: Response, body: unknown, read: ReadHeaders): Answer {
  // Not a getter: making an object with one costs V8 more than reading the headers.
  return { status: response.status, body, headers: read(response.headers), response };
}
