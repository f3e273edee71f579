import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { isObject, type Json } from "../../../generator/json.ts";
import type { Fault } from "../fault.ts";
import type { Answer, Asked } from "../warehouse/exchange.ts";
import { answerRequest } from "./answer-request.ts";
import { createDepot } from "./depot.ts";
import { rulesOf } from "./rules.ts";

/** A depot that answers by a document, save for what a fault changes. It reads what comes by code of its own, so that it misreads nothing as the others do. */
export async function openDepot(document: Json, fault: Fault = {}): Promise<{ url: string; close: () => Promise<void> }> {
  const copy: Json = structuredClone(document);
  if (isObject(copy)) fault.document?.(copy);
  const rules = rulesOf(copy);
  const depot = fault.depot?.(createDepot()) ?? createDepot();
  const answerTo = async (request: IncomingMessage): Promise<Answer> => {
    const read = await readRequest(request);
    const asked = fault.asked?.(read) ?? read;
    const answer = fault.instead?.(asked) ?? answerRequest(asked, { rules, depot });
    return fault.answer?.(answer, read) ?? answer;
  };
  const server = createServer((request, response) => {
    answerTo(request).catch((): Answer => ({ status: 500, headers: { "content-type": "text/plain" }, body: "Broken" })).then((answer) => {
      if (fault.send?.(answer, { request, response }) !== true) send(answer, request, response);
    }, () => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

/** Of a query, values are left as they came: where a list is split depends on what is encoded in it. */
async function readRequest(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const target = request.url ?? "";
  const mark = target.includes("?") ? target.indexOf("?") : target.length;
  const headers = new Map<string, string>();
  for (let at = 0; at < request.rawHeaders.length; at += 2) {
    const name = (request.rawHeaders[at] ?? "").toLowerCase();
    const before = headers.get(name);
    const value = request.rawHeaders[at + 1] ?? "";
    headers.set(name, before === undefined ? value : `${before}${name === "cookie" ? "; " : ", "}${value}`);
  }
  const query = target.slice(mark + 1).split("&").filter((pair) => pair !== "").map((pair): [string, string] => {
    const equals = pair.includes("=") ? pair.indexOf("=") : pair.length;
    return [pair.slice(0, equals).replace(/%5B/gi, "[").replace(/%5D/gi, "]"), pair.slice(equals + 1)];
  });
  return { method: request.method ?? "", path: target.slice(0, mark), query, headers, body: Buffer.concat(chunks) };
}

function send({ status, headers, body = "" }: Answer, { method }: IncomingMessage, response: ServerResponse): void {
  const hasBody = status !== 204 && status !== 304;
  response.writeHead(status, { ...headers, ...(hasBody && { "content-length": Buffer.byteLength(body) }) });
  response.end(hasBody && method !== "HEAD" ? body : undefined);
}
