import type { Api, Operation } from "../../../generator/model/api.ts";
import { schemaById } from "../../../generator/model/lookup.ts";
import { planRequest } from "../../../generator/samples/plan-request.ts";
import type { SampleRequest, Text } from "../../../generator/samples/sample-request.ts";

/** A request that follows the document, to a mock at `url`: what samples of code send, with words in place of secrets. */
export function validRequest(operation: Operation, api: Api, url: string): Request {
  const planned = planRequest(withoutExamples(operation), withoutServers(api), schemaById(api));
  const headers = new Headers(planned.headers.map(({ name, value }): [string, string] => [name, textOf(value)]));
  if (planned.basic !== undefined) headers.set("authorization", `Basic ${btoa("somebody:secret")}`);
  // Whoever has a body for a GET cannot be asked for by `fetch`.
  const body = /^(GET|HEAD)$/.test(planned.method) ? undefined : bodyOf(planned);
  if (body !== undefined && planned.body !== undefined && !(body instanceof FormData)) headers.set("content-type", planned.body.mediaType);
  return new Request(url + textOf(planned.url), { method: planned.method, headers, ...(body !== undefined && { body }) });
}

/** Examples may be anything, and what has to be let through is what is valid. */
function withoutExamples(operation: Operation): Operation {
  const { servers: _servers, ...rest } = operation;
  return {
    ...rest,
    parameters: operation.parameters.map((parameter) => ({ ...parameter, examples: [], ...(parameter.content && { content: { ...parameter.content, examples: [] } }) })),
    ...(operation.requestBody !== undefined && { requestBody: { ...operation.requestBody, content: operation.requestBody.content.map((content) => ({ ...content, examples: [] })) } }),
  };
}

function withoutServers(api: Api): Api {
  return { ...api, servers: [{ at: "", url: "/", variables: [] }] };
}

function textOf(text: Text): string {
  return text.map((piece) => (typeof piece === "string" ? piece : piece.variable === "BASE_URL" ? "" : "secret")).join("");
}

function bodyOf({ body }: SampleRequest): BodyInit | undefined {
  switch (body?.kind) {
    case undefined: return undefined;
    case "json": return JSON.stringify(body.value);
    case "text": return body.text;
    case "file": return new Uint8Array([1, 2, 3]);
    case "multipart": return formOf(body.parts);
    default: return body satisfies never;
  }
}

function formOf(parts: (SampleRequest["body"] & { kind: "multipart" })["parts"]): FormData {
  const form = new FormData();
  for (const part of parts) {
    if ("fileName" in part) form.append(part.name, new Blob(["bytes"], { type: part.contentType ?? "" }), part.fileName);
    else if (part.contentType !== undefined) form.append(part.name, new Blob([typeof part.value === "string" ? part.value : JSON.stringify(part.value)], { type: part.contentType }));
    else form.append(part.name, String(part.value));
  }
  return form;
}
