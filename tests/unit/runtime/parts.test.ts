import assert from "node:assert/strict";
import { test } from "node:test";
import { accept } from "../../../generator/runtime/accept.ts";
import type { Answer } from "../../../generator/runtime/answer.ts";
import { bytes } from "../../../generator/runtime/bytes.ts";
import { ApiError } from "../../../generator/runtime/errors.ts";
import { exact } from "../../../generator/runtime/exact.ts";
import { isErrorOf } from "../../../generator/runtime/is-error-of.ts";
import { operation, type Operation, type Part } from "../../../generator/runtime/operation.ts";
import { decodeHeaders } from "../../../generator/runtime/response-headers.ts";
import type { Result, Undocumented } from "../../../generator/runtime/result.ts";
import { send } from "../../../generator/runtime/send.ts";
import { server, serverUrl } from "../../../generator/runtime/server-url.ts";
import { always, serve } from "./serve.ts";

const json = { "content-type": "application/json" };

function plain(route: string, ...parts: Part[]): Operation<Record<string, unknown>, Answer> {
  return operation(route, ...parts);
}

test("an operation asks for its media types: before the client's header, after that of a call", async () => {
  const { url, seen } = await serve(always(204, {}));
  const csv = plain("GET /", accept("text/csv", "application/vnd.a+json;v=9"));
  await send({ baseUrl: url }, csv, {});
  await send({ baseUrl: url, headers: { accept: "text/html" } }, csv, {});
  await send({ baseUrl: url, headers: { accept: "text/html" } }, csv, {}, { headers: { accept: "application/json" } });
  assert.deepEqual(seen.map(({ headers }) => headers["accept"]), ["text/csv, application/vnd.a+json;v=9", "text/csv, application/vnd.a+json;v=9", "application/json"]);
});

test("a body can be bytes although it is called JSON", async () => {
  const { url } = await serve(always(200, { "content-type": "application/json; charset=utf-8" }, "{"));
  const { body } = await send({ baseUrl: url }, plain("GET /", bytes("application/json")), {});
  assert.ok(body instanceof Blob);
  assert.equal(await body.text(), "{");
});

test("an integer beyond 2^53 comes and goes exactly as it is, where the operation is exact", async () => {
  const text = '{"id":9007199254740993,"small":9007199254740991,"name":"9007199254740993","float":1.5,"list":[-12345678901234567890]}';
  const { url, seen } = await serve(always(200, json, text));
  const { body } = await send({ baseUrl: url }, plain("POST /{id}{?after}", exact()), { id: 2n ** 63n, after: 2n ** 64n, body: { id: 9007199254740993n } });
  assert.deepEqual(body, { id: 9007199254740993n, small: 9007199254740991, name: "9007199254740993", float: 1.5, list: [-12345678901234567890n] });
  assert.deepEqual([seen[0]?.line, seen[0]?.body], ["POST /9223372036854775808?after=18446744073709551616", '{"id":9007199254740993}']);
});

test("response headers are of their types", async () => {
  const headers = { "x-total": "12", "x-big": "9007199254740993", "x-flag": "false", "x-sizes": "1, 2,3", "x-rgb": "R=100,G=200", "x-flat": "R,100,name,a%2Cb", "x-json": '{"a":1}', "x-none": "" };
  const { url } = await serve(always(200, { ...json, ...headers }, "1"));
  const part = decodeHeaders({
    "x-total": "number",
    "x-big": "number",
    "x-flag": "boolean",
    "x-sizes": ["number"],
    "x-rgb": { explode: true, properties: { R: "number", G: "number" } },
    "x-flat": { explode: false, properties: { R: "number" } },
    "x-json": "json",
    "x-none": ["string"],
    "x-absent": "number",
  });
  const { headers: values } = await send({ baseUrl: url }, plain("GET /", part), {});
  assert.equal(values["content-type"], "application/json");
  assert.deepEqual(Object.fromEntries(Object.entries(values).filter(([name]) => name.startsWith("x-"))), {
    "x-total": 12,
    "x-big": 9007199254740993n,
    "x-flag": false,
    "x-sizes": [1, 2, 3],
    "x-rgb": { R: 100, G: 200 },
    "x-flat": { R: 100, name: "a%2Cb" },
    "x-json": { a: 1 },
    "x-none": [],
  });
});

test("a response header that is not of its type stays the text that came", async () => {
  const { url } = await serve(always(200, { "x-total": "many", "x-flag": "yes", "x-json": "{", "x-list": "100%,1" }, "1"));
  const part = decodeHeaders({ "x-total": "number", "x-flag": "boolean", "x-json": "json", "x-list": ["number"] });
  const { headers } = await send({ baseUrl: url }, plain("GET /", part), {});
  assert.deepEqual([headers["x-total"], headers["x-flag"], headers["x-json"], headers["x-list"]], ["many", "yes", "{", ["100%", 1]]);
});

test("an error of an operation is told from those of others, and from one that could not be read", async () => {
  type GetResult = Result<200, string> | Result<404, { reason: string }> | Undocumented<200 | 404>;
  const get = operation<{ id: string }, GetResult>("GET /pets/{id}");
  const response = new Response(null, { status: 404 });
  const answer = { status: 404, body: { reason: "gone" }, headers: {}, response };
  const error: unknown = new ApiError("GET /pets/{id}", answer);
  assert.ok(isErrorOf(get, error) && error.status === 404);
  const reason: string = error.body.reason;
  assert.equal(reason, "gone");
  assert.equal(isErrorOf(operation("GET /pets"), error), false);
  assert.equal(isErrorOf(get, new ApiError("GET /pets/{id}", { ...answer, body: "<" }, ", not JSON")), false);
  assert.equal(isErrorOf(get, new Error("GET /pets/{id}")), false);
});

test("variables of a server are its defaults unless they are given, and no others than the document permits", () => {
  const variables = { region: ["eu", "us"], base: "v1" } as const;
  assert.equal(serverUrl("https://{region}.example.com/{base}/{toString}", variables), "https://eu.example.com/v1/{toString}");
  assert.equal(serverUrl("https://{region}.example.com/{base}", variables, { region: "us", base: "v2" }), "https://us.example.com/v2");
  assert.throws(() => serverUrl("https://{region}.example.com", variables, { region: "evil.example/" }), { name: "ArgumentError", argument: "region" });
});

test("an operation's own server comes before that of the document, and after a baseUrl", async () => {
  const [one, other] = [await serve(always(204, {})), await serve(always(204, {}))];
  await send({ origin: one.url }, plain("GET /a", server(other.url)), {});
  await send({ origin: other.url, baseUrl: one.url }, plain("GET /b", server(other.url)), {});
  assert.deepEqual([one.seen.map(({ line }) => line), other.seen.map(({ line }) => line)], [["GET /b"], ["GET /a"]]);
});
