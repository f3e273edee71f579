import assert from "node:assert/strict";
import { test } from "node:test";
import { isObject, type JsonObject, parseJson } from "../../../../../generator/json.ts";
import { answered, findingsOf, type Told } from "./server-of.ts";

type Asked = Parameters<Parameters<typeof findingsOf>[2]>[0];

const query = (name: string, schema: JsonObject) => ({ name, in: "query", schema });
const listed: JsonObject = { paths: { "/pets": { get: { parameters: [query("q", { type: "string" }), query("page", { type: "integer", minimum: 1 }), query("born", { type: "string", format: "date" })], responses: { 200: answered({ type: "array" }), 400: { description: "d" } } } } } };

function pets({ page = /^[1-9]\d*$/, born = (text: string) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().slice(0, 10) === text, empty = 200 } = {}): (asked: Asked) => Told {
  return ({ query: asked }) => {
    if (asked.get("q") === "") return { status: empty, ...(empty === 200 && { json: [] }) };
    const isRight = (asked.get("page") === null || page.test(asked.get("page") ?? "")) && (asked.get("born") === null || born(asked.get("born") ?? ""));
    return isRight ? { status: 200, json: [] } : { status: 400 };
  };
}

test("a day that there is not, and a number far below the least, are nearly right", async () => {
  assert.deepEqual(await findingsOf("negative", listed, pets()), []);
  assert.deepEqual(await findingsOf("negative", listed, pets({ page: /^-?[1-9]\d*$/ })), ["error invalid-request-accepted GET /pets"]);
  assert.deepEqual(await findingsOf("negative", listed, pets({ born: (text) => /^\d{4}-\d\d-\d\d$/.test(text) })), ["warning invalid-request-accepted GET /pets"]);
});

test("an empty text may be taken, and be refused; who fails on it has an error", async () => {
  const failures = async (empty: number) => (await findingsOf("protocol", listed, pets({ empty }))).filter((finding) => finding.includes("server-error"));
  assert.deepEqual(await failures(400), []);
  assert.deepEqual(await failures(500), ["error server-error GET /pets"]);
});

test("letters of the other case do not match a pattern", async () => {
  const coded: JsonObject = { paths: { "/pets": { get: { parameters: [query("code", { type: "string", pattern: "^[A-Z]{2}[0-9]+$" })], responses: { 200: answered({ type: "array" }), 400: { description: "d" } } } } } };
  const answer = (pattern: RegExp) => ({ query: asked }: Asked): Told => (asked.get("code") === null || pattern.test(asked.get("code") ?? "") ? { status: 200, json: [] } : { status: 400 });
  assert.deepEqual(await findingsOf("negative", coded, answer(/^[A-Z]{2}[0-9]+$/)), []);
  assert.deepEqual(await findingsOf("negative", coded, answer(/^[A-Z]{2}[0-9]+$/i)), ["error invalid-request-accepted GET /pets"]);
});

const created: JsonObject = { paths: { "/pets": { post: { requestBody: { required: true, content: { "application/json": { schema: { type: "object" } } } }, responses: { 201: { description: "d" }, 400: { description: "d" }, 415: { description: "d" } } } } } };

test("a charset that says nothing new is no other media type", async () => {
  const answer = (right: RegExp) => ({ header, text, method }: Asked): Told => {
    if (method !== "POST") return { status: 405, headers: { allow: "POST" } };
    if (!right.test(header("content-type") ?? "") || header("content-encoding") !== undefined) return { status: 415 };
    return isObject(parseJson(text)) ? { status: 201 } : { status: 400 };
  };
  assert.deepEqual(await findingsOf("protocol", created, answer(/^application\/json(; ?charset=utf-8)?$/i)), []);
  assert.deepEqual(await findingsOf("protocol", created, answer(/^application\/json$/i)), ["warning protocol-violation POST /pets"]);
});
