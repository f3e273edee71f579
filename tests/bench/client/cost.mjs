// Processor time per call, of a client and of bare fetch in turn: `node cost.mjs BARE CLIENT` prints
// {"get":{"bare":8.1,"client":10.3},…} in microseconds. The least of many rounds, for that is what the code itself needs.
import { pathToFileURL } from "node:url";

const text = JSON.stringify({ id: 1, name: "hello", owner: { login: "octo cat" } });
globalThis.fetch = async () => new Response(text, { status: 200, headers: { "content-type": "application/json" } });

const [bare, client] = await Promise.all(process.argv.slice(2).map((file) => import(pathToFileURL(file).href)));
const least = {};
for (let round = 0; round < 14; round++) {
  for (const call of ["get", "query", "post"]) {
    least[call] ??= { bare: Infinity, client: Infinity };
    least[call].bare = Math.min(least[call].bare, await cost(bare[call]));
    least[call].client = Math.min(least[call].client, await cost(client[call]));
  }
}
console.log(JSON.stringify(least));

async function cost(call, count = 4000) {
  const before = process.cpuUsage();
  for (let index = 0; index < count; index++) await call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / count;
}
