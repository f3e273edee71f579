import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { parse } from "yaml";
import { isObject, type Json } from "../../../generator/json.ts";
import type { Fault } from "../fault.ts";
import type { Answer, Asked } from "../warehouse/exchange.ts";
import { createLedger, type Ledger } from "./ledger.ts";
import { Refusal, refused } from "./refusal.ts";
import { answerTo } from "./routes.ts";
import { pairsIn } from "./texts.ts";

const base = "/api/v1";

/** As it is written: what loads documents for tests makes 3.1 of it, and is itself tested. */
const document: Json = parse(readFileSync(new URL("openapi.yaml", import.meta.url), "utf8"));

/** The agency's server, under its base path. It reads the document and requests by itself, and shares nothing with the other servers here but the shape of faults. */
export async function openAgency(fault: Fault = {}): Promise<{ url: string; close: () => Promise<void> }> {
  const copy: Json = structuredClone(document);
  if (isObject(copy)) fault.document?.(copy);
  const ledger = fault.ledger?.(createLedger()) ?? createLedger();
  let count = 0;
  const server = createServer((request, response) => {
    void read(request).then((asked) => answered(asked, { document: copy, fault, ledger, id: ++count })).then((answer) => {
      if (fault.send?.(answer, { request, response }) !== true) send(answer, request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}${base}`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

async function read(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const [, path = "", query = ""] = /^([^?]*)\??(.*)$/s.exec(request.url ?? "") ?? [];
  const headers = new Map(Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value ?? ""]));
  // Outside of the base path, there is nothing.
  return { method: request.method ?? "", path: path.startsWith(`${base}/`) ? path.slice(base.length) : "//", query: pairsIn(query), headers, body: Buffer.concat(chunks) };
}

function answered(read: Asked, { document, fault, ledger, id }: { document: Json; fault: Fault; ledger: Ledger; id: number }): Answer {
  const asked = fault.asked?.(read) ?? read;
  const answer = fault.instead?.(asked) ?? caught(() => answerTo(asked, { document, ledger }), id);
  return fault.answer?.(answer, read) ?? answer;
}

function caught(answer: () => Answer, id: number): Answer {
  try {
    return answer();
  } catch (error) {
    return error instanceof Refusal ? refused(error, id) : { status: 500, headers: { "content-type": "text/plain" }, body: "Something is broken" };
  }
}

/** An answer to HEAD has the headers of one to GET, and no body. */
function send({ status, headers, body = "" }: Answer, { method }: IncomingMessage, response: ServerResponse): void {
  const hasBody = status !== 204 && status !== 304;
  response.writeHead(status, { ...headers, ...(hasBody && { "content-length": Buffer.byteLength(body) }) });
  response.end(hasBody && method !== "HEAD" ? body : undefined);
}
