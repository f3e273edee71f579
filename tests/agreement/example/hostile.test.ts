import assert from "node:assert/strict";
import { connect, type Socket } from "node:net";
import { test } from "node:test";
import { sampleCluster } from "../../../spec/example/sample-data.ts";
import { credentials, pathOf } from "./ask.ts";
import { assertDocumented, parseAnswer, type Answer } from "./contract.ts";
import { startExample } from "./start-example.ts";

// What no client of good will sends, as bytes over real connections. After each the example must be as well as before.
const { port, url, connections } = startExample(sampleCluster());
const authorization = `Authorization: ${credentials.elastic}`;

const lines: [what: string, request: string, status: number][] = [
  ["a percent sign alone", head(`POST ${pathOf("100%")}`), 400],
  ["bytes that are no UTF-8", head(`POST ${pathOf("%c0%80")}`), 400],
  ["a NUL", head(`POST ${pathOf("a%00")}`), 200],
  ["a line break in an id", head(`POST ${pathOf("a%0d%0aX-Evil:1")}`), 200],
  ["a path that goes up", head(`POST ${pathOf("..")}`), 400],
  ["a path that goes up, encoded", head(`POST ${pathOf("%2e%2e")}`), 400],
  ["double slashes", head(`POST /${pathOf("a")}`), 400],
  ["a matrix parameter", head(`POST ${pathOf("a")};x=1`), 400],
  ["a URL in absolute form", head(`POST http://elsewhere${pathOf("a")}`), 200],
  ["names that objects inherit, as a path", head("POST /__proto__/constructor"), 400],
  ["names that objects inherit, as parameters", head(`POST ${pathOf("a")}?__proto__=1&constructor[prototype]=2`), 400],
  ["a thousand parameters", head(`POST ${pathOf("a")}?${"x=1&".repeat(1000)}`), 400],
  ["a thousand ids", head(`POST ${pathOf(`${"a,".repeat(1000)}a`)}`), 200],
  ["a thousand filter paths", head(`POST ${pathOf("a")}?filter_path=${"**.a*a*a*b,".repeat(600)}z`), 200],
  ["two lines of X-Opaque-Id", head(`POST ${pathOf("a")}`, "X-Opaque-Id: a", "X-Opaque-Id: b"), 200],
  ["a thousand headers", head(`POST ${pathOf("a")}`, ...Array.from({ length: 1000 }, (_, index) => `X-${index}: y`)), 200],
  ["an Accept of a thousand ranges", head(`POST ${pathOf("a")}`, `Accept: ${"a/b;q=0.1,".repeat(1000)}*/*`), 200],
  ["a method that is not for here", head(`DELETE ${pathOf("a")}`), 405],
];

for (const [what, request, status] of lines) {
  test(`${what} is a ${status}`, async () => {
    const answer = await talk(request);
    assert.equal(answer.status, status);
    if (!what.includes("filter")) assertDocumented(answer);
    assert.equal(answer.headers["x-evil"], undefined);
    await isWell();
  });
}

test("an overlong URL and a flood of headers are Node's 431", async () => {
  for (const request of [head(`POST ${pathOf("a".repeat(100_000))}`), head(`POST ${pathOf("a")}`, ...Array.from({ length: 20_000 }, (_, index) => `X-${index}: y`))]) {
    assert.match(await bytes(request), /^HTTP\/1\.1 431 /);
  }
  await isWell();
});

test("a method that HTTP does not know is Node's 400", async () => {
  assert.match(await bytes(head(`BREW ${pathOf("a")}`)), /^HTTP\/1\.1 400 /);
  assert.match(await bytes("nonsense\r\n\r\n"), /^HTTP\/1\.1 400 /);
  await isWell();
});

test("a body of ten megabytes is refused, announced or not, and not read to its end", async () => {
  const megabyte = "x".repeat(1_000_000);
  const announced = await bytes(`${head(`POST ${pathOf("a")}`, "Content-Type: application/json", "Content-Length: 10000000")}${megabyte.repeat(10)}`);
  assert.match(announced, /^HTTP\/1\.1 (400|413) /);
  const chunk = `${megabyte.length.toString(16)}\r\n${megabyte}\r\n`;
  const chunked = await bytes(`${head(`POST ${pathOf("a")}`, "Content-Type: application/json", "Transfer-Encoding: chunked")}${chunk.repeat(10)}0\r\n\r\n`);
  assert.match(chunked, /^HTTP\/1\.1 (400|413) /);
  await isWell();
});

