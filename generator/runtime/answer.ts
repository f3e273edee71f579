/** One response, read: the members of `Result`. */
export type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly headers: { readonly [name: string]: unknown };
  readonly response: Response;
};

/** How the headers of a response become those of an answer. */
export type ReadHeaders = (headers: Headers) => { readonly [name: string]: unknown };

/** What a response is to the caller. Its headers are read when they are asked for. */
export function answer(response: Response, body: unknown, read: ReadHeaders): Answer {
  return { status: response.status, body, response, get headers() { return read(response.headers); } };
}
