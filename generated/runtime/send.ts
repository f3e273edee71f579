import { answer, type Answer } from "./answer.js";
import type { CallOptions, Draft, Outgoing, Settings } from "./draft.js";
import { ApiError } from "./errors.js";
import { expand } from "./expand.js";
import type { Arguments, Operation, Part } from "./operation.js";

/** Under this key a client made by `createClient` keeps its settings, so that `send` takes it as well. */
export const settings: unique symbol = Symbol();

/** What `createClient` gives beside methods. */
export type Holder = { readonly [settings]: Settings };

/** A client for `send`: its settings, or what `createClient` gave. */
export type Sender = Settings | Holder;

/**
 * Sends an operation and gives what came back, whatever its status: a union that `status` tells apart.
 * Rejects with an `ArgumentError` before anything is sent, an `ApiError` where the body cannot be read, and with
 * fetch's own error where there was no answer at all.
 */
export function send<Request extends object, AnyResult>(
  client: Sender, operation: Operation<Request, AnyResult>, args: Request, options?: CallOptions,
): Promise<AnyResult>;
export function send(client: Sender, { route, parts }: Operation<never, unknown>, args: object, options?: CallOptions): Promise<unknown> {
  return call(settings in client ? client[settings] : client, route, parts, args, options);
}

/** What `send` does, for a row of a table: the types are those of the table. */
export async function call(own: Settings, route: string, parts: readonly Part[], given: object, options?: CallOptions): Promise<Answer> {
  const [method = "", template = ""] = route.split(" ");
  // Without a prototype, for a parameter can be called like one of its members.
  const args: Arguments = { __proto__: null, ...given };
  const headers: Outgoing["headers"] = { ...own.headers, ...options?.headers };
  const draft: Draft = {
    request: { route, method, ...options, headers }, texts: Object.create(null), query: [], server: own.origin ?? "", fetch: own.fetch ?? fetch,
    json: JSON, answer, readers: Object.create(null), settings: own,
  };
  for (const part of parts) await part(draft, args);
  const { request, fetch: through } = draft;
  request.headers["accept"] ??= "application/json";
  if (args["body"] !== undefined) {
    request.body ??= draft.json.stringify(args["body"]);
    request.headers["content-type"] ??= "application/json";
  }
  let url = (own.baseUrl ?? draft.server).replace(/\/$/, "") + expand(template, args, draft.texts);
  for (const part of draft.query) url += (url.includes("?") ? "&" : "?") + part;
  const response = await through(url, request);
  const body = await readBody(draft, response);
  await own.validate?.(route, response.status, body);
  return draft.answer(response, body);
}

async function readBody(draft: Draft, response: Response): Promise<unknown> {
  // Fetch Standard §4.1: so it is for HEAD, and where the status is 204, 205 or 304.
  if (response.body === null) return;
  const [type = ""] = (response.headers.get("content-type") ?? "").toLowerCase().split(/ *;/);
  const reader = response.ok && draft.readers[type];
  if (reader) return reader(response);
  if (type && !/[/+]json$|^text|xml$/.test(type)) return response.blob();
  const text = await response.text();
  if (!text) return;
  if (!/[/+]json$/.test(type)) return text;
  try {
    return draft.json.parse(text);
  } catch {
    throw new ApiError(draft.request.route, draft.answer(response, text), ", not JSON");
  }
}
