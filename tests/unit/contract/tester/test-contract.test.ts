import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json, JsonObject } from "../../../../generator/json.ts";
import { loadDocument } from "../../../../generator/load/load-document.ts";
import type { Document } from "../../../../generator/load/document.ts";
import type { Api } from "../../../../generator/model/api.ts";
import { buildApi } from "../../../../generator/model/build-api.ts";
import { HookFailure } from "../../../../generator/contract/tester/hook-failure.ts";
import type { Outcome, Transport, WireRequest } from "../../../../generator/contract/tester/exchange.ts";
import { testSummary } from "../../../../generator/contract/tester/report/test-summary.ts";
import { savedCaseOf } from "../../../../generator/contract/tester/saved-case.ts";
import { testContract } from "../../../../generator/contract/tester/test-contract.ts";
import type { TestOptions } from "../../../../generator/contract/tester/test-options.ts";
import type { TestReport } from "../../../../generator/contract/tester/test-report.ts";
import { seeds } from "../../../support/seeds.ts";

const schema = { type: "object", required: ["id"], properties: { id: { type: "integer" } } };
const answer = { description: "", content: { "application/json": { schema } } };
const paths: { [path: string]: { [method: string]: JsonObject } } = {
  "/pets": {
    get: {
      operationId: "listPets",
      parameters: [
        { name: "limit", in: "query", schema: { type: "integer", minimum: 1, maximum: 100 } },
        { name: "sort", in: "query", schema: { enum: ["name", "age"] } },
      ],
      responses: { "200": answer, "400": answer },
    },
    post: {
      operationId: "createPet",
      requestBody: { required: true, content: { "application/json": { schema: { type: "object", required: ["name"], properties: { name: { type: "string", minLength: 1 }, age: { type: "integer" }, tags: { type: "array", items: { type: "string" } } } } } } },
      responses: { "201": answer, "400": answer },
    },
  },
};

const { document, api } = await load(paths);

async function load(described: unknown): Promise<{ document: Document; api: Api }> {
  const loaded = await loadDocument("-", { cwd: ".", stdin: async () => JSON.stringify({ openapi: "3.1.1", info: { title: "t", version: "1" }, paths: described }) });
  assert.ok(loaded.document);
  return { document: loaded.document, api: buildApi(loaded.document).api };
}

function reply(status: number, body: Json = { id: 1 }): Outcome {
  return { kind: "response", response: { status, headers: [["content-type", "application/json"]], body: Buffer.from(JSON.stringify(body)), milliseconds: 1 } };
}

/** A correct server of the document, by hand. */
function correct({ method, target, body }: WireRequest): Outcome {
  if (method === "POST") return reply(isPet(body) ? 201 : 400);
  const query = new URLSearchParams(target.split("?")[1]);
  const [limit, sort] = [query.get("limit"), query.get("sort")];
  const isGood = (limit === null || (/^-?\d+$/.test(limit) && Number(limit) >= 1 && Number(limit) <= 100)) && (sort === null || sort === "name" || sort === "age");
  return reply(isGood ? 200 : 400);
}

function isPet(body: Uint8Array | undefined): boolean {
  const pet: unknown = JSON.parse(Buffer.from(body ?? []).toString() || "null");
  if (typeof pet !== "object" || pet === null || !("name" in pet) || typeof pet.name !== "string" || pet.name === "") return false;
  if ("age" in pet && !Number.isInteger(pet.age)) return false;
  return !("tags" in pet) || (Array.isArray(pet.tags) && pet.tags.every((tag) => typeof tag === "string"));
}

type Ran = { readonly report: TestReport; readonly sent: WireRequest[] };

async function run(server: (request: WireRequest, index: number) => Outcome, options: TestOptions = {}): Promise<Ran> {
  const sent: WireRequest[] = [];
  const transport: Transport = { baseUrl: "http://127.0.0.1:1/v1", send: async (request) => server(request, sent.push(request) - 1), close: async () => undefined };
  const report = await testContract(document, api, transport, { phases: ["examples", "coverage", "fuzz", "negative"], ...options });
  return { report, sent };
}

function told({ report }: Ran): string[] {
  return report.findings.map(({ severity, code, operation, message }) => `${severity} ${code} ${operation}: ${message}`);
}

