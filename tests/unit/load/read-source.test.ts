import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { readSource } from "../../../generator/load/read-source.ts";
import { didYouMean } from "../../../generator/load/suggest.ts";

let folder = "";
let server: Server;
let origin = "";

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "read-source-"));
  server = createServer((request, response) => {
    switch (request.url) {
      case "/api.yaml": response.end("openapi: 3.1.0 # é"); break;
      case "/moved": response.writeHead(302, { location: "/api.yaml" }).end(); break;
      case "/locked": response.writeHead(401).end(); break;
      default: response.writeHead(404).end("nothing");
    }
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  assert.ok(typeof address === "object" && address !== null);
  origin = `http://127.0.0.1:${address.port}`;
});

after(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

async function write(name: string, bytes: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

async function complaint(uri: string): Promise<string> {
  const { source, diagnostics } = await readSource(uri);
  assert.equal(source, undefined);
  const [only] = diagnostics;
  assert.ok(only && "line" in only.at && diagnostics.length === 1);
  assert.equal(only.code, "unreadable");
  return `${only.at.line}:${only.at.column} ${only.message}`;
}

test("a file is read as UTF-8, without its byte order mark", async () => {
  const path = await write("utf-8.yaml", "\uFEFFa: é€😀");
  assert.deepEqual(await readSource(path), { source: { uri: path, text: "a: é€😀" }, diagnostics: [] });
});

test("a byte order mark tells UTF-16", async () => {
  const little = await write("little.json", Buffer.from("\uFEFF{\"a\": \"é\"}", "utf16le"));
  const big = await write("big.json", Buffer.from("\uFEFF{\"a\": \"é\"}", "utf16le").swap16());
  assert.equal((await readSource(little)).source?.text, '{"a": "é"}');
  assert.equal((await readSource(big)).source?.text, '{"a": "é"}');
});

test("bytes that are not UTF-8 are an error with its place", async () => {
  const path = await write("latin1.yaml", Buffer.from("a: \u00e9\u00e9\n", "latin1"));
  assert.equal(await complaint(path), "1:4 The text is not UTF-8.");
  const later = await write("later.yaml", Buffer.concat([Buffer.from("a: é \uFFFD\nbc: "), Buffer.from([0xff])]));
  assert.equal(await complaint(later), "2:5 The text is not UTF-8.");
});

test("a missing file names its neighbour", async () => {
  const path = await write("openapi.yaml", "");
  assert.equal(await complaint(join(folder, "openapy.yml")), `1:1 No file ${join(folder, "openapy.yml")}. Did you mean ${JSON.stringify(path)}?`);
  assert.equal(await complaint(join(folder, "x")), `1:1 No file ${join(folder, "x")}.`);
  assert.equal(await complaint(join(folder, "no", "x.yaml")), `1:1 No folder ${join(folder, "no")}.`);
  assert.equal(await complaint(folder), `1:1 ${folder} is a folder, not a file.`);
});

test("a URL is fetched, through redirects", async () => {
  assert.equal((await readSource(`${origin}/api.yaml`)).source?.text, "openapi: 3.1.0 # é");
  const moved = await readSource(`${origin}/moved`);
  assert.deepEqual(moved.source, { uri: `${origin}/moved`, text: "openapi: 3.1.0 # é" });
});

test("a URL that gives nothing says why", async () => {
  assert.equal(await complaint(`${origin}/nowhere`), `1:1 ${origin}/nowhere answers 404 Not Found.`);
  assert.equal(await complaint(`${origin}/locked`), `1:1 ${origin}/locked answers 401 Unauthorized.`);
  const closed = createServer();
  await new Promise<void>((resolve) => void closed.listen(0, "127.0.0.1", resolve));
  const address = closed.address();
  assert.ok(typeof address === "object" && address !== null);
  await new Promise((resolve) => closed.close(resolve));
  const url = `http://127.0.0.1:${address.port}/`;
  assert.equal(await complaint(url), `1:1 Cannot fetch ${url}: nothing listens there.`);
});

test("- is the standard input", async () => {
  assert.deepEqual(await readSource("-", async () => "a: 1"), { source: { uri: "-", text: "a: 1" }, diagnostics: [] });
});

test("the nearest name is suggested, and none where all are far", () => {
  assert.equal(didYouMean("ApiKeyy", ["User", "ApiKey", "ApiKeys"]), "ApiKey");
  assert.equal(didYouMean("genreate", ["lint", "generate"]), "generate");
  assert.equal(didYouMean("apikey", ["ApiKey", "apikeys"]), "ApiKey");
  assert.equal(didYouMean("xyz", ["lint", "generate"]), undefined);
  assert.equal(didYouMean("ab", ["cd", "ab"]), undefined);
  assert.equal(didYouMean("a".repeat(100_000), ["a".repeat(100_001)]), undefined);
});
