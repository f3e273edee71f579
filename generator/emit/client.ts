import type { Api } from "../model/api.ts";
import type { CodeFile } from "../print/print-file.ts";
import { code, type Printable } from "../print/printable.ts";
import { namespacesOf } from "./call/namespaces.ts";
import type { CallPlan } from "./call/plan-calls.ts";
import { printPart } from "./call/part-call.ts";
import { runtimeType, runtimeValue } from "./call/runtime-name.ts";
import { clientInterface } from "./client/client-interface.ts";
import { clientOptions } from "./client/client-options.ts";
import { reexportsOf } from "./client/reexports.ts";
import { serverSettings } from "./client/server-settings.ts";
import { tableOf } from "./client/table.ts";
import { header } from "./header.ts";

/** `client.ts`: `createClient`, whose methods are the operations. */
export function emitClient(api: Api, calls: CallPlan): CodeFile {
  const declares = new Set(["Client", "ClientOptions", "createClient", "table", "secured", "urlOf"]);
  return { path: "client.ts", header: header(api), declares, body: body(api, calls) };
}

function* body(api: Api, calls: CallPlan): Iterable<Printable> {
  const namespaces = namespacesOf(calls.calls);
  const server = serverSettings(api.servers);
  yield code`${reexportsOf(calls.calls)}\n\n`;
  yield* clientInterface(namespaces, api);
  yield code`\n\n${clientOptions(api, server)}\n\n`;
  yield code`/** A client of the API. Its methods give the body of a success, and throw an \`ApiError\` otherwise. */\n`;
  const settings = server === undefined ? "options" : code`{ ...options, origin: ${server.url} }`;
  yield code`export function createClient(options: ClientOptions = {}): Client {\n`;
  yield code`  return ${runtimeValue("build-client", "buildClient")}<Client>(table(), ${settings});\n}\n\n`;
  if (server?.declaration !== undefined) yield code`${server.declaration}\n\n`;
  yield code`/** What is sent for each method: its route, and the parts that a route cannot say. */\n`;
  yield code`function table(): ${runtimeType("build-client", "Table")} {\n`;
  if (calls.secured !== undefined) yield code`  const secured = ${printPart(calls.secured, { pure: false })};\n`;
  yield code`  return ${{ indented: tableOf(namespaces) }};\n}\n`;
}