test("nothing is found in a correct server, whatever the seed, and all that is documented is seen", async () => {
  for (const seed of seeds) assert.deepEqual(told(await run(correct, { seed })), [], `seed ${seed}`);
  const { report } = await run(correct);
  const unseen = report.coverage.operations.flatMap(({ statuses, parameters, contentTypes }) => [...statuses, ...parameters, ...contentTypes]).filter(({ count }) => count === 0);
  assert.deepEqual(unseen, []);
  assert.deepEqual(report.coverage.operations[0]?.parameters.map(({ name }) => name), ["query limit", "query sort", "query sort=name", "query sort=age"]);
});

test("the same seed sends the same bytes in the same order, and another one others", async () => {
  const bytesOf = async (seed: number) => (await run(correct, { seed })).sent.map(({ body, ...head }) => [JSON.stringify(head), Buffer.from(body ?? []).toString("base64")]);
  assert.deepEqual(await bytesOf(7), await bytesOf(7));
  assert.notDeepEqual(await bytesOf(7), await bytesOf(8));
});

test("operations at once send what they send one after the other", async () => {
  const requests = async (concurrency: number) => (await run(correct, { concurrency })).sent.map(shown).sort();
  assert.deepEqual(await requests(4), await requests(1));
});

test("what operations send at once does not follow from who is answered first", async () => {
  const create = { ...paths["/pets"]?.["post"], operationId: undefined };
  const both = await load({ "/pets": { post: create }, "/toys": { post: create } });
  const requests = async (slow: string) => {
    const sent: string[] = [];
    const send = async (request: WireRequest) => {
      sent.push(shown(request));
      if (request.target.startsWith(slow)) await new Promise(setImmediate);
      // Some are there already, and are sent again with another name.
      return shown(request).length % 3 === 0 ? reply(409) : correct(request);
    };
    await testContract(both.document, both.api, { baseUrl: "http://127.0.0.1:1", send, close: async () => undefined }, { phases: ["examples", "coverage", "fuzz", "negative"], concurrency: 2 });
    return ["/pets", "/toys"].map((path) => sent.filter((line) => line.includes(path)));
  };
  assert.deepEqual(await requests("/pets"), await requests("/toys"));
});

function shown({ method, target, body }: WireRequest): string {
  return `${method} ${target} ${Buffer.from(body ?? []).toString()}`;
}

test("one defect is one finding, with the smallest request that shows it, however many do", async () => {
  const broken = await run((request) => (/limit=100\b/.test(request.target) ? reply(200, { id: "1" }) : correct(request)));
  assert.deepEqual(told(broken), ['error invalid-response-body GET /pets: 200: "/id" of the body must be an integer']);
  const [finding] = broken.report.findings;
  assert.equal(finding?.evidence.case.request.target, "/v1/pets?limit=100");
  assert.deepEqual(finding?.at, document.at("/paths/~1pets/get/responses/200/content/application~1json/schema/properties/id"));
});

test("a valid request that is refused is told with the part that it is refused for", async () => {
  const broken = await run((request) => (request.target.includes("sort=age") ? reply(400) : correct(request)));
  assert.deepEqual(told(broken), ["error valid-request-refused GET /pets: A valid request is refused with 400, for its query sort"]);
  assert.equal(broken.report.findings[0]?.evidence.case.request.target, "/v1/pets?sort=age");
});

test("a body that makes the server fail is made small, and stays valid", async () => {
  const broken = await run((request) => (Buffer.from(request.body ?? []).toString().includes('"tags":["') ? reply(500) : correct(request)));
  assert.deepEqual(told(broken), ["error server-error POST /pets: The server fails with 500, for its body/tags"]);
  assert.equal(Buffer.from(broken.report.findings[0]?.evidence.case.request.body ?? []).toString(), '{"name":"name","tags":[""]}');
});

test("an invalid request that is accepted is told with the rule that it breaks", async () => {
  const broken = await run((request) => (/limit=101\b/.test(request.target) ? reply(200) : correct(request)));
  assert.deepEqual(told(broken), ["error invalid-request-accepted GET /pets: A request is accepted with 200 although the query parameter limit breaks maximum"]);
  assert.deepEqual(broken.report.findings[0]?.at, document.at("/paths/~1pets/get/parameters/0/schema"));
});

