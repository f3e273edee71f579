/** What a handler answers: made by `reply[200](body, headers)`, or written out. */
export type Reply<Status extends number = number, Body = unknown, Headers = object> = {
  readonly status: Status;
  readonly body: Body;
  readonly headers?: Headers;
};
