import assert from "node:assert/strict";
import { test } from "node:test";
import { compileRule } from "../../../../generator/contract/rules/compile-rule.ts";
import type { RuleScope } from "../../../../generator/contract/rules/rule-scope.ts";

const scope: RuleScope = {
  body: { total: 3, done: 2, failed: 1, rate: 0.5, big: 9007199254740993n, list: [1, 2, 3], names: { a: {}, b: {} }, text: "xx", nothing: null },
  headers: { etag: '"1"' },
  status: 200,
  request: { path: { id: "7" }, query: { limit: 10 }, headers: { accept: "*/*" }, body: { name: "a" } },
};

function verdict(expression: string): string {
  const compiled = compileRule(expression);
  return compiled.kind === "rule" ? compiled.judge(scope) : compiled.message;
}

test("a rule says true or false of the members of a body, its request and its headers", () => {
  const holding = [
    "body.total == body.done + body.failed", "body.total - 1 == 2", "body.total / 2 == 1.5", "body.total % 2 == 1", "body.rate * 2 == 1", "body.big + 1 > 3",
    "size(body.list) == body.total", "body.list.all(x, x > 0)", "body.list.exists(x, x * 2 == 6)", "body.list.filter(x, x > 1).size() == 2", "body.list.map(x, x + 1)[0] == 2",
    "body.list[body.failed] == 2", "2 in body.list", "'a' in body.names", "has(body.text) && !has(body.other)", "body.nothing == null", "body.text.matches('^x+$')",
    "status in [200, 201]", "headers.etag.startsWith('\"')", "request.path.id == '7'", "size(body.list) <= request.query.limit", "request.body.name == 'a'", "body.missing == 1 || true",
  ];
  assert.deepEqual(holding.filter((rule) => verdict(rule) !== "holds"), []);
  assert.equal(verdict("body.total == body.done"), "broken");
  assert.equal(verdict("has(body.other)"), "broken");
});

test("a rule that asks for what is not there says nothing", () => {
  assert.deepEqual(["body.missing == 1", "body.text + 1 == 2", "body.total"].map(verdict), ["unsaid", "unsaid", "unsaid"]);
});

test("what is no expression, or names nothing that there is, is a problem", () => {
  assert.match(verdict("body.total =="), /Unexpected token/);
  assert.match(verdict("bodi.total == 1"), /Unknown variable: bodi/);
  assert.match(verdict("1 + 2"), /must say true or false/);
});

test("a pattern that can take very long is refused, and so is one that is reckoned", () => {
  assert.match(verdict("body.text.matches('^(x+)+$')"), /very long/);
  assert.match(verdict("body.text.matches(request.query.pattern)"), /not written in it/);
});
