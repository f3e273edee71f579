import type { Answer } from "./answer.js";

/** A request while it is put together. */
export type Draft = {
  /** What fetch will be called with. */
  readonly request: Outgoing;
  /** The text of values whose style the template does not know, by the name of the parameter: it stands in its place. */
  readonly texts: Record<string, string>;
  /** Further parts of the query string, `sizes=1%202`, in their order. */
  readonly query: string[];
  /** Where the operation is, by the document; a client's `baseUrl` comes before it. */
  server: string;
  /** Sends the request: the client's fetch, or what a part has put around it. */
  fetch: Fetch;
  /** Reads and writes JSON: `JSON`, or what a part puts in its place where that would lose something. */
  json: { readonly parse: (text: string) => unknown; readonly stringify: (value: unknown) => string };
  /** Makes of a response and its body what the caller gets. */
  answer: (response: Response, body: unknown) => Answer;
  /** Readers of bodies of a success by media type, for those that are not JSON, text or bytes. */
  readers: { [mediaType: string]: (response: Response) => unknown };
  readonly settings: Settings;
};

/** What `fetch` is called with, and which operation it is: `GET /pets/{id}`. */
export type Outgoing = RequestInit & {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly route: string;
};

/** What sends a request: the platform's `fetch`, or what is given in its place. */
export type Fetch = (url: string, request: Outgoing) => Promise<Response>;

/** What a client does with every request. */
export type Settings = {
  /** Where the API is: `https://api.example.com/v1`. */
  readonly baseUrl?: string;
  /** Where the document says that it is: where operations are sent that have no server of their own, if there is no `baseUrl`. */
  readonly origin?: string;
  /** Sends requests; `using(retry(), timeout(5000))` makes one that does more than the platform's. */
  readonly fetch?: Fetch;
  /** Sent with every request, unless the operation says otherwise. */
  readonly headers?: { readonly [name: string]: string };
  /** Credentials by the name of the security scheme. */
  readonly auth?: { readonly [scheme: string]: unknown };
  /** Looks at every response that was read. What it throws, or rejects with, the call rejects with. */
  readonly validate?: (route: string, status: number, body: unknown) => void | Promise<void>;
};

/** What one call may say beside its arguments. */
export type CallOptions = {
  readonly signal?: AbortSignal;
  readonly headers?: { readonly [name: string]: string };
};
