import type { Api, Operation } from "../../../generator/model/api.ts";
import { schemaById } from "../../../generator/model/lookup.ts";
import { nameOperations } from "../../../generator/model/operation-names.ts";
import { samplerOf } from "../../../generator/model/sample/sampler.ts";
import type { Fetch } from "../../../generator/runtime/draft.ts";
import type { HandlerRequest } from "../../../generator/runtime/server/handler.ts";
import type { Reply } from "../../../generator/runtime/server/reply.ts";
import { codeOf } from "./code-of.ts";
import type { GeneratedCode, Result } from "./generated-code.ts";

/** The generated server, whose handlers answer what they are told to. */
export function replayer(api: Api, code: GeneratedCode) {
  const names = nameOperations(api.operations);
  const sample = samplerOf(schemaById(api), "response");
  let reply: Reply = { status: 500, body: undefined };
  let received: HandlerRequest | undefined;
  const handler = (request: HandlerRequest): Reply => {
    received = request;
    return reply;
  };
  const handlers: { [name: string]: unknown } = {};
  for (const { namespace, method } of names.values()) {
    if (namespace === undefined) handlers[method] = handler;
    else handlers[namespace] = Object.assign(handlers[namespace] ?? {}, { [method]: handler });
  }
  const security = Object.fromEntries(api.components.securitySchemes.map(({ name }) => [name, () => ({ name: "somebody" })]));
  const ask = code.fetchHandler(code.createRouter(handlers, { security, basePath: "", log: () => undefined }));
  return {
    answering(operation: Operation, result: Result, body: unknown) {
      const response = operation.responses.find((one) => codeOf(one) === result.status);
      const headers = Object.fromEntries((response?.headers ?? []).filter(({ required, name }) => required && name.toLowerCase() !== "content-type")
        .map(({ name, schema }) => [name.toLowerCase(), schema === undefined ? name : sample(schema, { name })]));
      const type = result.response.headers.get("content-type");
      reply = { status: result.status, body: saidBody(body, type), headers: { ...headers, ...(type !== null && { "content-type": type }) } };
      received = undefined;
      const fetch: Fetch = async (url, request) => ask(new Request(url, { ...request, ...(request.body instanceof ReadableStream && { duplex: "half" }) }));
      return { fetch, received: () => received };
    },
  };
}

/** What a handler would say in place of what the client and `asData` have made of it. */
function saidBody(body: unknown, type: string | null): unknown {
  if (typeof body !== "string" || !body.startsWith("bytes: ")) return body;
  const bytes = Buffer.from(body.slice("bytes: ".length), "base64");
  return /x-www-form-urlencoded/.test(type ?? "") ? Object.fromEntries(new URLSearchParams(bytes.toString())) : bytes;
}
