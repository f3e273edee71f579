import { Aborted, TooLarge } from "./body-errors.js";
import { joinBytes } from "./join-bytes.js";
import type { NodeRequest } from "./node-types.js";

/** Whether the head of a request says that a body follows (RFC 9112 §6.3; in HTTP/2 the stream says it). */
export function hasBody({ headers, httpVersionMajor, method, readableEnded }: NodeRequest): boolean {
  const length = headers["content-length"];
  if (length !== undefined) return Number(length) !== 0;
  return headers["transfer-encoding"] !== undefined || (httpVersionMajor > 1 && method !== "GET" && method !== "HEAD" && !readableEnded);
}

/** The bytes of a body. What is too large is refused by what its head says, or else as soon as it is; the rest is not read. */
export function readNodeBody(request: NodeRequest, limit: number): Promise<Uint8Array> {
  if (Number(request.headers["content-length"]) > limit) return Promise.reject(new TooLarge());
  if (request.destroyed && !request.complete) return Promise.reject(new Aborted());
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    const take = (chunk: Uint8Array) => {
      length += chunk.length;
      chunks.push(chunk);
      if (length <= limit) return;
      request.removeListener("data", take);
      request.pause();
      reject(new TooLarge());
    };
    // Every request is closed at last; that is too early only where it is not complete.
    const leave = () => {
      if (!request.complete) reject(new Aborted());
    };
    request.on("data", take);
    request.on("end", () => resolve(joinBytes(chunks, length)));
    request.on("close", leave);
    request.on("error", leave);
  });
}
