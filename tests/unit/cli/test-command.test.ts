import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { folderWith, run } from "./run-main.ts";

const document = `openapi: 3.1.1
info: { title: Pets, version: "1" }
paths:
  /pets:
    get:
      operationId: listPets
      security: [{ token: [] }, {}]
      parameters:
        - { name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 9 } }
      responses:
        "200":
          description: All
          content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: integer } } } } }
        "400": { description: No }
        "401": { description: Who }
components:
  securitySchemes:
    token: { type: http, scheme: bearer }
`;

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

async function serverOf(t: TestContext, listener: Listener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
}

/** A server that gives pets with this id; a limit that is not in bounds is refused. */
function pets(id: unknown): Listener {
  return ({ url = "/" }, response) => {
    const limit = new URL(url, "http://a").searchParams.get("limit");
    if (limit !== null && !/^[1-9]$/.test(limit)) return void response.writeHead(400).end();
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ id }));
  };
}

const phases = ["--phase", "examples,coverage,fuzz", "--phase", "negative"];

test("a server that follows the document is clean, and what was tested is said", async (t) => {
  const folder = await folderWith(t, { "a.yaml": document });
  const url = await serverOf(t, pets(1));
  const { exit, out, err } = await run(folder, ["test", "a.yaml", "--url", url, ...phases]);
  assert.deepEqual([exit, out], [0, ""]);
  assert.match(err, /requests to 1 of 1 operations in .* seed 1: 2 of 3 documented statuses seen, 1 of 1 parameters and their values sent, 3 of 3 rules of requests broken$/m);
});

test("a server that does not is told with place, reason and a line to paste, and exits with 1", async (t) => {
  const folder = await folderWith(t, { "a.yaml": document });
  const url = await serverOf(t, pets("one"));
  const { exit, out } = await run(folder, ["test", "a.yaml", "--url", `${url}/`, ...phases]);
  assert.equal(exit, 1);
  assert.match(out, /^a\.yaml:13:\d+ {2}error {2}invalid-response-body {2}GET \/pets: 200: "\/id" of the body must be an integer\n/);
  assert.match(out, new RegExp(`curl -isg --path-as-is -H 'accept: application/json' ${url}/pets\n`));
  assert.match(out, /came: 200 application\/json \{"id":"one"\}/);
});

