/** What gives its items one after the other. */
export type Source<Item = unknown> = AsyncIterable<Item> | Iterable<Item> | ReadableStream<Item>;

/** What is sent of a stream, and who is told if it fails. */
type StreamOptions<Item> = { readonly write: (item: Item) => string | Uint8Array; readonly failed: (error: unknown) => void };

/**
 * The items of a source as they are sent. Whoever stops reading stops the source. One that fails, or gives what cannot be written,
 * ends the stream with an error: the client must not take half of it for all.
 */
export function streamOf<Item>(source: Source<Item>, { write, failed }: StreamOptions<Item>): AsyncIterable<string | Uint8Array> {
  const items = iteratorOf(source);
  const stop = async () => {
    await items.return?.();
    return { done: true, value: undefined } as const;
  };
  return {
    // No generator: its `return` would wait for an item that may never come.
    [Symbol.asyncIterator]: () => ({
      return: stop,
      async next() {
        try {
          const { done, value } = await items.next();
          return done ? { done: true, value: undefined } : { done: false, value: write(value) };
        } catch (error) {
          failed(error);
          stop().catch(failed);
          throw error;
        }
      },
    }),
  };
}

/** Whether a value gives items one after the other, and is no text or list of bytes. */
export function isSource(value: unknown): value is Source {
  return typeof value === "object" && value !== null && (value instanceof ReadableStream || Symbol.asyncIterator in value || Symbol.iterator in value);
}

type Items<Item> = { next: () => Step<Item> | Promise<Step<Item>>; return?: () => unknown };
type Step<Item> = { readonly done: true; readonly value?: unknown } | { readonly done?: false; readonly value: Item };

function iteratorOf<Item>(source: Source<Item>): Items<Item> {
  if (source instanceof ReadableStream) return readerOf(source.getReader());
  const iterator: Iterator<Item> | AsyncIterator<Item> = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  return { next: async () => stepOf(await iterator.next()), return: () => iterator.return?.() };
}

function readerOf<Item>(reader: ReadableStreamDefaultReader<Item>): Items<Item> {
  return { next: async () => stepOf(await reader.read()), return: () => reader.cancel() };
}

function stepOf<Item>(step: { readonly done?: boolean | undefined; readonly value?: Item | undefined }): Step<Item> {
  return step.done || step.value === undefined ? { done: true } : { done: false, value: step.value };
}
