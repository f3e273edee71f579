import assert from "node:assert/strict";
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { test, type TestContext } from "node:test";
import { gzipSync } from "node:zlib";
import type { Observed } from "../../../../generator/contract/proxy/observed.ts";
import { type Proxy, startProxy } from "../../../../generator/contract/proxy/start-proxy.ts";
import { seededRandom } from "../../../../generator/contract/tester/seeded-random.ts";

type Seen = { readonly exchanges: Observed[]; readonly unread: () => number; readonly unreachable: string[] };

/** A server that reads bytes and answers with bytes, and a proxy before it. */
async function behindProxy(t: TestContext, answer: (socket: Socket) => void, limits: { each?: number; all?: number } = {}): Promise<{ proxy: Proxy; seen: Seen }> {
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on("error", () => undefined);
    answer(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  assert.ok(typeof address === "object" && address !== null);
  const counts = { unread: 0 };
  const seen: Seen = { exchanges: [], unread: () => counts.unread, unreachable: [] };
  const proxy = await startProxy({ upstream: new URL(`http://127.0.0.1:${address.port}`), port: 0, ...limits }, {
    exchange: (observed) => void seen.exchanges.push(observed), unread: () => void counts.unread++, unreachable: (message) => void seen.unreachable.push(message),
  });
  t.after(async () => {
    await proxy.close();
    server.close();
  });
  return { proxy, seen };
}

/** Sends pieces one after the other on a connection, ends it, and gives all that came. */
async function talk(proxy: Proxy, pieces: readonly (string | Buffer)[]): Promise<Buffer> {
  const socket = connect({ port: Number(new URL(proxy.url).port), host: "127.0.0.1", allowHalfOpen: true });
  const came: Buffer[] = [];
  socket.on("data", (bytes) => came.push(bytes));
  socket.on("error", () => undefined);
  const closed = once(socket, "close").catch(() => undefined);
  for (const piece of pieces) {
    socket.write(piece);
    await new Promise((resolve) => setImmediate(resolve));
  }
  socket.end();
  await closed;
  socket.destroy();
  return Buffer.concat(came);
}

/** Takes all that is sent, and then answers with these bytes. */
function answering(bytes: string | Buffer, got: Buffer[] = []): (socket: Socket) => void {
  return (socket) => {
    socket.on("data", (piece) => got.push(piece));
    socket.on("end", () => socket.end(bytes));
  };
}

function statusOf({ outcome }: Observed): number | string {
  return outcome.kind === "response" ? outcome.response.status : outcome.failure;
}

function bodyOf({ outcome }: Observed): string {
  return outcome.kind === "response" ? Buffer.from(outcome.response.body).toString("latin1") : "";
}

const exchanges: { readonly name: string; readonly request: string | Buffer; readonly answer: string | Buffer; readonly statuses: readonly (number | string)[]; readonly bodies?: readonly string[] }[] = [
  { name: "order and case of headers", request: "GET /a HTTP/1.1\r\nhOsT: x\r\nX-b:  1 \r\nx-B: 2\r\n\r\n", answer: "HTTP/1.1 200 Fine Thing\r\nX-Odd:1\r\ncontent-LENGTH: 2\r\n\r\nok", statuses: [200], bodies: ["ok"] },
  { name: "chunks with extensions and trailers", request: "POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n0\r\nT: 1\r\n\r\n", answer: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n01;a\r\n!\r\n0\r\nX-Sum: 1\r\n\r\n", statuses: [200], bodies: ["ok!"] },
  { name: "pipelining", request: "GET /a HTTP/1.1\r\n\r\nHEAD /b HTTP/1.1\r\n\r\nGET /c HTTP/1.1\r\n\r\n", answer: "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\naHTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nHTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n", statuses: [200, 200, 404], bodies: ["a", "", ""] },
  { name: "interim answers and Expect", request: "PUT /a HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\nabc", answer: "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 204 None\r\n\r\n", statuses: [204], bodies: [""] },
  { name: "a body until the connection closes", request: "GET /a HTTP/1.0\r\n\r\n", answer: "HTTP/1.0 200 OK\r\n\r\nuntil the end", statuses: [200], bodies: ["until the end"] },
  { name: "a compressed body", request: "GET /a HTTP/1.1\r\n\r\n", answer: Buffer.concat([Buffer.from("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 22\r\n\r\n"), gzipSync("ok").subarray(0, 22)]), statuses: [200] },
  { name: "an upgrade", request: "GET /a HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n\x81\x85abcd", answer: "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n\x81\x02hi\r\n\r\n", statuses: [] },
  { name: "a body where there is none", request: "HEAD /a HTTP/1.1\r\n\r\n", answer: "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody", statuses: [200], bodies: ["body"] },
  { name: "a body that is cut off", request: "GET /a HTTP/1.1\r\n\r\n", answer: "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort", statuses: [200] },
  { name: "no HTTP at all", request: Buffer.from([0x16, 3, 1, 0, 0xff]), answer: Buffer.from([0x15, 3, 1, 0, 2, 2, 40]), statuses: [] },
  { name: "an answer that is no HTTP", request: "GET /a HTTP/1.1\r\n\r\n", answer: "what?\r\n\r\n", statuses: ["malformed"] },
  { name: "header bytes that are no ASCII, and a bad length", request: Buffer.from("GET /\xe4 HTTP/1.1\r\nX: \xff\r\nContent-Length: 1x\r\n\r\n", "latin1"), answer: "HTTP/1.1 400 Bad\r\n\r\n", statuses: [] },
];

for (const { name, request, answer, statuses, bodies } of exchanges) {
  test(`both sides get every byte, whatever the pieces: ${name}`, async (t) => {
    const got: Buffer[] = [];
    const { proxy, seen } = await behindProxy(t, answering(answer, got));
    const random = seededRandom(1, name);
    const bytes = Buffer.isBuffer(request) ? request : Buffer.from(request, "latin1");
    const answered = Buffer.isBuffer(answer) ? answer : Buffer.from(answer, "utf8");
    for (let round = 0; round < 12; round++) {
      const pieces: Buffer[] = [];
      for (let at = 0; at < bytes.length; ) {
        const size = round === 0 ? bytes.length : 1 + Math.floor(random() * 40);
        pieces.push(bytes.subarray(at, at + size));
        at += size;
      }
      got.length = 0;
      seen.exchanges.length = 0;
      assert.equal((await talk(proxy, pieces)).toString("latin1"), answered.toString("latin1"));
      assert.equal(Buffer.concat(got).toString("latin1"), bytes.toString("latin1"));
      // The client has ended before: what is cut off is nobody's fault, and may be seen or not.
      if (name === "a body that is cut off") continue;
      assert.deepEqual(seen.exchanges.map(statusOf), statuses);
      if (bodies !== undefined) assert.deepEqual(seen.exchanges.map(bodyOf), bodies);
    }
  });
}

test("what is read does not depend on where the pieces of an answer end", async (t) => {
  const random = seededRandom(2, "answers");
  const answers = exchanges.filter(({ name }) => /chunks|interim|pipelining/.test(name));
  for (const { request, answer, statuses, bodies } of answers) {
    const bytes = Buffer.from(String(answer));
    const { proxy, seen } = await behindProxy(t, (socket) => {
      socket.resume().on("end", async () => {
        for (let at = 0; at < bytes.length; ) {
          const size = 1 + Math.floor(random() * 9);
          socket.write(bytes.subarray(at, at + size));
          at += size;
          await new Promise((resolve) => setImmediate(resolve));
        }
        socket.end();
      });
    });
    assert.equal((await talk(proxy, [request])).toString(), bytes.toString());
    assert.deepEqual(seen.exchanges.map(statusOf), statuses);
    assert.deepEqual(seen.exchanges.map(bodyOf), bodies);
  }
});

test("an answer that the server breaks off is told of", async (t) => {
  const { proxy, seen } = await behindProxy(t, (socket) => void socket.once("data", () => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort")));
  const socket = connect(Number(new URL(proxy.url).port), "127.0.0.1").setEncoding("utf8");
  socket.write("GET /a HTTP/1.1\r\n\r\n");
  const [text] = await once(socket, "data");
  await once(socket, "close");
  assert.match(String(text), /short$/);
  assert.deepEqual(seen.exchanges.map(({ outcome }) => outcome), [{ kind: "failure", failure: "malformed", message: "the connection closes within the body" }]);
});

test("of a body that is too large nothing is kept, every byte of it passes, and the room of others is given back", async (t) => {
  for (const [size, isWhole] of [[5_000_000, false], [900, true]] as const) {
    const { proxy, seen } = await behindProxy(t, answering(Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\nContent-Length: ${size}\r\n\r\n`), Buffer.alloc(size, "x")])), { each: 1000, all: 1000 });
    for (let round = 0; round < 3; round++) {
      const came = await talk(proxy, ["GET /a HTTP/1.1\r\n\r\n"]);
      assert.equal(came.length, size + came.indexOf("\r\n\r\n") + 4);
    }
    assert.deepEqual(seen.exchanges.map(({ isResponseWhole }) => isResponseWhole), [isWhole, isWhole, isWhole]);
    assert.deepEqual(seen.exchanges.map((each) => bodyOf(each).length), isWhole ? [size, size, size] : [0, 0, 0]);
  }
});

test("who sends is held back by who does not take", async (t) => {
  const { proxy } = await behindProxy(t, (socket) => socket.pause());
  const socket = connect(Number(new URL(proxy.url).port), "127.0.0.1");
  socket.on("error", () => undefined);
  const piece = Buffer.alloc(1_000_000);
  let isFull = false;
  for (let sent = 0; sent < 200 && !isFull; sent++) {
    const isTaken = socket.write(piece);
    if (!isTaken) isFull = (await Promise.race([once(socket, "drain"), new Promise((resolve) => setTimeout(resolve, 300, "stuck"))])) === "stuck";
  }
  socket.destroy();
  assert.ok(isFull, "200 MB would otherwise be in the memory of the proxy");
});

test("a server that nobody reaches is told of, and the client's connection is reset", async (t) => {
  const unused = createServer().listen(0, "127.0.0.1");
  await once(unused, "listening");
  const address = unused.address();
  assert.ok(typeof address === "object" && address !== null);
  unused.close();
  await once(unused, "close");
  const unreachable: string[] = [];
  const proxy = await startProxy({ upstream: new URL(`http://127.0.0.1:${address.port}`), port: 0 }, { exchange: () => undefined, unread: () => undefined, unreachable: (message) => void unreachable.push(message) });
  t.after(() => proxy.close());
  const socket = connect(Number(new URL(proxy.url).port), "127.0.0.1");
  const [error] = await once(socket, "error").catch((thrown: unknown) => [thrown]);
  assert.ok(error instanceof Error);
  assert.match(unreachable.join(), /ECONNREFUSED/);
});

test("a server that was to speak TLS and does not is not reached", async (t) => {
  const server = createServer((socket) => void socket.on("error", () => undefined).once("data", () => socket.end("HTTP/1.1 400 Plain\r\n\r\n")));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  assert.ok(typeof address === "object" && address !== null);
  const unreachable: string[] = [];
  const proxy = await startProxy({ upstream: new URL(`https://127.0.0.1:${address.port}`), port: 0 }, { exchange: () => undefined, unread: () => undefined, unreachable: (message) => void unreachable.push(message) });
  t.after(async () => {
    await proxy.close();
    server.close();
  });
  assert.equal((await talk(proxy, ["GET / HTTP/1.1\r\n\r\n"])).length, 0);
  assert.equal(unreachable.length, 1);
});
