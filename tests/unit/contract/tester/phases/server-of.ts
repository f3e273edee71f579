import type { JsonObject } from "../../../../../generator/json.ts";
import { buildApi } from "../../../../../generator/model/build-api.ts";
import { loadDocument } from "../../../../../generator/load/load-document.ts";
import type { PhaseName } from "../../../../../generator/contract/tester/case.ts";
import type { Transport, WireRequest } from "../../../../../generator/contract/tester/exchange.ts";
import type { Finding } from "../../../../../generator/contract/tester/finding.ts";
import { testContract } from "../../../../../generator/contract/tester/test-contract.ts";
import type { TestOptions } from "../../../../../generator/contract/tester/test-options.ts";

/** An answer in short: a status, what is JSON, and headers. */
export type Told = { readonly status: number; readonly json?: unknown; readonly headers?: { readonly [name: string]: string } };

/** How a server answers. */
export type Answering = (request: WireRequest & { readonly header: (name: string) => string | undefined; readonly query: URLSearchParams; readonly path: string; readonly text: string }) => Told;

/** What one phase finds of a server that answers so, in short: `credentials-ignored GET /pets`. */
export async function findingsOf(phase: PhaseName, document: JsonObject, answer: Answering, options: TestOptions = {}): Promise<string[]> {
  return (await testedBy([phase], document, answer, options)).map(({ code, operation, severity }) => `${severity} ${code} ${operation}`);
}

/** What some phases find of a server that answers so. */
export async function testedBy(phases: readonly PhaseName[], document: JsonObject, answer: Answering, options: TestOptions = {}): Promise<readonly Finding[]> {
  const loaded = await loadDocument("-", { cwd: ".", stdin: async () => JSON.stringify({ openapi: "3.1.1", info: { title: "t", version: "1" }, ...document }) });
  if (loaded.document === undefined) throw new Error("The document cannot be read");
  const { api } = buildApi(loaded.document);
  const transport: Transport = {
    baseUrl: "http://127.0.0.1",
    send: async (request) => {
      const [path = "", query = ""] = request.target.split("?", 2);
      const header = (name: string) => request.headers.find(([each]) => each.toLowerCase() === name)?.[1];
      const { status, json, headers = {} } = answer({ ...request, header, path, query: new URLSearchParams(query), text: Buffer.from(request.body ?? []).toString() });
      const type: [string, string][] = json === undefined ? [] : [["content-type", "application/json"]];
      const body = json === undefined || request.method === "HEAD" ? new Uint8Array() : Buffer.from(JSON.stringify(json));
      return { kind: "response", response: { status, headers: [...type, ...Object.entries(headers)], body, milliseconds: 1 } };
    },
    close: async () => undefined,
  };
  return (await testContract(loaded.document, api, transport, { phases, ...options })).findings;
}

/** A documented answer in JSON. */
export function answered(schema: JsonObject, more: JsonObject = {}): JsonObject {
  return { description: "d", content: { "application/json": { schema } }, ...more };
}
