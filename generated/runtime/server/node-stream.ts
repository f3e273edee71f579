import type { NodeResponse } from "./node-types.js";

/**
 * Sends a body as it comes, no faster than the client takes it. A stream that fails ends the connection, so that nobody takes a part for
 * all; and when the client goes away, the stream is stopped at once.
 */
export function sendStream(body: AsyncIterable<string | Uint8Array>, response: NodeResponse): void {
  const items = body[Symbol.asyncIterator]();
  let wake: (() => void) | undefined;
  let isOver = false;
  // Who has gone away is no failure of ours, and an error that nobody listens to would end the process.
  response.on("error", () => undefined);
  response.on("drain", () => wake?.());
  response.on("close", () => {
    wake?.();
    if (isOver) return;
    isOver = true;
    items.return?.().catch(() => undefined);
  });
  const pump = async () => {
    try {
      for (let item = await items.next(); !item.done && !isOver; item = await items.next()) {
        if (response.write(item.value)) continue;
        await new Promise<void>((resolve) => { wake = resolve; });
      }
      if (!isOver) response.end();
    } catch {
      // Who gave the stream has been told.
      response.destroy();
    }
    isOver = true;
  };
  void pump();
}
