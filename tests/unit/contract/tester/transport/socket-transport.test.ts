import assert from "node:assert/strict";
import { createServer, type Server, type Socket } from "node:net";
import { test, type TestContext } from "node:test";
import { socketTransport } from "../../../../../generator/contract/tester/transport/socket-transport.ts";
import type { Outcome, WireRequest } from "../../../../../generator/contract/tester/exchange.ts";

const get: WireRequest = { method: "GET", target: "/a?b=1", headers: [["X-One", "1"], ["accept", "*/*"]] };
// An answer comes, on however slow a machine; a pause in one does not end.
const patience = { answer: 300_000, pause: 200 };

/** A server that answers each request with these bytes; `after` says what it does with the connection then. */
async function rawServer(t: TestContext, answer: (request: string, socket: Socket, count: number) => void): Promise<{ url: string; connections: () => number }> {
  let connections = 0;
  const open = new Set<Socket>();
  const server: Server = createServer((socket) => {
    connections++;
    open.add(socket);
    let count = 0;
    socket.on("error", () => {});
    socket.on("data", (bytes) => answer(bytes.toString("latin1"), socket, count++));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`, connections: () => connections };
}

async function answerTo(t: TestContext, bytes: string, { method = "GET", close = false }: { method?: string; close?: boolean } = {}): Promise<Outcome> {
  const { url } = await rawServer(t, (_, socket) => (close ? socket.end(bytes, "latin1") : socket.write(bytes, "latin1")));
  const transport = socketTransport(url, patience);
  const outcome = await transport.send({ ...get, method });
  await transport.close();
  return outcome;
}

function shown(outcome: Outcome): string {
  if (outcome.kind === "failure") return `${outcome.failure}: ${outcome.message}`;
  return `${outcome.response.status} ${JSON.stringify(outcome.response.headers)} ${Buffer.from(outcome.response.body).toString()}`;
}

test("a request goes out byte for byte as it is said, with host and the length of its body", async (t) => {
  const sent: string[] = [];
  const { url } = await rawServer(t, (request, socket) => {
    sent.push(request);
    socket.write("HTTP/1.1 204 No Content\r\n\r\n");
  });
  const transport = socketTransport(`${url}/base/`, patience);
  assert.equal(transport.baseUrl, `${url}/base`);
  await transport.send(get);
  await transport.send({ method: "POST", target: "/%zz", headers: [["Content-Length", "3"]], body: Buffer.from("abc") });
  await transport.send({ method: "PUT", target: "/", headers: [] });
  await transport.close();
  const host = url.slice("http://".length);
  assert.deepEqual(sent, [
    `GET /a?b=1 HTTP/1.1\r\nhost: ${host}\r\nX-One: 1\r\naccept: */*\r\n\r\n`,
    `POST /%zz HTTP/1.1\r\nhost: ${host}\r\nContent-Length: 3\r\n\r\nabc`,
    `PUT / HTTP/1.1\r\nhost: ${host}\r\ncontent-length: 0\r\n\r\n`,
  ]);
});

for (const { name, bytes, method, close, says } of [
  { name: "a body of the length that is said", bytes: "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-A:  b \r\n\r\nhi", says: '200 [["Content-Length","2"],["X-A","b"]] hi' },
  { name: "chunks with extensions and trailers", bytes: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;x=1\r\nhe\r\n3\r\nllo\r\n0\r\nX-T: 1\r\n\r\n", says: '200 [["Transfer-Encoding","chunked"]] hello' },
  { name: "a body that ends with the connection", bytes: "HTTP/1.1 200 OK\r\n\r\nto the end", close: true, says: "200 [] to the end" },
  { name: "interim answers before the answer", bytes: "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", says: '200 [["Content-Length","0"]] ' },
  { name: "a head alone after HEAD, whatever length it says", bytes: "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", method: "HEAD", says: '200 [["Content-Length","9"]] ' },
  { name: "bytes behind a 204, which are kept for the checks", bytes: "HTTP/1.1 204 No Content\r\n\r\noops", says: "204 [] oops" },
  { name: "no reason phrase", bytes: "HTTP/1.1 404\r\nContent-Length: 0\r\n\r\n", says: '404 [["Content-Length","0"]] ' },
]) {
  test(`it reads ${name}`, async (t) => {
    assert.equal(shown(await answerTo(t, bytes, { ...(method !== undefined && { method }), ...(close !== undefined && { close }) })), says);
  });
}

for (const { name, bytes, close, says } of [
  { name: "no HTTP at all", bytes: "hello there", says: /^malformed: it begins with "hello there"/ },
  { name: "a status line of another kind", bytes: "HTTP/1.1 OK\r\n\r\n", says: /^malformed: the status line/ },
  { name: "a header without a colon", bytes: "HTTP/1.1 200 OK\r\nbroken\r\n\r\n", says: /^malformed: a header is "broken"/ },
  { name: "a blank before the colon", bytes: "HTTP/1.1 200 OK\r\nA : b\r\n\r\n", says: /^malformed: a header has the name "A "/ },
  { name: "a folded header", bytes: "HTTP/1.1 200 OK\r\nA: b\r\n c\r\n\r\n", says: /^malformed: a header is folded/ },
  { name: "two lengths", bytes: "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", says: /^malformed: there are two different Content-Length/ },
  { name: "length and chunks", bytes: "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", says: /^malformed: there are both/ },
  { name: "more than the length", bytes: "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nabc", says: /^malformed: Content-Length is 1, and more/ },
  { name: "less than the length, and the end", bytes: "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc", close: true, says: /^malformed: Content-Length is 5, and the connection closes after 3/ },
  { name: "less than the length, and silence", bytes: "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc", says: /^malformed: it does not go on: 3 bytes/ },
  { name: "a chunk that is longer than it says", bytes: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n", says: /^malformed: a chunk is longer/ },
  { name: "a size that is no number", bytes: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", says: /^malformed: the size of a chunk is "zz"/ },
  { name: "nothing, and the end", bytes: "", close: true, says: /^closed: / },
]) {
  test(`it tells of ${name}`, async (t) => {
    assert.match(shown(await answerTo(t, bytes, { ...(close !== undefined && { close }) })), says);
  });
}

test("silence is a timeout, and nobody who listens a refusal", async (t) => {
  const { url } = await rawServer(t, () => {});
  const silent = socketTransport(url, { ...patience, answer: 50 });
  assert.match(shown(await silent.send(get)), /^timeout: /);
  await silent.close();
  const nobody = socketTransport("http://127.0.0.1:1", patience);
  assert.match(shown(await nobody.send(get)), /^refused: /);
});

test("a stream of events has no end: what came is the answer", async (t) => {
  const outcome = await answerTo(t, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: 1\n\n");
  assert.match(shown(outcome), /^200 .* data: 1/);
});

test("one connection serves many requests, and one that the server closed meanwhile is no failure", async (t) => {
  const { url, connections } = await rawServer(t, (_, socket, count) => {
    if (count === 2) return socket.destroy();
    socket.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
  });
  const transport = socketTransport(url, patience);
  for (let round = 0; round < 3; round++) assert.equal((await transport.send(get)).kind, "response");
  assert.equal(connections(), 2);
  await transport.close();
});

test("who is closed while an answer is waited for does not ask again", async (t) => {
  let waits: (() => void) | undefined;
  const { url, connections } = await rawServer(t, (_, socket, count) => {
    if (count === 0) socket.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    else waits?.();
  });
  const transport = socketTransport(url, { answer: 60_000, pause: 60_000 });
  assert.match(shown(await transport.send(get)), /^200 /);
  const asked = new Promise<void>((resolve) => void (waits = resolve));
  const waiting = transport.send(get);
  await asked;
  await transport.close();
  assert.match(shown(await waiting), /^closed: /);
  assert.match(shown(await transport.send(get)), /^refused: /);
  assert.equal(connections(), 1);
});

test("bytes that are no request are sent as they are, and the connection is closed behind them", async (t) => {
  const got: string[] = [];
  const { url } = await rawServer(t, (request, socket) => {
    got.push(request);
    socket.end("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  });
  const transport = socketTransport(url, patience);
  assert.match(shown(await (transport.sendBytes?.(Buffer.from("GET / HTTP/1.1\r\nhost : a\r\n\r\n")) ?? assert.fail())), /^400 /);
  assert.deepEqual(got, ["GET / HTTP/1.1\r\nhost : a\r\n\r\n"]);
});
