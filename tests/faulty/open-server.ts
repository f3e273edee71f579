import { Buffer } from "node:buffer";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { isObject, type Json } from "../../generator/json.ts";
import type { Fault } from "./fault.ts";
import { type Answer, type Asked, Problem } from "./warehouse/exchange.ts";
import { type Rules, rulesOf } from "./warehouse/rules.ts";
import { pairsOf } from "./warehouse/texts.ts";

/** A server that answers by the rules of a document, save for what a fault changes. It uses nothing of what it is to test. */
export async function openServer(document: Json, fault: Fault, answerRequest: (asked: Asked, rules: Rules) => Promise<Answer>): Promise<{ url: string; close: () => Promise<void> }> {
  const copy: Json = structuredClone(document);
  if (isObject(copy)) fault.document?.(copy);
  const rules = rulesOf(copy);
  const server = createServer((request, response) => {
    void answerTo(request).catch((): Answer => ({ status: 500, headers: { "content-type": "text/plain" }, body: "Something is broken" })).then((answer) => {
      if (fault.send?.(answer, { request, response }) !== true) send(answer, request, response);
    });
  });
  const answerTo = async (request: IncomingMessage): Promise<Answer> => {
    const read = await readRequest(request);
    if ("status" in read) return read;
    const asked = fault.asked?.(read) ?? read;
    const answer = fault.instead?.(asked) ?? (await answerRequest(asked, rules));
    return fault.answer?.(answer, read) ?? answer;
  };
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

async function readRequest(request: IncomingMessage): Promise<Asked | Answer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const [path = "", ...query] = (request.url ?? "").split("?");
  try {
    const headers = new Map(Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value ?? ""]));
    return { method: request.method ?? "", path, query: pairsOf(query.join("?")), headers, body: Buffer.concat(chunks) };
  } catch (error) {
    if (error instanceof Problem) return error.answer;
    throw error;
  }
}

/** An answer to HEAD says the length that one to GET would have, or none (RFC 9110 §8.6). */
function send({ status, headers, body }: Answer, { method }: IncomingMessage, response: ServerResponse): void {
  const hasBody = status !== 204 && status !== 304 && (method !== "HEAD" || body !== undefined);
  response.writeHead(status, { ...headers, ...(hasBody && { "content-length": Buffer.byteLength(body ?? "") }) });
  response.end(hasBody && method !== "HEAD" ? body : undefined);
}
