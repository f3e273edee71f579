import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Lets pages of any origin use the mock, with credentials too (Fetch Standard "CORS protocol"): it holds nothing that is anybody's. Says
 * whether the request was a preflight, which is answered then. `exposed` are the headers that pages may read: with credentials each has to be named.
 */
export function allowOrigins({ method, headers }: IncomingMessage, response: ServerResponse, exposed: string): boolean {
  const { origin } = headers;
  if (origin === undefined) return false;
  response.setHeader("access-control-allow-origin", origin);
  response.setHeader("access-control-allow-credentials", "true");
  response.setHeader("vary", "origin");
  const wanted = headers["access-control-request-method"];
  if (method !== "OPTIONS" || wanted === undefined) {
    response.setHeader("access-control-expose-headers", exposed);
    return false;
  }
  response.setHeader("access-control-allow-methods", wanted);
  response.setHeader("access-control-max-age", "600");
  const asked = headers["access-control-request-headers"];
  if (asked !== undefined) response.setHeader("access-control-allow-headers", asked);
  if (headers["access-control-request-private-network"] !== undefined) response.setHeader("access-control-allow-private-network", "true");
  response.writeHead(204).end();
  return true;
}