test("what was seen once and not again says so", async () => {
  let failures = 0;
  const broken = await run((request) => (request.target.includes("sort=age") && failures++ === 0 ? reply(500) : correct(request)));
  assert.deepEqual(broken.report.findings.map(({ code, once }) => [code, once]), [["server-error", true]]);
});

test("a run ends within its requests, and says that it ended early", async () => {
  const { report, sent } = await run(correct, { maxRequests: 7 });
  assert.equal(sent.length, 7);
  assert.equal(report.requests, 7);
  assert.equal(report.stopped, "max-requests");
  assert.deepEqual(report.phases.map(({ requests }) => requests), [2, 2, 1, 2], "each phase has its share");
});

test("an interrupted run reports what was found so far", async () => {
  const stop = new AbortController();
  const { report, sent } = await run((request, index) => {
    if (index === 4) stop.abort();
    return index === 0 ? reply(500) : correct(request);
  }, { signal: stop.signal });
  assert.equal(sent.length, 5);
  assert.equal(report.stopped, "interrupted");
  assert.deepEqual(report.findings.map(({ code }) => code), ["server-error"]);
});

test("a server that does not answer ends with the run", async () => {
  const stop = new AbortController();
  const transport: Transport = { baseUrl: "http://127.0.0.1:1", send: async () => (stop.abort(), new Promise(() => undefined)), close: async () => undefined };
  const report = await testContract(document, api, transport, { phases: ["examples", "fuzz"], signal: stop.signal });
  assert.deepEqual([report.stopped, report.phases], ["interrupted", [{ name: "examples", requests: 1, operations: 0, stopped: "interrupted" }, { name: "fuzz", requests: 0, operations: 0, stopped: "interrupted" }]]);
});

test("how far each phase came is told as it goes, and at the end", async () => {
  const told: string[] = [];
  const { report } = await run(correct, { maxRequests: 3, phases: ["examples", "coverage"], onProgress: ({ phase, operation, operations, requests }) => told.push(`${phase} ${requests}: ${operation}/${operations}`) });
  assert.deepEqual(told, ["examples 1: 1/2", "coverage 2: 1/2", "coverage 3: 1/2"]);
  assert.deepEqual(report.phases.map(({ name, requests, operations, stopped }) => [name, requests, operations, stopped]), [["examples", 1, 1, "max-requests"], ["coverage", 2, 1, "max-requests"]]);
  assert.match(testSummary(report), /ended early: all requests that were allowed are sent; examples came to 1 of 2 operations; coverage came to 1 of 2 operations\)/);
});

test("of what is thought up beyond what a phase sends of an operation, it is said how much there is", async () => {
  const values = Array.from({ length: 150 }, (_, index) => `v${index}`);
  const many = await load({ "/a": { get: { parameters: ["a", "b", "c"].map((name) => ({ name, in: "query", schema: { enum: values } })), responses: { "200": answer } } } });
  const report = await testContract(many.document, many.api, { baseUrl: "http://127.0.0.1:1", send: async () => reply(200), close: async () => undefined }, { phases: ["coverage"] });
  const [row] = report.coverage.operations;
  assert.equal(row?.requests, 160);
  assert.deepEqual(row?.untried.map(({ name }) => name), ["coverage"]);
  assert.match(testSummary(report), /; \d+ more requests to 1 of the operations were thought up and not tried$/);
});

test("a server that cannot be reached ends the run, and so does one that goes away", async () => {
  const refused: Outcome = { kind: "failure", failure: "refused", message: "nobody listens" };
  const never = await run(() => refused);
  assert.deepEqual([never.sent.length, never.report.stopped, told(never)], [1, "unreachable", []]);
  const gone = await run((request, index) => (index < 3 ? correct(request) : refused));
  assert.equal(gone.report.stopped, "unreachable");
  assert.deepEqual(told(gone), ["error no-response GET /pets: The server has gone down, with this request or the one before it: nobody listens"]);
});

test("an operation that does not answer is not asked for ever", async () => {
  const { report, sent } = await run((request) => (request.method === "POST" ? { kind: "failure", failure: "timeout", message: "nothing" } : correct(request)));
  assert.equal(sent.filter(({ method }) => method === "POST").length, 3);
  assert.deepEqual(report.findings.map(({ code, operation }) => `${code} ${operation}`), ["no-response POST /pets"]);
});

