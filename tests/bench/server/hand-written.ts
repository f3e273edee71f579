/** The server to be measured by: both routes as a careful person writes them for node:http, with the checks that the documents ask for. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { answerClearCache } from "./hand-written/clear-cache.ts";
import { answerPlaceOrder } from "./hand-written/place-order.ts";
import { Refused } from "./hand-written/refused.ts";

/** Starts it. */
export function start(): Server {
  return createServer((request, response) => {
    try {
      answer(request, response)?.catch((error: unknown) => refuse(response, error));
    } catch (error) {
      refuse(response, error);
    }
  }).listen(0, "127.0.0.1");
}

function answer(request: IncomingMessage, response: ServerResponse): Promise<void> | void {
  const url = request.url ?? "";
  const mark = url.indexOf("?");
  const [path, query] = mark < 0 ? [url, ""] : [url.slice(0, mark), url.slice(mark + 1)];
  const ids = between("/_security/api_key/", path, "/_clear_cache");
  if (ids !== undefined) return answerClearCache(request, response, ids, query);
  const shop = between("/shops/", path, "/orders");
  if (shop !== undefined) return answerPlaceOrder(request, response, shop, query);
  throw new Refused(404, "not found");
}

/** What stands in place of the one placeholder. */
function between(start: string, path: string, end: string): string | undefined {
  if (!path.startsWith(start) || !path.endsWith(end)) return undefined;
  const text = path.slice(start.length, path.length - end.length);
  return text === "" || text.includes("/") ? undefined : text;
}

function refuse(response: ServerResponse, error: unknown): void {
  const { status, headers, message } = error instanceof Refused ? error : new Refused(500, "Internal Server Error");
  if (status === 500) console.error(error);
  const body = JSON.stringify({ title: message, status });
  response.writeHead(status, { "content-type": "application/problem+json", "content-length": Buffer.byteLength(body), ...headers }).end(body);
}
