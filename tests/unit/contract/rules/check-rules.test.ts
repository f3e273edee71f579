import assert from "node:assert/strict";
import { test } from "node:test";
import { checkRules } from "../../../../generator/contract/rules/check-rules.ts";
import type { Json } from "../../../../generator/json.ts";
import { testedApi } from "../tester/tested-api.ts";
import { findingsOf } from "../tester/phases/server-of.ts";

const pathsWith = (rules: Json) => ({ "/n": { get: { parameters: [{ name: "limit", in: "query", schema: { type: "integer", minimum: 2 } }], responses: { 200: { description: "d", content: { "application/json": { schema: { type: "object" } } }, "x-rules": rules } } } } });

async function reported(rules: Json): Promise<string[]> {
  const { api } = await testedApi(pathsWith(rules));
  return checkRules({ at: (pointer) => ({ uri: "openapi.yaml", pointer }) }, api).map(({ code, at, message }) => `${code} ${"pointer" in at ? at.pointer : ""} ${message}`);
}

test("rules that can be judged by are not reported", async () => {
  assert.deepEqual(await reported([{ rule: "body.a == body.b", message: "They are the same." }, { rule: "has(body.a)" }]), []);
});

test("a rule that is no expression is a warning at its place", async () => {
  assert.deepEqual(await reported([{ rule: "body.a ==", message: "m" }]), ['unusable-rule /paths/~1n/get/responses/200/x-rules/0/rule The rule "body.a ==" is not tested: Unexpected token: EOF.']);
  assert.deepEqual(await reported([7]), ["unusable-rule /paths/~1n/get/responses/200/x-rules/0 This rule is not tested: must be { rule, message }, both of them texts."]);
  assert.deepEqual(await reported("body.a"), ["unusable-rule /paths/~1n/get/responses/200/x-rules This rule is not tested: must be a list of { rule, message }."]);
});

test("a rule is held against the request, too, and a value that lacks a member breaks nothing", async () => {
  const document = { paths: pathsWith([{ rule: "!has(request.query.limit) || body.count <= request.query.limit", message: "There are no more than asked for." }]) };
  assert.deepEqual(await findingsOf("coverage", document, () => ({ status: 200, json: { count: 1 } })), []);
  assert.deepEqual(await findingsOf("coverage", document, () => ({ status: 200, json: {} })), []);
  assert.deepEqual(await findingsOf("coverage", document, ({ query }) => ({ status: 200, json: { count: Number(query.get("limit") ?? 0) + 1 } })), ["error broken-rule GET /n"]);
});
