// `node lookup.mjs ROUTER` prints what a lookup takes, what it takes to make the router, and how many answers are wrong:
// {"nanoseconds":190,"milliseconds":2.1,"wrong":{"plain":0,…},"first":{"plain":"GET /…"}}. The least of many rounds.
import { readFileSync } from "node:fs";
import { routers } from "./routers.mjs";

const { routes, lookups } = JSON.parse(readFileSync(new URL("./lookups.json", import.meta.url), "utf8"));
const make = routers[process.argv[2]];
const before = process.cpuUsage();
const router = make(routes);
const { method, path } = lookups.plain[0];
router.find(method, path); // Some make the most of it here.
const { user, system } = process.cpuUsage(before);

const wrong = {};
const first = {};
for (const [kind, all] of Object.entries(lookups)) {
  const failed = all.filter((lookup) => !isRight(lookup));
  wrong[kind] = failed.length;
  if (failed.length > 0) first[kind] = `${failed[0].method} ${failed[0].path}`;
}
// In an order of their own, for a router may remember what it saw last.
const plain = lookups.plain.map((lookup, index) => [(index * 7919) % lookups.plain.length, lookup]).sort(([one], [other]) => one - other).map(([, lookup]) => lookup);
let nanoseconds = Infinity;
const end = performance.now() + 4000;
for (let round = 0; round < 20 || performance.now() < end; round++) nanoseconds = Math.min(nanoseconds, measured());
console.log(JSON.stringify({ nanoseconds, milliseconds: (user + system) / 1000, wrong, first }));

function isRight({ method, path, route, texts }) {
  const found = router.find(method, path);
  if (found === undefined || route === undefined) return found === undefined && route === undefined;
  const told = router.read(found, method);
  return told.route === route && JSON.stringify(told.texts) === JSON.stringify(texts);
}

function measured() {
  let found = 0;
  const began = performance.now();
  for (const { method, path } of plain) if (router.find(method, path) !== undefined) found += 1;
  const took = performance.now() - began;
  if (found === 0) throw new Error("nothing was found");
  return (took * 1e6) / plain.length;
}
