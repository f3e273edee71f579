import { performance } from "node:perf_hooks";
import type { Router, ServerRequest, ServerResponse } from "../../../runtime/server/exchange.ts";
import type { Header, Outcome, Transport, WireRequest } from "../exchange.ts";
import { headersOf } from "../headers-of.ts";

/**
 * Sends requests to a router of generated code in this process, without a socket. `basePath` is what stands before its paths; `patience`, how
 * many milliseconds an answer may take. A router gives no bytes of HTTP: what only they can show is not tested.
 */
export function routerTransport(router: Router, basePath = "", patience = 10_000): Transport {
  return {
    baseUrl: `http://localhost${basePath}`,
    send: async (request) => {
      const start = performance.now();
      try {
        return await within(patience, async () => {
          const answer = await router.handle(serverRequest(request));
          const body = await bodyOf(answer);
          return { kind: "response", response: { status: answer.status, headers: headersIn(answer), body, milliseconds: performance.now() - start } };
        });
      } catch (error) {
        return failed(error);
      }
    },
    close: async () => {},
  };
}

async function within(patience: number, answer: () => Promise<Outcome>): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ kind: "failure", failure: "timeout", message: `nothing within ${patience} ms` }), patience);
  });
  try {
    return await Promise.race([answer(), late]);
  } finally {
    clearTimeout(timer);
  }
}

function serverRequest({ method, target, headers, body }: WireRequest): ServerRequest {
  const isSaid = headers.some(([name]) => name.toLowerCase() === "content-length");
  const length: Header[] = body === undefined || isSaid ? [] : [["content-length", String(body.length)]];
  const lines = headersOf([["host", "localhost"], ...headers, ...length]);
  // As Node joins them (RFC 9110 §5.3).
  const joined = Object.entries(lines).map(([name, value]): [string, string] => [name, typeof value === "string" ? value : value.join(name === "cookie" ? "; " : ", ")]);
  // Whatever its limit is: the error that says so has a class for each copy of the runtime, and the router would not know ours.
  const read = async () => body;
  return { method, url: target, headers: Object.fromEntries(joined), body: body === undefined ? undefined : read, native: undefined };
}

function headersIn({ headers }: ServerResponse): Header[] {
  return Object.entries(headers).flatMap(([name, value]) => (typeof value === "string" ? [value] : [...value]).map((line): Header => [name, line]));
}

async function bodyOf({ body }: ServerResponse): Promise<Uint8Array> {
  if (body === undefined) return new Uint8Array();
  if (typeof body === "string") return Buffer.from(body);
  if (body instanceof Uint8Array) return body;
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks);
}

function failed(error: unknown): Outcome {
  return { kind: "failure", failure: "closed", message: `the router has thrown: ${error instanceof Error ? error.message : String(error)}` };
}
