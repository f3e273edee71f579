import assert from "node:assert/strict";
import { test } from "node:test";
import type { HandlerRequest, Replies } from "../../../../generator/runtime/server/handler.ts";
import { Aborted, TooLarge } from "../../../../generator/runtime/server/body-errors.ts";
import { buildRouter } from "../../../../generator/runtime/server/build-router.ts";
import { ask, jsonBody } from "./ask.ts";
import { contracts, petsRouter } from "./pets.ts";

const pets = {
  list: (_: HandlerRequest, reply: Replies) => reply[200]?.([]),
  add: ({ body }: HandlerRequest, reply: Replies) => reply[201]?.(body, { location: "/pets/7" }),
  get: () => ({ status: 200, body: { name: "Ann" } }),
};
const photo = { put: ({ body, contentType }: HandlerRequest) => ({ status: 200, body: { contentType, length: body instanceof Uint8Array ? body.length : null } }) };
const { router, logged } = petsRouter({ pets, photo }, { security: { basic: () => undefined } });

test("parameters that do not fit are a 400 that names them", async () => {
  const answer = await ask(router, { url: "/pets/x" });
  assert.deepEqual([answer.status, answer.headers], [400, { "content-type": "application/problem+json" }]);
  const { errors, ...problem } = JSON.parse(answer.text);
  assert.deepEqual(problem, { type: "about:blank", title: "Bad Request", status: 400, detail: "The request does not follow the document of this API." });
  assert.deepEqual(errors, [{ in: "path", name: "id", pointer: "", detail: "must be an integer" }]);
});

test("a query parameter that nobody knows is refused, unless it is to be ignored", async () => {
  assert.equal((await ask(router, { url: "/pets?limt=3" })).status, 400);
  assert.equal((await ask(petsRouter({ pets }, { unknownQuery: "ignore" }).router, { url: "/pets?limt=3" })).status, 200);
});

test("a query that stands in the path of an operation is no parameter that nobody knows", async () => {
  const contract = contracts["pets.list"];
  assert.ok(contract);
  const match = () => ({ methods: { GET: 0 }, texts: {} });
  const fixed = buildRouter({ basePath: "", schemes: {}, match, operations: [{ name: ["list"], load: async () => ({ ...contract, path: "/pets?beta=true&v=2#now" }) }] }, { list: pets.list }, { security: {} });
  assert.equal((await ask(fixed, { url: "/pets?beta=true&v=2" })).status, 200);
  assert.equal((await ask(fixed, { url: "/pets?beta=true&now=1" })).status, 400);
});

test("no more violations are told than the limit says", async () => {
  const many = `/pets?${Array.from({ length: 100 }, (_, index) => `x${index}=1`).join("&")}`;
  assert.equal(JSON.parse((await ask(router, { url: many })).text).errors.length, 20);
  assert.equal(JSON.parse((await ask(petsRouter({ pets }, { limits: { violations: 3 } }).router, { url: many })).text).errors.length, 3);
});

test("a body is read by its media type, and judged", async () => {
  const send = (body: string, type: string) => ask(router, { url: "/pets", method: "POST", body, headers: { "content-type": type } });
  assert.equal((await send('{"name":"Ann"}', "Application/JSON; charset=UTF-8")).text, '{"name":"Ann"}');
  assert.equal((await send("name=Ann+Lee", "application/x-www-form-urlencoded")).text, '{"name":"Ann Lee"}');
  for (const wrong of ['{"nam":1}', "{", "[]", "null"]) assert.equal((await send(wrong, "application/json")).status, 400, wrong);
  assert.deepEqual(JSON.parse((await send("{}", "application/json")).text).errors, [{ in: "body", pointer: "", detail: "must have a name" }]);
});

test("a body of another media type, charset or coding is a 415 that says what can be read", async () => {
  const send = async (headers: { [name: string]: string }) => {
    const answer = await ask(router, { url: "/pets", method: "POST", body: "{}", headers });
    return [answer.status, answer.headers["accept"], answer.headers["accept-post"], answer.headers["accept-encoding"]];
  };
  const readable = "application/json, application/x-www-form-urlencoded";
  assert.deepEqual(await send({ "content-type": "text/plain" }), [415, readable, readable, undefined]);
  assert.deepEqual(await send({}), [415, readable, readable, undefined]);
  assert.deepEqual(await send({ "content-type": "application/json; charset=utf-16" }), [415, readable, readable, undefined]);
  assert.deepEqual(await send({ "content-type": "application/json", "content-encoding": "gzip" }), [415, undefined, undefined, "identity"]);
  assert.equal((await send({ "content-type": 'application/json; charset="us-ascii"', "content-encoding": "identity" }))[0], 400);
});

