// `node --expose-gc serve.mjs MODULE ROUTE` starts the server that a module has for a route, tells its parent the port, and whenever it
// is asked, what it has used so far: `{ cpu: { user, system }, megabytes, heap }`.
import { pathToFileURL } from "node:url";

const [module, route] = process.argv.slice(2);
const { start } = await import(pathToFileURL(module).href);
const server = await start(route);
const tell = () => process.send({ port: server.address().port, started: process.cpuUsage() });
if (server.listening) tell();
else server.once("listening", tell);

process.on("message", (question) => {
  if (question === "memory") globalThis.gc();
  const { rss, heapUsed } = process.memoryUsage();
  process.send({ cpu: process.cpuUsage(), megabytes: rss / 1e6, heap: heapUsed / 1e6 });
});
