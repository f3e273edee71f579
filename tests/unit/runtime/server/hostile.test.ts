import assert from "node:assert/strict";
import { connect } from "node:net";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { HandlerRequest, Replies } from "../../../../generator/runtime/server/handler.ts";
import { nodeListener } from "../../../../generator/runtime/server/node.ts";
import { ask, jsonBody } from "./ask.ts";
import { exchange, listen, until, untilClosed } from "./listen.ts";
import { petsRouter } from "./pets.ts";

let isHeld = false;
const handlers = {
  pets: {
    list: async (_: HandlerRequest, reply: Replies) => {
      if (isHeld) await new Promise((resolve) => setTimeout(resolve, 20));
      return reply[200]?.([]);
    },
    get: ({ path }: HandlerRequest) => ({ status: 200, body: { name: String(path["id"]) } }),
    add: ({ body }: HandlerRequest, reply: Replies) => reply[201]?.({ name: "A", seen: body }, { location: "/pets/7" }),
  },
};
const { router, logged } = petsRouter(handlers, { error: ({ status, kind }) => ({ status, body: { error: kind } }) });
const { port, server, url } = await listen(nodeListener(router));
const statuses = (text: string) => [...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status));
const get = (target: string, ...headers: string[]) => exchange(port, [`GET ${target} HTTP/1.1`, "host: x", "connection: close", ...headers, "", ""].join("\r\n"));
const post = (body: string, ...headers: string[]) => [`POST /pets HTTP/1.1`, "host: x", "content-type: application/json", ...headers, "", body].join("\r\n");

/** The server still does what it should, and nothing was reported. */
async function isUp(): Promise<void> {
  assert.equal((await fetch(`${url}/pets`)).status, 200);
  assert.deepEqual(logged, []);
}

test("targets that nobody would write are refused", async () => {
  for (const [target, status] of [
    ["/pets/%", 400], ["/pets/%zz", 400], ["/pets/%ff", 400], ["/pets/%c0%80", 400], ["/pets?limit=%", 400], ["/pets?%=1", 400], ["/pets?limit=%ff", 400], ["/pets/%00", 400],
    ["//", 404], ["//pets", 404], ["/pets//", 404], ["/../pets", 404], ["/pets/../pets", 404], ["/pets/%2e%2e", 404], ["/pets;a=b", 404], ["/pets/1;a=b", 400], ["/pets%2f1", 404],
    ["/pets/1%0d%0aset-cookie:x", 400], ["/__proto__", 404], ["/constructor", 404], ["/pets?__proto__[a]=1", 400], ["/pets?limit=1&limit=2", 400],
    ["http://evil/pets", 200], ["http://evil/pets/7?", 200], ["http://evil", 404], ["*", 404], ["/pets?", 200], ["/pets/7", 200], ["/pets/9007199254740993", 400],
  ] as const) assert.deepEqual(statuses(await get(target)), [status], target);
  await isUp();
});

test("an overlong target or head is Node's 431, and many headers are only ignored", async () => {
  assert.deepEqual(statuses(await get(`/pets/${"1".repeat(100_000)}`)), [431]);
  assert.deepEqual(statuses(await get(`/pets?${"limit=1&".repeat(1_500)}`)), [400]);
  assert.deepEqual(statuses(await get("/pets", ...Array.from({ length: 1_500 }, (_, index) => `x${index}: y`))), [200]);
  assert.deepEqual(statuses(await get("/pets", ...Array.from({ length: 100_000 }, (_, index) => `x${index}: y`))), [431]);
  assert.deepEqual(statuses(await get("/pets", `accept: ${'a/b;x="\\"'.repeat(1_500)}`)), [406]);
  assert.deepEqual(statuses(await get("/pets", `accept: ${"*/*;q=0,".repeat(1_500)}`)), [406]);
  await isUp();
});

