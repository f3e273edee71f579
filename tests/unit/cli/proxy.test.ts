import assert from "node:assert/strict";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { folderWith, run } from "./run-main.ts";

const document = `openapi: 3.1.1
info: { title: Pets, version: "1" }
paths:
  /pets/{id}:
    get:
      operationId: getPet
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        "200":
          description: One
          content: { application/json: { schema: { type: object, properties: { id: { type: integer } } } } }
        "404": { description: None }
  /toys:
    get: { responses: { "204": { description: None } } }
`;

/** A server that answers every request with this body, and its URL. */
async function serverOf(t: TestContext, body: string): Promise<string> {
  const server = createServer((_, response) => void response.writeHead(200, { "content-type": "application/json" }).end(body));
  t.after(() => (server.closeAllConnections(), server.close()));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  assert.ok(typeof address === "object" && address !== null);
  return `http://127.0.0.1:${address.port}`;
}

/** Runs a proxy, asks it for these paths, presses Ctrl-C when all that was printed says so, and gives what was said. */
async function proxied(t: TestContext, body: string, { paths, flags = [] }: { paths: readonly string[]; flags?: readonly string[] }): Promise<Awaited<ReturnType<typeof run>> & { folder: string }> {
  const folder = await folderWith(t, { "pets.yaml": document });
  const upstream = `${await serverOf(t, body)}/v1`;
  let press: () => void = () => undefined;
  const interrupted = new Promise<void>((resolve) => (press = resolve));
  let tellUrl: (url: string) => void = () => undefined;
  const url = new Promise<string>((resolve) => (tellUrl = resolve));
  const said = { out: "", err: "" };
  const ran = run(folder, ["proxy", "pets.yaml", "--upstream", upstream, "--port", "0", ...flags], {
    interrupted: () => interrupted,
    out: (text) => void (said.out += text),
    err: (text) => {
      said.err += text;
      const [, found] = /What goes to (\S+) goes/.exec(text) ?? [];
      if (found !== undefined) tellUrl(found);
    },
  });
  const at = await Promise.race([url, ran.then(() => assert.fail(said.err))]);
  for (const path of paths) assert.equal(await (await fetch(at + path, { headers: { authorization: "Bearer s3cret" } })).text(), body);
  press();
  const { exit } = await ran;
  return { exit, ...said, folder };
}

test("findings are printed as they come, each once, and what was covered at the end", async (t) => {
  const { exit, out, err } = await proxied(t, '{"id":"7"}', { paths: ["/pets/7", "/pets/8"] });
  assert.equal(exit, 1, err);
  assert.match(out, /^http:\/\/127\.0\.0\.1:\d+\/v1\npets\.yaml:11:\d+  error  invalid-response-body  GET \/pets\/\{id\}: 200: "\/id" of the body must be an integer\n/);
  assert.equal(out.match(/invalid-response-body/g)?.length, 1);
  assert.match(out, /curl .*-H 'authorization: Bearer '"\$AUTHORIZATION"/);
  assert.match(err, /GET \/pets\/\{id\}  2 requests  seen 200  not seen 404\nNever asked: GET \/toys\n2 requests to 1 of 2 operations in [\d.]+ s: 1 of 3 documented statuses seen/);
  assert.doesNotMatch(out + err, /s3cret/);
});

test("traffic that keeps the contract is clean, and the reports say so", async (t) => {
  const { exit, out, err, folder } = await proxied(t, '{"id":7}', { paths: ["/pets/7"], flags: ["--report", "junit=a.xml,html=a.html,json=a.json"] });
  assert.equal(exit, 0, out + err);
  assert.match(await readFile(join(folder, "a.xml"), "utf8"), /failures="0"/);
  assert.match(await readFile(join(folder, "a.html"), "utf8"), /Nothing was found/);
  assert.doesNotMatch(await readFile(join(folder, "a.json"), "utf8"), /s3cret/);
});

test("as JSON there is one report and nothing else on stdout; for GitHub there are annotations", async (t) => {
  const json = await proxied(t, "[]", { paths: ["/pets/7"], flags: ["--format", "json"] });
  const report: unknown = JSON.parse(json.out);
  assert.ok(typeof report === "object" && report !== null && "findings" in report && Array.isArray(report.findings));
  assert.equal(report.findings.length, 1);
  const github = await proxied(t, "[]", { paths: ["/pets/7"], flags: ["--format", "github"] });
  assert.match(github.out, /\n::error file=pets\.yaml,line=11,/);
});

test("where nothing passes, or nothing can, the command line was wrong", async (t) => {
  const { exit, err } = await proxied(t, "{}", { paths: [] });
  assert.match(err, /Nothing was checked: nothing has passed by\./);
  assert.equal(exit, 2);
  const folder = await folderWith(t, { "pets.yaml": document, "bad.yaml": "openapi: 3.1.1\ninfo: [\n" });
  for (const [argv, message] of [
    [["pets.yaml"], /Which server\?/],
    [["pets.yaml", "--upstream", "localhost:80"], /--upstream takes a whole http\(s\) URL/],
    [["pets.yaml", "--upstream", "http://localhost", "--port", "70000"], /--port takes a number/],
    [["pets.yaml", "--upstream", "http://localhost", "--report", "pdf=a"], /--report takes/],
  ] as const) {
    const refused = await run(folder, ["proxy", ...argv]);
    assert.match(refused.err, message);
    assert.equal(refused.exit, 2);
  }
  const broken = await run(folder, ["proxy", "bad.yaml", "--upstream", "http://localhost"]);
  assert.match(broken.err, /bad\.yaml:\d+:\d+ +error +syntax/);
  assert.equal(broken.exit, 1);
});

test("a port that is taken is said to be", async (t) => {
  const url = await serverOf(t, "{}");
  const folder = await folderWith(t, { "pets.yaml": document });
  const { exit, err } = await run(folder, ["proxy", "pets.yaml", "--upstream", url, "--port", new URL(url).port]);
  assert.match(err, /Port \d+ is in use/);
  assert.equal(exit, 2);
});
