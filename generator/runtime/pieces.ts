/** The text of a body as it comes. Whoever stops reading stops the request. */
export async function* textOf(response: Response): AsyncGenerator<string, void, undefined> {
  const reader = response.body?.getReader();
  if (!reader) return;
  const decoder = new TextDecoder();
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) yield decoder.decode(chunk.value, { stream: true });
    yield decoder.decode();
  } finally {
    await reader.cancel();
  }
}

/** What stands between separators of one character, whichever way the text came in. The last one stands before the end, and has something in it. */
export async function* pieces(texts: AsyncIterable<string>, separator: string): AsyncGenerator<string, void, undefined> {
  let piece = "";
  for await (const text of texts) {
    const [first = "", ...others] = text.split(separator);
    piece += first;
    for (const other of others) {
      yield piece;
      piece = other;
    }
  }
  if (piece) yield piece;
}
