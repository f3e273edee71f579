import assert from "node:assert/strict";
import { createServer } from "node:http";
import { once } from "node:events";
import { test, type TestContext } from "node:test";
import { assertResponse, type ContractTester, loadContract, matchers } from "../../../../generator/index.ts";
import { folderWith } from "../../cli/run-main.ts";

const document = `openapi: 3.1.1
info: { title: Pets, version: "1" }
paths:
  /pets/{id}:
    get:
      operationId: getPet
      parameters:
        - { name: id, in: path, required: true, schema: { type: integer } }
        - { name: fields, in: query, schema: { type: string }, x-partial-response: true }
      responses:
        "200":
          description: One
          headers: { X-Version: { required: true, schema: { type: integer } } }
          content:
            application/json:
              schema: { type: object, required: [id], properties: { id: { type: integer } } }
          x-rules:
            - { rule: body.id == request.path.id, message: the id is the one that was asked for }
        "204": { description: None }
`;
const good = { status: 200, headers: { "Content-Type": "application/json", "X-Version": "3" }, body: '{"id":7}' };

async function contractIn(t: TestContext, text = document): Promise<ContractTester> {
  return loadContract("pets.yaml", { cwd: await folderWith(t, { "pets.yaml": text }) });
}

async function codes(contract: ContractTester, ...given: Parameters<ContractTester["checkResponse"]> extends [string, ...infer Rest] ? Rest : never): Promise<string[]> {
  return (await contract.checkResponse("getPet", ...given)).map(({ code }) => code);
}

test("a response that keeps the contract has no findings, however it is given", async (t) => {
  const contract = await contractIn(t);
  const { status, headers, body } = good;
  assert.deepEqual(await codes(contract, good), []);
  assert.deepEqual(await codes(contract, { status, headers, body: { id: 7 } }), []);
  assert.deepEqual(await codes(contract, { status, headers: Object.entries(headers), body: Buffer.from(body) }), []);
  assert.deepEqual(await codes(contract, { statusCode: status, headers: { "content-type": ["application/json"], "x-version": 3 }, body: {}, text: body }), []);
  assert.deepEqual(await codes(contract, new Response(body, { status, headers })), []);
  assert.deepEqual(await codes(contract, { status: 204, headers: {}, body: {}, text: "" }), []);
});

test("what is wrong is said with the place in the document and the reason", async (t) => {
  const contract = await contractIn(t);
  const [first, ...others] = await contract.checkResponse("GET /pets/{id}", { ...good, body: '{"id":"7"}' });
  assert.deepEqual(others, []);
  assert.ok(first);
  const { file, ...rest } = first;
  assert.match(file, /pets\.yaml$/);
  assert.deepEqual(rest, {
    code: "invalid-response-body", severity: "error", operation: "GET /pets/{id}", message: '200: "/id" of the body must be an integer', because: "The document's schema says so: type", line: 16, column: 69,
  });
});

test("status, headers, content type and how a body is written are checked, too", async (t) => {
  const contract = await contractIn(t);
  assert.deepEqual(await codes(contract, { ...good, status: 418 }), ["undocumented-status"]);
  assert.deepEqual(await codes(contract, { ...good, headers: { "content-type": "application/json" } }), ["missing-response-header"]);
  assert.deepEqual(await codes(contract, { ...good, headers: { "content-type": "text/html", "x-version": "3" } }), ["undocumented-content-type"]);
  assert.deepEqual(await codes(contract, { ...good, body: '{"id":7,"id":7}' }), ["invalid-response-body"]);
  assert.deepEqual(await codes(contract, { status: 204, body: "x" }), ["unexpected-body"]);
});

test("what depends on a request is judged only where that is known", async (t) => {
  const contract = await contractIn(t);
  assert.deepEqual(await codes(contract, { status: 304 }), []);
  assert.deepEqual(await codes(contract, { status: 304 }, { url: "/pets/7" }), ["undocumented-status"]);
  assert.deepEqual(await codes(contract, { status: 304 }, { url: "/pets/7", headers: { "If-None-Match": '"a"' } }), []);
  assert.deepEqual(await codes(contract, good, { url: "http://localhost/v1/pets/7" }), []);
  assert.deepEqual(await codes(contract, good, { url: "http://localhost/v1/pets/8" }), ["broken-rule"]);
  assert.deepEqual(await codes(contract, { ...good, body: "{}" }), ["invalid-response-body"]);
  assert.deepEqual(await codes(contract, { ...good, body: "{}" }, { url: "/pets/7?fields=name" }), []);
});

test("a response of fetch is judged by what it was asked, stays readable, and is decoded already", async (t) => {
  const contract = await contractIn(t);
  const server = createServer((request, response) => {
    response.writeHead(200, { ...good.headers, "content-encoding": "gzip" });
    import("node:zlib").then(({ gzipSync }) => response.end(gzipSync(request.url?.includes("fields") ? "{}" : good.body)));
  });
  t.after(() => server.close());
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  assert.ok(typeof address === "object" && address !== null);
  for (const query of ["", "?fields=name"]) {
    const response: Response = await fetch(`http://127.0.0.1:${address.port}/pets/7${query}`);
    assert.deepEqual(await codes(contract, response), []);
    await response.text();
    await assert.rejects(codes(contract, response), /has been read already/);
  }
});

test("the matcher passes and fails with the findings, and assertResponse rejects with them", async (t) => {
  const contract = await contractIn(t);
  const kept = await matchers.toSatisfyContract(good, contract, "getPet");
  assert.equal(kept.pass, true);
  assert.match(kept.message(), /was expected not to/);
  const broken = await matchers.toSatisfyContract({ ...good, body: "[]" }, contract, "getPet");
  assert.equal(broken.pass, false);
  assert.match(broken.message(), /breaks the contract of getPet:\nerror invalid-response-body  GET \/pets\/\{id\}: 200: the body must be an object\n  The document's schema says so: type\n  .*pets\.yaml:16:15$/);
  await assertResponse(contract, "getPet", good);
  await assert.rejects(assertResponse(contract, "getPet", { ...good, body: "[]" }), { name: "AssertionError", message: broken.message() });
});

test("an operation that is not there, a response that is none, and a document that is broken are refused", async (t) => {
  const contract = await contractIn(t);
  await assert.rejects(contract.checkResponse("getPett", good), /^RangeError: No operation "getPett"\. Did you mean "getPet"\?/);
  await assert.rejects(contract.checkResponse("getPet", { status: Number.NaN }), /no status/);
  await assert.rejects(contractIn(t, "openapi: 3.1.1\ninfo: [\n"), /pets\.yaml cannot be a contract:\n.*pets\.yaml:\d+:\d+ syntax: /);
  await assert.rejects(loadContract("nowhere.yaml", { cwd: "/" }), /nowhere\.yaml:1:1 unreadable/);
});
