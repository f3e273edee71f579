import { TooLarge } from "./body-errors.js";
import type { Router, ServerRequest, ServerResponse } from "./exchange.js";
import { joinBytes } from "./join-bytes.js";

/**
 * A handler of Fetch's requests, for Hono, Deno, Bun, Cloudflare Workers and others:
 *
 *     export default { fetch: fetchHandler(router) };
 *     app.all("/api/*", ({ req }) => fetchHandler(router)(req.raw));
 */
export function fetchHandler(router: Router): (request: Request) => Promise<Response> {
  return async (request) => responseOf(await router.handle(exchangeOf(request)));
}

function exchangeOf(request: Request): ServerRequest {
  const headers: { [name: string]: string } = {};
  request.headers.forEach((value, name) => { headers[name] = value; });
  const { body, method, signal } = request;
  return { method, url: targetOf(request.url), headers, body: body === null ? undefined : (limit) => readStream(body, headers, limit), signal, native: request };
}

/** The path and query of a URL that Fetch has made absolute: what was sent. A fragment is not. */
function targetOf(url: string): string {
  const fragment = url.indexOf("#");
  return url.slice(url.indexOf("/", url.indexOf("://") + 3), fragment < 0 ? undefined : fragment);
}

async function readStream(body: ReadableStream<Uint8Array>, headers: { readonly [name: string]: string }, limit: number): Promise<Uint8Array> {
  const tooLarge = () => body.cancel().then(() => { throw new TooLarge(); });
  if (Number(headers["content-length"]) > limit) return tooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body.getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    length += chunk.value.length;
    chunks.push(chunk.value);
    if (length <= limit) continue;
    await reader.cancel();
    throw new TooLarge();
  }
  return joinBytes(chunks, length);
}

function responseOf({ status, headers, body }: ServerResponse): Response {
  const sent = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    for (const line of typeof value === "string" ? [value] : value) sent.append(name, line);
  }
  return new Response(typeof body === "string" || body === undefined ? body ?? null : bodyOf(body), { status, headers: sent });
}

function bodyOf(body: Uint8Array | AsyncIterable<string | Uint8Array>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  if (body instanceof Uint8Array) return new Blob([new Uint8Array(body)]).stream();
  const items = body[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await items.next();
      if (done) controller.close();
      else controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
    },
    async cancel() {
      await items.return?.();
    },
  });
}
