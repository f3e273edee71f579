import type { Socket } from "node:net";
import type { Tap } from "./tap.ts";

/**
 * Passes bytes between two connections as they are, each side no faster than the other one takes them, and tells the tap of what has been
 * passed on. When one side ends, so does the other, after what is still on its way.
 */
export function relay(client: Socket, server: Socket, { tap, isReached }: { readonly tap: Tap; readonly isReached: () => boolean }): void {
  let hasClientEnded = false;
  pass(client, server, tap.fromClient);
  pass(server, client, tap.fromServer);
  client.on("end", () => (hasClientEnded = true));
  server.on("end", () => tap.serverEnds(!hasClientEnded));
  client.on("error", () => (hasClientEnded = true, server.destroy()));
  server.on("error", () => {
    if (!isReached()) return void client.resetAndDestroy();
    tap.serverEnds(!hasClientEnded);
    client.destroySoon();
  });
  client.on("close", () => (hasClientEnded = true, server.destroy(), tap.close()));
  server.on("close", () => client.destroySoon());
}

function pass(from: Socket, to: Socket, told: (bytes: Uint8Array) => void): void {
  from.on("data", (bytes) => {
    if (!to.write(bytes)) from.pause();
    told(bytes);
  });
  to.on("drain", () => from.resume());
  from.on("end", () => to.end());
}
