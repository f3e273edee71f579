import type { CallOptions, Draft, Settings } from "./draft.js";
import { ApiError } from "./errors.js";
import { expand } from "./expand.js";
import type { Arguments, Operation, Part } from "./operation.js";

/** Under this key a client made by `createClient` keeps its settings, so that `send` takes it as well. */
export const settings: unique symbol = Symbol();

/** A client for `send`: its settings, or what `createClient` gave. */
export type Sender = Settings | { readonly [settings]: Settings };

/**
 * Sends an operation and gives what came back, whatever its status: a union that `status` tells apart.
 * Rejects with an `ArgumentError` before anything is sent, an `ApiError` where the body cannot be read, and with
 * fetch's own error where there was no answer at all.
 */
export function send<Request extends object, AnyResult>(
  client: Sender, operation: Operation<Request, AnyResult>, args: Request, options?: CallOptions,
): Promise<AnyResult>;
export function send(client: Sender, { route, parts }: Operation<never, unknown>, args: object, options?: CallOptions): Promise<unknown> {
  return call(settings in client ? client[settings] : client, route, parts, { ...args }, options);
}

/** What `send` does, for a row of a table: the types are those of the table. */
export async function call(own: Settings, route: string, parts: readonly Part[], args: Arguments, options?: CallOptions): Promise<Answer> {
  const [method = "", template = ""] = route.split(" ");
  const headers = { accept: "application/json", ...own.headers, ...options?.headers };
  const draft: Draft = {
    request: { route, method, ...options, headers }, texts: {}, query: [], server: "", fetch: own.fetch ?? fetch, parse: JSON.parse, readers: {}, settings: own,
  };
  for (const part of parts) await part(draft, args);
  const { request, query } = draft;
  if (args["body"] !== undefined) {
    request.body ??= JSON.stringify(args["body"]);
    request.headers["content-type"] ??= "application/json";
  }
  const url = (own.baseUrl ?? draft.server).replace(/\/$/, "") + expand(template, args, draft.texts);
  const response = await draft.fetch(query.length ? url + (url.includes("?") ? "&" : "?") + query.join("&") : url, request);
  const body = await readBody(draft, response);
  own.validate?.(route, response.status, body);
  return answer(response, body);
}

/** One response, read: the members of `Result`. */
export type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Record<string, string>;
  readonly response: Response;
};

function answer(response: Response, body: unknown): Answer {
  // By name in lower case; several of one name are joined as `Headers` joins them.
  return { status: response.status, body, response, get headers() { return Object.fromEntries(response.headers); } };
}

async function readBody({ request, readers, parse }: Draft, response: Response): Promise<unknown> {
  // RFC 9110 §6.4.1: these never have a body.
  if (request.method === "HEAD" || /20[45]|304/.test(`${response.status}`)) return;
  const [type = ""] = (response.headers.get("content-type") ?? "").toLowerCase().split(/ *;/);
  const reader = response.ok && readers[type];
  if (reader) return reader(response);
  if (type && !/json$|^text|xml$/.test(type)) return response.blob();
  const text = await response.text();
  if (!text) return;
  if (!type.endsWith("json")) return text;
  try {
    return parse(text);
  } catch {
    throw new ApiError(request.route, answer(response, text), ", not JSON");
  }
}