test("JSON of any depth, and JSON that means harm, is a body that nobody asked for", async () => {
  for (const body of ["[".repeat(500_000), '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}', "{", "\u0000", ""]) {
    const answer = await talk(`${head(`POST ${pathOf("a")}`, "Content-Type: application/json", `Content-Length: ${body.length}`)}${body}`);
    assert.equal(answer.status, body === "" ? 200 : 400);
    assertDocumented(answer);
  }
  assert.equal("polluted" in {}, false);
  await isWell();
});

test("requests that are sent at once are answered in their order", async () => {
  const [good, unknown] = [requestOf(`POST ${pathOf("a")}`, "X-Opaque-Id: 1"), requestOf("POST /nowhere", "X-Opaque-Id: 2")];
  const answers = await bytes(good + unknown + good + head(`GET ${pathOf("a")}`, "X-Opaque-Id: 4"));
  assert.deepEqual([...answers.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status), ["200", "400", "200", "405"]);
  assert.deepEqual([...answers.matchAll(/x-opaque-id: (\d)/gi)].map(([, id]) => id), ["1", "2", "1", "4"]);
  await isWell();
});

test("clients that stop in the middle, or are slow, leave nothing behind", async () => {
  const before = await connections();
  const stopped = await Promise.all(Array.from({ length: 50 }, async (_, index) => {
    const socket = await opened();
    socket.write(head(`POST ${pathOf("a")}`, "Content-Length: 1000000").slice(0, 20 + index * 5));
    return socket;
  }));
  const uploads = await Promise.all(Array.from({ length: 50 }, async () => {
    const socket = await opened();
    socket.write(`${head(`POST ${pathOf("a")}`, "Content-Type: application/json", "Content-Length: 1000000")}{`);
    return socket;
  }));
  await isWell();
  for (const socket of [...stopped, ...uploads]) socket.destroy();
  await until(async () => (await connections()) <= before + 1);
  await isWell();
});

test("a request that comes byte by byte is answered like any other", async () => {
  const socket = await opened();
  const answer = received(socket);
  for (const character of head(`POST ${pathOf("a")}`)) {
    socket.write(character);
    await new Promise((resolve) => setImmediate(resolve));
  }
  assert.match(await answer, /^HTTP\/1\.1 200 /);
});

/** A request that is the last of its connection. */
function head(line: string, ...headers: string[]): string {
  return requestOf(line, "Connection: close", ...headers);
}

function requestOf(line: string, ...headers: string[]): string {
  return [`${line} HTTP/1.1`, "Host: localhost", authorization, ...headers, "", ""].join("\r\n");
}

async function talk(request: string): Promise<Answer> {
  const answer = await bytes(request);
  const [top = "", body = ""] = answer.split("\r\n\r\n");
  const [first = "", ...fields] = top.split("\r\n");
  const headers = fields.map((field) => [field.slice(0, field.indexOf(":")).toLowerCase(), field.slice(field.indexOf(":") + 2)] as const);
  return parseAnswer(Number(first.split(" ")[1]), headers, body);
}

async function bytes(request: string): Promise<string> {
  const socket = await opened();
  const answer = received(socket);
  socket.write(request);
  return answer;
}

function opened(): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port(), "127.0.0.1", () => resolve(socket));
    socket.on("error", reject);
  });
}

/** All that comes, until the connection closes in whatever way. */
function received(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    socket.setEncoding("utf8").on("data", (chunk) => void (text += chunk));
    socket.on("error", () => undefined).on("close", () => resolve(text));
  });
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5));
}

async function isWell(): Promise<void> {
  const response = await fetch(url() + pathOf("a"), { method: "POST", headers: { authorization: credentials.elastic } });
  assertDocumented(parseAnswer(response.status, response.headers, await response.text()));
  assert.equal(response.status, 200);
}
