// What a server of `node:http` takes that does nothing.
import { createServer } from "node:http";

export function start() {
  return createServer((_, response) => response.end("{}")).listen(0, "127.0.0.1");
}