test("methods that nobody knows are refused", async () => {
  const send = (line: string) => exchange(port, `${line} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
  for (const method of ["PROPFIND", "PURGE", "TRACE", "M-SEARCH"]) assert.deepEqual(statuses(await send(`${method} /pets`)), [405], method);
  assert.deepEqual(statuses(await send("BREW /pets")), [400]);
  assert.deepEqual(statuses(await send("get /pets")), [400]);
  assert.deepEqual(statuses(await send("CONNECT pets:80")), []);
  assert.deepEqual(statuses(await send("OPTIONS *")), [204]);
  await isUp();
});

test("a body of 10 MB is a 413 that the client can read, and the connection closes", async () => {
  const answer = await exchange(port, post("", `content-length: 10000000`), Buffer.alloc(10_000_000, "x"));
  assert.deepEqual(statuses(answer), [413]);
  assert.match(answer, /connection: close\r\n/i);
  assert.match(answer, /\{"error":"too-large"\}$/);
  const chunk = `${(1_000_000).toString(16)}\r\n${"x".repeat(1_000_000)}\r\n`;
  assert.deepEqual(statuses(await exchange(port, post("", "transfer-encoding: chunked"), chunk.repeat(10), "0\r\n\r\n")), [413]);
  await isUp();
});

test("who announces much and sends nothing has the answer all the same, and one that sends without end is cut off", async () => {
  const socket = connect(port, "127.0.0.1");
  const received = untilClosed(socket);
  socket.write(post("", "content-length: 10000000"));
  await new Promise((resolve) => socket.once("data", resolve));
  socket.end();
  assert.deepEqual(statuses(await received), [413]);
  const endless = connect(port, "127.0.0.1");
  const cut = untilClosed(endless);
  endless.write(post("", "transfer-encoding: chunked"));
  const more = () => endless.writable && endless.write(`10000\r\n${"x".repeat(65_536)}\r\n`, () => setImmediate(more));
  more();
  assert.deepEqual(statuses(await cut).slice(0, 1).filter((status) => status !== 413), []);
  await isUp();
});

test("an answer without a body comes before the request's end too", async () => {
  for (const [method, status] of [["OPTIONS", 204], ["HEAD", 400], ["PATCH", 405]] as const) {
    const socket = connect(port, "127.0.0.1");
    const received = untilClosed(socket);
    socket.write(post("", "content-length: 10000000").replace("POST", method));
    await new Promise((resolve) => socket.once("data", resolve));
    socket.end();
    const answer = await received;
    assert.deepEqual([statuses(answer), /content-length/i.test(answer)], [[status], method === "PATCH"], method);
  }
});

test("a small body that nobody reads leaves the connection usable", async () => {
  const answer = await exchange(port, post('{"name":"A"}', "content-length: 12").replace("/json", "/xml"), `GET /pets HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
  assert.deepEqual(statuses(answer), [415, 200]);
});

test("JSON that is deep, broken or not UTF-8 is a 400", async () => {
  for (const body of ["[".repeat(100_000), `${'{"a":'.repeat(300)}1${"}".repeat(300)}`, '{"name":"A"', '{"name":"\ud800"', "\0", '{"name":"A"}x']) {
    assert.equal((await ask(router, { url: "/pets", method: "POST", headers: { "content-type": "application/json" }, body })).status, 400, body.slice(0, 20));
  }
  const answer = await fetch(`${url}/pets`, { method: "POST", headers: { "content-type": "application/json" }, body: Buffer.from([0x7b, 0xff, 0x7d]) });
  assert.equal(answer.status, 400);
});

test("`__proto__` in a body is a member like others, and nothing inherits from it", async () => {
  const text = '{"name":"A","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}';
  const answer = await ask(router, { url: "/pets", method: "POST", headers: { "content-type": "application/json" }, body: text });
  assert.deepEqual([answer.status, answer.text], [201, `{"name":"A","seen":${text}}`]);
  assert.equal(Reflect.get({}, "polluted"), undefined);
  await ask(router, { url: "/pets", method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body: "__proto__=x&__proto__[polluted]=1" });
  assert.equal(Reflect.get({}, "polluted"), undefined);
});

test("requests that come at once are answered in their order", async () => {
  isHeld = true;
  const slow = "GET /pets HTTP/1.1\r\nhost: x\r\n\r\n";
  const answer = await exchange(port, slow + "GET /pets/7 HTTP/1.1\r\nhost: x\r\n\r\nGET /no HTTP/1.1\r\nhost: x\r\n\r\n" + slow.replace("\r\n\r\n", "\r\nconnection: close\r\n\r\n"));
  isHeld = false;
  assert.deepEqual([statuses(answer), [...answer.matchAll(/\r\n\r\n(.*?)(?=HTTP|$)/gs)].map(([, body]) => body)], [[200, 200, 404, 200], ["[]", '{"name":"7"}', '{"error":"not-found"}', "[]"]]);
});

test("uploads that break off leave nothing behind", async () => {
  for (let round = 0; round < 50; round++) {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => undefined);
    socket.write(post('{"name":', "content-length: 1000"), () => (round % 2 ? socket.resetAndDestroy() : socket.end()));
  }
  const open = () => new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));
  await fetch(`${url}/pets`, { headers: { connection: "close" } });
  let count = 1;
  await until(() => {
    void open().then((now) => { count = now; });
    return count === 0;
  });
  await isUp();
});

test("a client that sends byte by byte is served as well as others", async () => {
  const socket = connect(port, "127.0.0.1");
  const received = untilClosed(socket);
  for (const byte of post('{"name":"A"}', "content-length: 12", "connection: close")) {
    socket.write(byte);
    await new Promise((resolve) => setImmediate(resolve));
  }
  assert.deepEqual(statuses(await received), [201]);
});

test("two lengths, or a length and chunks, are no request", async () => {
  assert.deepEqual(statuses(await exchange(port, post("x", "content-length: 1", "content-length: 2"))), [400]);
  assert.deepEqual(statuses(await exchange(port, post("0\r\n\r\n", "content-length: 5", "transfer-encoding: chunked"))), [400]);
  assert.deepEqual(statuses(await exchange(port, post("", "content-length: -1"))), [400]);
  await isUp();
});

/** Frees what nobody holds any more. */
function collect(): void {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
}

test("20,000 requests leave nothing behind", async () => {
  const send = async (count: number) => {
    for (let index = 0; index < count; index++) {
      await router.handle({ method: "GET", url: `/pets/${index}`, headers: { accept: `a/${index}, */*` }, body: undefined, native: undefined });
      await router.handle({ method: "GET", url: `/pets/x${index}`, headers: {}, body: undefined, native: undefined });
      await ask(router, { url: "/pets", method: "POST", ...jsonBody({ name: `A${index}` }) });
    }
  };
  await send(1_000);
  collect();
  const before = process.memoryUsage().heapUsed;
  await send(20_000 / 3);
  collect();
  const grown = process.memoryUsage().heapUsed - before;
  assert.ok(grown < 2_000_000, `${grown} bytes more`);
});
