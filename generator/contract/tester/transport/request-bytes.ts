import type { WireRequest } from "../exchange.ts";

/** A request as bytes (RFC 9112 §3): `host`, and the length of a body, are added where they are not there. */
export function requestBytes({ method, target, headers, body }: WireRequest, host: string): Uint8Array {
  const has = (name: string) => headers.some(([each]) => each.toLowerCase() === name);
  const lines = [
    `${method} ${target} HTTP/1.1`,
    ...(has("host") ? [] : [`host: ${host}`]),
    ...headers.map(([name, value]) => `${name}: ${value}`),
    // RFC 9110 §8.6: a request with a method that expects content says that there is none.
    ...((body === undefined && !expectsContent.has(method)) || has("content-length") || has("transfer-encoding") ? [] : [`content-length: ${body?.length ?? 0}`]),
  ];
  const head = Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1");
  return body === undefined ? head : Buffer.concat([head, body]);
}

/** Methods that say how long their content is also where there is none. */
export const expectsContent: ReadonlySet<string> = new Set(["POST", "PUT", "PATCH"]);
