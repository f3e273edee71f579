import { argumentsOf } from "../emit/call/arguments.ts";
import { routeOf } from "../emit/call/route.ts";
import type { Api, Operation, Parameter, Server } from "../model/api.ts";
import { defaultUrl } from "../model/default-url.ts";
import type { Schema, SchemaId } from "../model/schema.ts";
import { answer } from "../runtime/answer.ts";
import type { Draft } from "../runtime/draft.ts";
import { encodeValue, expand } from "../runtime/expand.ts";
import { parameterPart } from "./parameter-part.ts";
import { parameterValue } from "./parameter-value.ts";
import { putCredentials } from "./put-credentials.ts";
import { sampleBody } from "./sample-body.ts";
import { sampleCredentials } from "./sample-credentials.ts";
import type { SampleRequest, Text } from "./sample-request.ts";
import { sendable } from "./sendable.ts";
import { wellFormedText } from "./well-formed.ts";

/** The request that the samples of an operation send: what it requires, where the document says, with credentials of the environment. */
export function planRequest(operation: Operation, api: Api, schemas: ReadonlyMap<SchemaId, Schema>): SampleRequest {
  const args = argumentsOf(operation);
  const inPath = args.filter(({ parameter }) => parameter.in === "path");
  const [method = "", template = ""] = routeOf(operation, inPath, schemas).split(" ");
  const draft = emptyDraft(method);
  for (const { parameter } of args) if (parameter.required || parameter.in === "path") write(parameter, schemas, draft);
  for (const { parameter } of inPath) if (/^(\.{0,2}|,+)$/.test(draft.texts[parameter.name] ?? "")) draft.texts[parameter.name] = encodeValue(fallback(parameter));
  const path = expand(template, {}, draft.texts);
  // As every fetch has it (WHATWG URL §4.4, "query state").
  const query = draft.query.length === 0 ? "" : `${path.includes("?") ? "&" : "?"}${draft.query.join("&").replaceAll("'", "%27")}`;
  const names = new Map(operation.parameters.map(({ name }) => [name.toLowerCase(), name]));
  const headers = Object.entries(draft.request.headers).filter(([name]) => /^[\w!#$%&'*+.^`|~-]+$/.test(name));
  const body = sampleBody(operation.requestBody, schemas, draft);
  const request: SampleRequest = {
    method,
    url: [...baseOf(operation.servers?.[0] ?? api.servers[0]), path + query],
    headers: headers.map(([name, value]) => ({ name: name === "cookie" ? "Cookie" : names.get(name) ?? name, value: [value] })),
    ...(body !== undefined && { body }),
  };
  return putCredentials(request, sampleCredentials(operation, api));
}

function emptyDraft(method: string): Draft {
  return {
    request: { route: method, method, headers: {} }, texts: Object.create(null), query: [], server: "", fetch: async () => Response.error(), json: JSON, answer, readers: {}, settings: {},
  };
}

/** A value that cannot be sent is left out: an example may be anything. */
function write(parameter: Parameter, schemas: ReadonlyMap<SchemaId, Schema>, draft: Draft): void {
  // No parameter is called so: a part whose key is the name would look for its place in the template.
  const key = `value of ${parameter.name}`;
  sendable(() => void parameterPart(parameter, key)(draft, { [key]: parameterValue(parameter, schemas) }));
}

/** What stands in the path where no value can: the name itself. */
function fallback({ name }: Parameter): string {
  const text = wellFormedText(name);
  return /^(\.{0,2}|,+)$/.test(text) ? "value" : text;
}

/** Where requests go; what has no host of its own is behind a variable. */
function baseOf(server: Server | undefined): Text {
  const url = server === undefined ? "" : defaultUrl(server);
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return [{ variable: "BASE_URL" }, ...relative(url)];
  const { origin, pathname } = new URL(url);
  return [origin + pathname.replace(/\/$/, "")];
}

/** `/v1` of a server that is relative to where the document is (OAS "Server Object"). */
function relative(url: string): Text {
  if (!url.startsWith("/") || !URL.canParse(url, "http://localhost")) return [];
  const path = new URL(url, "http://localhost").pathname.replace(/\/$/, "");
  return path === "" ? [] : [path];
}
