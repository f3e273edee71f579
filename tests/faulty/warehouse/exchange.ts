/** A request as the warehouse reads it: `{ method: "GET", path: "/items", query: [["limit", "2"]], … }`. Names of headers are in lower case. */
export type Asked = {
  readonly method: string;
  /** As it came, still encoded. */
  readonly path: string;
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
};

/** An answer, before it is bytes. */
export type Answer = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body?: string | Buffer };

/** What somebody did wrong, as an answer. */
export class Problem extends Error {
  readonly answer: Answer;

  constructor(status: number, title: string, headers: Readonly<Record<string, string>> = {}) {
    super(title);
    this.answer = { status, headers: { "content-type": "application/problem+json", ...headers }, body: JSON.stringify({ type: "about:blank", title, status }) };
  }
}

/** An answer in JSON. */
export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(value) };
}
