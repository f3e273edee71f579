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
    const done = (finish: () => void) => {
      request.removeListener("data", take);
      request.removeListener("end", end);
      request.removeListener("close", close);
      request.removeListener("error", close);
      finish();
    };
    const take = (chunk: Uint8Array) => {
      length += chunk.length;
      chunks.push(chunk);
      if (length <= limit) return;
      request.pause();
      done(() => reject(new TooLarge()));
    };
    const end = () => done(() => resolve(joinBytes(chunks, length)));
    const close = () => done(() => reject(new Aborted()));
    request.on("data", take);
    request.on("end", end);
    request.on("close", close);
    request.on("error", close);
  });
}
