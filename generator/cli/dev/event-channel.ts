import type { IncomingMessage, ServerResponse } from "node:http";

/** Tells pages that are open what happens (HTML "Server-sent events"). */
export type EventChannel = { join(request: IncomingMessage, response: ServerResponse): void; send(event: "message" | "broken", data: string): void; close(): void };

/** A channel that nobody listens to yet. Who comes late, or comes back, learns at once what it has missed. */
export function eventChannel(): EventChannel {
  const listeners = new Set<ServerResponse>();
  let version = Date.now();
  let standing = "";
  const write = (text: string): void => {
    for (const listener of listeners) listener.write(text);
  };
  // A proxy, or a browser that sleeps, drops what is silent for long.
  const heartbeat = setInterval(() => write(": still here\n\n"), 30_000).unref();
  return {
    join({ headers }, response) {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      const known = headers["last-event-id"];
      const missed = known !== undefined && known !== String(version) ? eventText("message", "changed") : "";
      // An id without data is remembered, and nobody is told.
      response.write(`retry: 500\nid: ${version}\n\n${missed}${standing}`);
      listeners.add(response);
      response.on("close", () => listeners.delete(response));
    },
    send(event, data) {
      if (event === "message") version++;
      standing = event === "broken" ? eventText(event, data) : "";
      write(`id: ${version}\n${eventText(event, data)}`);
    },
    close() {
      clearInterval(heartbeat);
      for (const listener of listeners) listener.end();
    },
  };
}

function eventText(event: string, data: string): string {
  return `event: ${event}\n${data.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`).join("")}\n`;
}
