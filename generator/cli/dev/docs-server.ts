import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { OutputFile } from "../../write/output-file.ts";
import { type EventChannel, eventChannel } from "./event-channel.ts";

/** Shows pages on the loopback, from memory, and has them reload. */
export type DocsServer = {
  readonly url: string;
  /** From now on these pages are shown; they are made when the first one is asked for. */
  show(make: () => readonly OutputFile[]): void;
  /** The pages stay as they are, and say why. */
  hold(message: string): void;
  close(): Promise<void>;
};

/** Starts to show pages on a port of the loopback. */
export async function startDocsServer(port: number): Promise<DocsServer> {
  const events = eventChannel();
  let files: ReadonlyMap<string, string> | undefined;
  let make: () => readonly OutputFile[] = () => [{ path: "index.html", text: nothingYet }];
  const fileAt = (path: string): string | undefined => {
    files ??= new Map(make().map((file) => [file.path, file.text]));
    return files.get(path);
  };
  const server = createServer((request, response) => answer(request, response, { fileAt, events }));
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://localhost:${portOf(server)}/`,
    show(next) {
      make = next;
      files = undefined;
      events.send("message", "changed");
    },
    hold: (message) => events.send("broken", message),
    async close() {
      events.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Shown = { fileAt: (path: string) => string | undefined; events: EventChannel };

function answer(request: IncomingMessage, response: ServerResponse, { fileAt, events }: Shown): void {
  // A page of another site whose name was made to lead here could read what is shown (DNS rebinding): only our own names are answered.
  if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(request.headers.host ?? "")) return refuse(response, 421, "This server is called localhost.");
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(response.setHeader("allow", "GET, HEAD"), 405, "Only GET and HEAD are answered here.");
  const [path = "/"] = (request.url ?? "/").split("?", 1);
  if (path === "/_specwright/events" && request.method === "GET") return events.join(request, response);
  const name = nameOf(path);
  const text = name === undefined ? undefined : fileAt(name);
  if (name === undefined || text === undefined) return refuse(response, 404, "There is no such page.");
  response.writeHead(200, { "content-type": typeOf(name), "cache-control": "no-store", "x-content-type-options": "nosniff" });
  response.end(request.method === "HEAD" ? undefined : text);
}

/** The page that a path means. It is looked up among those that were made, never on a disk. */
function nameOf(path: string): string | undefined {
  try {
    const name = decodeURIComponent(path).replace(/^\//, "");
    return name === "" || name.endsWith("/") ? `${name}index.html` : name;
  } catch {
    return undefined;
  }
}

const types: { readonly [ending: string]: string } = { html: "text/html; charset=utf-8", css: "text/css; charset=utf-8", js: "text/javascript; charset=utf-8", json: "application/json" };

function typeOf(name: string): string {
  const ending = name.slice(name.lastIndexOf(".") + 1);
  return (Object.hasOwn(types, ending) ? types[ending] : undefined) ?? "text/plain; charset=utf-8";
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" }).end(`${message}\n`);
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** Until there is a first good version of the document. It asks again by itself. */
const nothingYet = `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="1"><title>Nothing to show yet</title>
<p>The document has errors: the terminal says which. This page comes when they are gone.</p></html>
`;
