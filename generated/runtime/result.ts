/** What came back: discriminated by `status`. `headers` are typed by what the document declares; `response` is fetch's own. */
export type Result<Status extends number, Body, Headers = { readonly [name: string]: string }> = {
  readonly status: Status;
  readonly body: Body;
  readonly headers: Headers;
  readonly response: Response;
};

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type Hundred<First extends number> = `${First}${Digit}${Digit}` extends `${infer Status extends number}` ? Status : never;

/** 200 to 299: what OpenAPI writes `2XX`. */
export type Success = Hundred<2>;
/** `3XX`. */
export type Redirect = Hundred<3>;
/** `4XX`. */
export type ClientFailure = Hundred<4>;
/** `5XX`. */
export type ServerFailure = Hundred<5>;
/** Every status that `fetch` can give: what OpenAPI calls `default`, less those that are listed. */
export type Status = Success | Redirect | ClientFailure | ServerFailure;

/** A response of all statuses of a range, or of any status, but those that are listed. */
export type ResultExcept<Range extends number, Listed extends number, Body, Headers = { readonly [name: string]: string }> = {
  // Not by way of `Result`: a compiler would then make the set where it is named, and not where somebody asks for it.
  readonly status: Exclude<Range, Listed>;
  readonly body: Body;
  readonly headers: Headers;
  readonly response: Response;
};

/** A status that the document does not mention. Servers, and what stands before them, answer with such ones all the same. */
export type Undocumented<Documented extends number> = ResultExcept<Status, Documented, unknown>;

/** Those of an operation's results that are no success. */
export type Failure<AnyResult> = Exclude<AnyResult, { readonly status: Success }>;
