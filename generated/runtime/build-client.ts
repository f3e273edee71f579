import type { CallOptions, Settings } from "./draft.js";
import { ApiError } from "./errors.js";
import type { Arguments, Row } from "./operation.js";
import { call, settings } from "./send.js";

/** Rows by name, in namespaces or without: `{ pets: { list: "GET /pets{?limit}" }, ping: "GET /ping" }`. */
export type Table = { readonly [name: string]: Row | { readonly [name: string]: Row } };

/** A client whose methods are the rows of a table: they give the body of a success, and throw an `ApiError` otherwise. */
export function buildClient<Client>(table: Table, own: Settings): Client;
export function buildClient(table: Table, own: Settings): unknown {
  const client: Record<string | symbol, unknown> = { [settings]: own };
  for (const [name, entry] of Object.entries(table)) client[name] = isRow(entry) ? method(entry, own) : namespace(entry, own);
  return client;
}

function isRow(entry: Table[string]): entry is Row {
  return typeof entry === "string" || Array.isArray(entry);
}

function namespace(rows: { readonly [name: string]: Row }, own: Settings): Record<string, unknown> {
  return Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, method(row, own)]));
}

function method(row: Row, own: Settings): (args?: Arguments, options?: CallOptions) => Promise<unknown> {
  const [route, ...parts] = typeof row === "string" ? [row] : row;
  return async (args = {}, options) => {
    const answer = await call(own, route, parts, args, options);
    if (answer.response.ok) return answer.body;
    throw new ApiError(route, answer);
  };
}
