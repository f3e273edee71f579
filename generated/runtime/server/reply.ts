/** What a handler answers: made by `reply[200](body, headers)`, or written out. */
export type Reply<Status extends number = number, Body = unknown, Headers = object> = {
  readonly status: Status;
  readonly body: Body;
  readonly headers?: Headers;
};

/** Headers of a reply by name in lower case. What the document does not say may be there as well. */
export type ReplyHeaders = { readonly [name: string]: unknown };

/** What `reply.notImplemented()` gives: the document's example is sent, as a 501. */
export type NotImplemented = Reply<501, undefined>;

/** Any of the replies that some functions make. */
export type ReplyOf<Replies> = Replies[keyof Replies] extends (...values: never) => infer Made ? Made : never;

/** A body of bytes. A text is sent as UTF-8, and a stream as it comes. */
export type ByteBody = Uint8Array | ArrayBuffer | Blob | string | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array | string>;

/** A body of items that are sent one by one. */
export type StreamBody<Item> = AsyncIterable<Item> | Iterable<Item> | ReadableStream<Item>;