test("a body that must be there is asked for, and one that must not be is refused, but empty ones are none", async () => {
  assert.equal(JSON.parse((await ask(router, { url: "/pets", method: "POST" })).text).errors[0].detail, "must be given");
  assert.equal((await ask(router, { url: "/pets", method: "POST", body: "", headers: { "content-type": "text/plain" } })).status, 400);
  assert.deepEqual(JSON.parse((await ask(router, { url: "/pets/7/photo", method: "PUT" })).text), { length: null });
  assert.equal((await ask(router, { url: "/pets/7", body: "", headers: { "content-type": "application/json" } })).status, 200);
  assert.equal((await ask(router, { url: "/pets/7", ...jsonBody({}) })).status, 400);
  const endless = { method: "GET", url: "/pets/7", headers: {}, body: () => Promise.reject(new TooLarge()), native: undefined };
  assert.equal((await router.handle(endless)).status, 400);
});

test("the media type of a range is told by its name", async () => {
  const answer = await ask(router, { url: "/pets/7/photo", method: "PUT", body: "PNG", headers: { "content-type": "image/png; x=y" } });
  assert.equal(answer.text, '{"contentType":"image/png","length":3}');
});

test("a body that is too large is a 413, and what the head says of it is known before it is read", async () => {
  const request = { method: "POST", url: "/pets", headers: { "content-type": "application/json" }, native: undefined };
  const answer = await router.handle({ ...request, body: () => Promise.reject(new TooLarge()) });
  assert.equal(answer.status, 413);
  const unread = () => assert.fail("the body was read");
  assert.equal((await router.handle({ ...request, headers: { "content-length": "7", "content-type": "a/b" }, body: unread })).status, 415);
});

test("the limit of bytes is the option's", async () => {
  let asked = 0;
  const body = (limit: number) => { asked = limit; return Promise.resolve(undefined); };
  const request = { method: "POST", url: "/pets", headers: { "content-type": "application/json" }, native: undefined, body };
  await router.handle(request);
  assert.equal(asked, 1_048_576);
  await petsRouter({ pets }, { limits: { body: 99 } }).router.handle(request);
  assert.equal(asked, 99);
});

test("a client that goes away while it sends is no error", async () => {
  await router.handle({ method: "POST", url: "/pets", headers: { "content-type": "application/json" }, native: undefined, body: () => Promise.reject(new Aborted()) });
  assert.deepEqual(logged, []);
});

test("a body that a framework has read is judged as it is", async () => {
  const headers = { "content-type": "application/json", "content-length": "9" };
  assert.equal((await ask(router, { url: "/pets", method: "POST", headers, parsed: { name: "Eve" } })).text, '{"name":"Eve"}');
  assert.equal((await ask(router, { url: "/pets", method: "POST", headers, parsed: { nam: "Eve" } })).status, 400);
  assert.equal((await ask(router, { url: "/pets/7", headers, parsed: {} })).status, 400);
});

test("what a client accepts decides on the media type, and 406 comes before the handler", async () => {
  const csv = { list: (_: HandlerRequest, reply: Replies) => reply[200]?.("a,b") };
  const { router: csvRouter } = petsRouter({ pets: csv }, { responses: "off" });
  const typeFor = async (accept: string) => (await ask(csvRouter, { url: "/pets", headers: { accept } })).headers["content-type"];
  assert.equal(await typeFor("text/csv"), "text/csv; charset=utf-8");
  assert.equal(await typeFor("text/*;q=0.5, application/json;q=0.4"), "text/csv; charset=utf-8");
  assert.equal(await typeFor("*/*, text/csv;q=0.1"), "application/json");
  assert.equal(await typeFor("text/html, application/xhtml+xml, */*;q=0.8"), "application/json");
  assert.equal(await typeFor("application/json;q=0, */*"), "text/csv; charset=utf-8");
  assert.equal(await typeFor(""), "application/json");
  assert.equal(await typeFor("APPLICATION/json; charset=utf-8"), "application/json");
  assert.equal(await typeFor("image/png"), "application/problem+json");
  assert.equal((await ask(csvRouter, { url: "/pets", headers: { accept: "image/png, application/*;q=0" } })).status, 406);
  assert.equal((await ask(router, { url: "/pets/7/photo", headers: { accept: "image/png" } })).status, 501);
});
