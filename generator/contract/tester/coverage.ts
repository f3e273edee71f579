/** What was seen of an API, by operation in the document's order. */
export type Coverage = { readonly operations: readonly OperationCoverage[] };

/** What was seen of one operation. */
export type OperationCoverage = {
  /** `GET /pets/{id}` */
  readonly operation: string;
  readonly requests: number;
  /** As the document writes them: `200`, `4XX`, `default`. */
  readonly statuses: readonly Seen[];
  /** `query limit`, and for each value of an enum `query sort=asc`. */
  readonly parameters: readonly Seen[];
  /** Media types of bodies: `request application/json`, `200 application/json`. */
  readonly contentTypes: readonly Seen[];
  /** Rules of its requests, each by place and keyword, in as many requests as broke it and nothing else: `query limit: maximum`, `body /title: maxLength`. */
  readonly rules: readonly Seen[];
  /** By phase, how many requests were thought up and not tried, for a phase has so many of an operation: `negative`. */
  readonly untried: readonly Seen[];
};

/** Something that the document has, and in how many exchanges it was. */
export type Seen = { readonly name: string; readonly count: number };
