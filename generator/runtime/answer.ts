/** One response, read: the members of `Result`. */
export type Answer = {
  readonly status: number;
  readonly body: unknown;
  /** By name in lower case; several of one name are joined as `Headers` joins them. */
  readonly headers: { readonly [name: string]: unknown };
  readonly response: Response;
};

/** What a response is to the caller. */
export function answer(response: Response, body: unknown): Answer {
  const headers: Record<string, string> = {};
  response.headers.forEach((value, name) => { headers[name] = value; });
  return { status: response.status, body, headers, response };
}