test("a base URL under which nothing is is a mistake of the command line, and not a clean server", async (t) => {
  const other = `${document.replaceAll('"400": { description: No }', '"404": { description: No }')}servers: [{ url: /v1 }]\n`;
  const folder = await folderWith(t, { "a.yaml": other });
  const url = await serverOf(t, (_, response) => void response.writeHead(404).end());
  const { exit, err } = await run(folder, ["test", "a.yaml", "--url", url, "--phase", "examples,coverage"]);
  assert.equal(exit, 2);
  assert.match(err, /every operation is answered with 404\. --url is what stands before every path; the document's own server has \/v1/);
  const item = await folderWith(t, { "a.yaml": other.replace("/pets:", "/pets/{id}:") });
  assert.equal((await run(item, ["test", "a.yaml", "--url", url, "--phase", "examples,coverage"])).exit, 0);
});

test("a server that lets nobody in was not tested, and is not clean", async (t) => {
  const folder = await folderWith(t, { "a.yaml": document });
  const url = await serverOf(t, (_, response) => void response.writeHead(401, { "www-authenticate": "Bearer" }).end());
  const { exit, err } = await run(folder, ["test", "a.yaml", "--url", url, ...phases]);
  assert.equal(exit, 2);
  assert.match(err, /0 of 3 rules of requests broken/);
  assert.match(err, /Nothing was tested: every request was refused for its credentials\.\s+Give some that are good: --auth token=…/);
});

test("operations that the document has on another server are left out, unless they are asked for", async (t) => {
  const other = document.replace("components:", `  /uploads:
    servers: [{ url: "https://uploads.example.com" }]
    get: { operationId: listUploads, responses: { "200": { description: All } } }
  /same:
    servers: [{ url: "https://api.example.com/" }]
    get: { operationId: same, responses: { "200": { description: All } } }
servers: [{ url: "https://{name}.example.com", variables: { name: { default: api } } }]
components:`);
  const folder = await folderWith(t, { "a.yaml": other });
  const url = await serverOf(t, pets(1));
  const { err } = await run(folder, ["test", "a.yaml", "--url", url, "--phase", "examples"]);
  assert.match(err, /GET \/uploads was left out: the document has it at https:\/\/uploads\.example\.com/);
  assert.match(err, /requests to 2 of 2 operations/);
  const asked = await run(folder, ["test", "a.yaml", "--url", url, "--phase", "examples", "--operation", "listUploads"]);
  assert.match(asked.err, /requests to 1 of 1 operations/);
});

test("reports are written where they are asked for, and findings are JSON or annotations where that is asked for", async (t) => {
  const folder = await folderWith(t, { "a.yaml": document });
  const url = await serverOf(t, pets("one"));
  const { out } = await run(folder, ["test", "a.yaml", "--url", url, ...phases, "--format", "json", "--report", "junit=out/j.xml,html=out/h.html", "--report", "json=out/r.json"]);
  assert.deepEqual((await readdir(join(folder, "out"))).sort(), ["h.html", "j.xml", "r.json"]);
  const shown: unknown = JSON.parse(out);
  assert.ok(typeof shown === "object" && shown !== null && "findings" in shown && Array.isArray(shown.findings));
  assert.equal(shown.findings.length, 1);
  const github = await run(folder, ["test", "a.yaml", "--url", url, ...phases, "--format", "github"]);
  assert.match(github.out, /^::error file=a\.yaml,line=13,col=\d+,title=invalid-response-body::GET \/pets/);
});

test("what failed is kept, without credentials, and sent first", async (t) => {
  const folder = await folderWith(t, { "a.yaml": document });
  const got: (string | undefined)[] = [];
  const url = await serverOf(t, (request, response) => {
    got.push(`${request.url} ${request.headers.authorization}`);
    pets(request.url?.includes("limit=9") ? "nine" : 1)(request, response);
  });
  const env = { SPECWRIGHT_AUTH_TOKEN: "t0ps3cret" };
  const first = await run(folder, ["test", "a.yaml", "--url", url, ...phases, "--save", "kept"], { env });
  assert.equal(first.exit, 1);
  assert.match(first.out, /-H 'authorization: Bearer '"\$SPECWRIGHT_AUTH_TOKEN"/);
  const [name = "", ...others] = await readdir(join(folder, "kept"));
  assert.match(name, /^invalid-response-body-[\da-f]{12}\.json$/);
  assert.deepEqual(others, []);
  assert.doesNotMatch(await readFile(join(folder, "kept", name), "utf8") + first.out, /t0ps3cret/);
  got.length = 0;
  const again = await run(folder, ["test", "a.yaml", "--url", url, ...phases, "--save", "kept", "--max-requests", "1"], { env });
  assert.deepEqual([again.exit, got], [1, ["/pets?limit=9 Bearer t0ps3cret"]]);
  assert.deepEqual(await readdir(join(folder, "kept")), [name]);
});

test("a key that is encoded in a query is in no report and in no file, and is sent again as it was", async (t) => {
  const other = document.replace("{ type: http, scheme: bearer }", "{ type: apiKey, in: query, name: key }");
  const folder = await folderWith(t, { "a.yaml": other });
  const got: (string | undefined)[] = [];
  const url = await serverOf(t, (request, response) => {
    got.push(request.url);
    pets("one")(request, response);
  });
  const env = { SPECWRIGHT_AUTH_TOKEN: "t0p/s3cr+t" };
  const arguments_ = ["test", "a.yaml", "--url", url, "--phase", "examples", "--save", "kept"];
  const { out } = await run(folder, [...arguments_, "--report", "json=a.json"], { env });
  const [name = ""] = await readdir(join(folder, "kept"));
  const files = await Promise.all(["a.json", join("kept", name)].map((each) => readFile(join(folder, each), "utf8")));
  assert.doesNotMatch(files.join("") + out, /s3cr/);
  assert.match(out, /key='"\$\(printf %s "\$SPECWRIGHT_AUTH_TOKEN" \| jq -sRr @uri\)"/);
  const [first] = got.splice(0);
  await run(folder, [...arguments_, "--max-requests", "1"], { env });
  assert.deepEqual(got, [first]);
  assert.match(String(first), /key=t0p%2Fs3cr%2Bt/);
});

test("hooks of a module are called, and can leave an operation out", async (t) => {
  const folder = await folderWith(t, { "a.yaml": document, "hooks.mjs": 'export const before = (request) => ({ ...request, headers: [...request.headers, ["x-hook", "1"]] });\nexport const skip = () => undefined;\n' });
  const got = new Set<string | undefined>();
  const url = await serverOf(t, (request, response) => {
    got.add(String(request.headers["x-hook"]));
    pets(1)(request, response);
  });
  assert.equal((await run(folder, ["test", "a.yaml", "--url", url, ...phases, "--hooks", "hooks.mjs"])).exit, 0);
  assert.deepEqual([...got], ["1"]);
});

test("Ctrl-C prints what was found so far", async (t) => {
  const folder = await folderWith(t, { "a.yaml": document });
  let press = () => {};
  const pressed = new Promise<void>((resolve) => (press = resolve));
  let asked = 0;
  const url = await serverOf(t, (request, response) => {
    if (++asked === 5) press();
    pets("one")(request, response);
  });
  const { exit, out, err } = await run(folder, ["test", "a.yaml", "--url", url, "--rate", "20"], { interrupted: () => pressed });
  assert.equal(exit, 1);
  assert.match(out, /invalid-response-body/);
  assert.match(err, /ended early: interrupted/);
});

test("a router of a module is tested without a socket", async (t) => {
  const answer = '{ status: request.url.includes("limit") ? 400 : 200, headers: { "content-type": "application/json" }, body: JSON.stringify({ id: "x" }) }';
  const folder = await folderWith(t, { "a.yaml": document, "router.mjs": `export default { handle: (request) => (${answer}), has: () => true, ready: async () => {} };` });
  const { exit, out } = await run(folder, ["test", "a.yaml", "--server", "router.mjs", "--phase", "examples"]);
  assert.equal(exit, 1);
  assert.match(out, /"\/id" of the body must be an integer/);
});

test("the mock of a document is clean", async (t) => {
  const folder = await folderWith(t, { "a.yaml": document });
  const { exit, out } = await run(folder, ["test", "a.yaml", "--mock", ...phases]);
  assert.deepEqual([exit, out], [0, ""]);
});

for (const { says, argv } of [
  { says: /Which server\?/, argv: [] },
  { says: /Which server\?/, argv: ["--mock", "--url", "http://127.0.0.1:1"] },
  { says: /whole http\(s\) URL/, argv: ["--url", "127.0.0.1:1"] },
  { says: /Nobody answers at http:\/\/127\.0\.0\.1:1/, argv: ["--url", "http://127.0.0.1:1"] },
  { says: /https:\/\/pets\.example is not on this machine, and the phases protocol and stateful may change its data\.\nSay --yes-change-data/, argv: ["--url", "https://pets.example"] },
  { says: /There is no phase "exampels"\. Did you mean "examples"\?/, argv: ["--mock", "--phase", "exampels"] },
  { says: /No operation "listPet"\. Did you mean "listPets"\?/, argv: ["--mock", "--operation", "listPet"] },
  { says: /--seed takes a number/, argv: ["--mock", "--seed", "x"] },
  { says: /--rate takes a number above 0/, argv: ["--mock", "--rate", "0"] },
  { says: /--header takes a name and a value/, argv: ["--mock", "--header", "oops"] },
  { says: /security scheme "tokens"\. Did you mean "token"\?/, argv: ["--mock", "--auth", "tokens=1"] },
  { says: /--auth takes a scheme and a credential/, argv: ["--mock", "--auth", "token"] },
  { says: /--report takes junit=FILE/, argv: ["--mock", "--report", "pdf=a"] },
  { says: /--server none\.mjs cannot be loaded/, argv: ["--server", "none.mjs"] },
  { says: /--server a\.mjs exports no router/, argv: ["--server", "a.mjs"] },
  { says: /--hooks a\.mjs exports no hooks/, argv: ["--mock", "--hooks", "a.mjs"] },
  { says: /is no case that was kept/, argv: ["--mock", "--save", "kept"] },
]) {
  test(`wrong usage is told, and exits with 2: ${argv.join(" ") || "no server"}`, async (t) => {
    const folder = await folderWith(t, { "a.yaml": document, "a.mjs": "export const other = 1;", "kept/a.json": "{}" });
    const { exit, err } = await run(folder, ["test", "a.yaml", ...argv]);
    assert.equal(exit, 2);
    assert.match(err, says);
  });
}