test("only the operations that are asked for are tested, and a hook can leave out more, with a reason", async () => {
  const one = await run(correct, { operations: ["listPets"] });
  assert.deepEqual([...new Set(one.sent.map(({ method }) => method))], ["GET"]);
  const other = await run(correct, { hooks: { skip: ({ operationId }) => (operationId === "listPets" ? "no pets here" : undefined) } });
  assert.deepEqual([...new Set(other.sent.map(({ method }) => method))], ["POST"]);
  assert.deepEqual(other.report.skipped, [{ operation: "GET /pets", reason: "no pets here" }]);
});

test("what a setup hook says is there is asked for, and what is no path of the document is an error", async () => {
  const own = await load({ "/pets/{petId}/photo": { get: { parameters: [{ name: "petId", in: "path", required: true, schema: { type: "string" } }], responses: { "200": { description: "" }, "404": { description: "" } } } } });
  const sent: string[] = [];
  const send = async ({ target }: WireRequest) => (sent.push(target), reply(target === "/pets/rex/photo" ? 200 : 404));
  const test = (path: string, name = "petId") => testContract(own.document, own.api, { baseUrl: "http://127.0.0.1:1", send, close: async () => undefined }, { hooks: { setup: () => ({ [path]: [{ [name]: "rex" }] }) } });
  await test("/pets/{petId}/photo");
  assert.ok(sent.includes("/pets/rex/photo"), sent.join("\n"));
  await assert.rejects(test("/pets/{pet}"), /^Error: The hook setup has failed: "\/pets\/\{pet\}" is given, which is no path of the document\.$/);
  await assert.rejects(test("/pets/{petId}/photo", "id"), HookFailure);
});

test("a hook that fails ends the run, and what was found so far is told; so it is where cleaning up fails", async () => {
  let calls = 0;
  const before = () => {
    if (++calls > 5) throw new Error("no more");
    return undefined;
  };
  const cut = (await run(() => reply(500), { hooks: { before } })).report;
  assert.deepEqual([cut.stopped, cut.requests, cut.findings[0]?.code], ["hook-failed", 6, "server-error"]);
  assert.match(cut.hookFailure ?? "", /^The hook before has failed: no more \(test-contract\.test\.[tm]?[js]+:\d+:\d+\)$/);
  const { report } = await run(() => reply(500), { maxRequests: 5, hooks: { teardown: () => assert.fail("not clean") } });
  assert.deepEqual([report.stopped, report.findings[0]?.code], ["max-requests", "server-error"]);
  assert.match(report.hookFailure ?? "", /^The hook teardown has failed: not clean/);
  await assert.rejects(run(correct, { hooks: { skip: () => assert.fail("who knows") } }), HookFailure);
});

test("hooks are called around the run and around each request, and may change it", async () => {
  const calls: string[] = [];
  const { sent } = await run(correct, {
    maxRequests: 2,
    hooks: {
      setup: ({ baseUrl }) => void calls.push(`setup ${baseUrl}`),
      teardown: () => calls.push("teardown"),
      before: (request, { operation }) => ({ ...request, headers: [...request.headers, ["x-operation", operation ?? ""]] }),
      after: ({ response }) => calls.push(`after ${response?.status}`),
    },
  });
  assert.deepEqual(calls, ["setup http://127.0.0.1:1/v1", "after 200", "after 200", "teardown"]);
  assert.deepEqual(sent[0]?.headers.at(-1), ["x-operation", "GET /pets"]);
});

test("headers that are given are on every request", async () => {
  const { sent } = await run(correct, { headers: [["X-Tenant", "acme"]], maxRequests: 30 });
  assert.ok(sent.every(({ headers }) => headers.some(([name, value]) => name === "X-Tenant" && value === "acme")));
});

test("what failed before is sent first, and judged by what the document says now", async () => {
  const broken = await run((request) => (/limit=101\b/.test(request.target) ? reply(200) : correct(request)));
  const saved = broken.report.findings.map(({ evidence, code }) => savedCaseOf(evidence.case, code));
  const again = await run((request) => (/limit=101\b/.test(request.target) ? reply(200) : correct(request)), { saved, maxRequests: 1 });
  assert.deepEqual(told(again), told(broken));
  const mended = await run(correct, { saved });
  assert.deepEqual([mended.sent[0], told(mended)], [broken.report.findings[0]?.evidence.case.request, []]);
});
