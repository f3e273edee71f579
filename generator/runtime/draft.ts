/** A request while it is put together. */
export type Draft = {
  method: string;
  /** The path with its query, `/pets?limit=1`; it begins with `/` or is empty. */
  target: string;
  headers: Record<string, string>;
  body?: BodyInit;
  /** The server of this operation, where it has one of its own and the client was not given any. */
  server?: string;
  /** Readers of response bodies by media type, for those that are not JSON, text or bytes. */
  readers?: Record<string, (response: Response) => unknown>;
  /** Headers that hold credentials, which no other origin may see. */
  secrets?: string[];
  readonly settings: Settings;
};

/** What a client does with every request. */
export type Settings = {
  /** Where the API is: `https://api.example.com/v1`, without a `/` at the end. */
  readonly baseUrl?: string;
  /** Sends the request; by default the `fetch` of the platform. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Sent with every request, unless the operation says otherwise. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Credentials by the name of the security scheme. */
  readonly auth?: Readonly<Record<string, unknown>>;
  /** Milliseconds after which a call is given up, for all of its tries together. */
  readonly timeout?: number;
  /** Wrapped around every call, the first outermost. */
  readonly use?: readonly Middleware[];
  /** Says what is wrong with a response, or nothing; then `send` rejects with an `InvalidResponse`. */
  readonly validate?: (response: { route: string; status: number; body: unknown }) => string | undefined;
};

/** What `fetch` will be called with. */
export type Outgoing = RequestInit & {
  url: string;
  method: string;
  headers: Record<string, string>;
  /** Which operation this is: `GET /pets/{id}`. */
  route: string;
};

/** Something around a call: change the request, the response, or try again. */
export type Middleware = (request: Outgoing, next: (request: Outgoing) => Promise<Response>) => Promise<Response>;

/** What one call may say beside its arguments. */
export type CallOptions = {
  readonly signal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeout?: number;
};
