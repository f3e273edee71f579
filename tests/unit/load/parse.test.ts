import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json } from "../../../generator/json.ts";
import { jsonSyntaxError } from "../../../generator/load/json-syntax-error.ts";
import { parse } from "../../../generator/load/parse.ts";
import { stepsOf } from "../../support/steps.ts";

async function read(text: string, uri = "/api.yaml"): Promise<Json | undefined> {
  const { value, diagnostics } = await parse({ uri, text });
  assert.deepEqual(diagnostics, []);
  return value;
}

/** `1:4 syntax A tab …`, one line per diagnostic. */
async function complaints(text: string, uri = "/api.yaml"): Promise<string[]> {
  const { value, diagnostics } = await parse({ uri, text });
  if (diagnostics.some(({ severity }) => severity === "error")) assert.equal(value, undefined);
  return diagnostics.map(({ at, code, message }) => {
    assert.ok("line" in at);
    return `${at.line}:${at.column} ${code} ${message}`;
  });
}

test("JSON and YAML give the same value, whatever the file is called", async () => {
  assert.deepEqual(await read('{"a": [1, null]}', "/api.yaml"), { a: [1, null] });
  assert.deepEqual(await read("a: [1, null]", "/api.json"), { a: [1, null] });
  assert.deepEqual(await read("\uFEFF  {\"a\": 1}", "/api.json"), { a: 1 });
  assert.deepEqual(await read("\uFEFFa: 1"), { a: 1 });
});

test("a flow collection that is not JSON is YAML", async () => {
  assert.deepEqual(await read("{a: 1, 'b': [x, y,], # words\n}"), { a: 1, b: ["x", "y"] });
});

test("words and times of YAML 1.1 are strings", async () => {
  const text = "[no, yes, on, 2024-01-01, 2024-01-01T00:00:00Z, 012, 1_000, true, ~, 0x1F, 1.50]";
  assert.deepEqual(await read(text), ["no", "yes", "on", "2024-01-01", "2024-01-01T00:00:00Z", 12, "1_000", true, null, 31, 1.5]);
});

test("keys are strings as they are written", async () => {
  const value = await read("200: a\nnull: b\ntrue: c\n1.10: d\n'': e\n2024-01-01: f\n");
  assert.deepEqual(value, { 200: "a", null: "b", true: "c", "1.10": "d", "": "e", "2024-01-01": "f" });
});

test("a list or an object cannot be a key", async () => {
  assert.deepEqual(await complaints("ok: 1\n? [a]\n: 1\n? {b: 1}\n: 2\n"), [
    "2:3 syntax A key must be text, not a list or an object.",
    "4:3 syntax A key must be text, not a list or an object.",
  ]);
});

test("<< merges: own members win, then the first source", async () => {
  const value = await read(`
base: &base { a: 1, b: 1 }
more: &more { b: 2, c: 2 }
after: { b: 3, <<: *base }
before: { <<: *base, b: 3 }
both: { <<: [*base, *more] }
quoted: { "<<": 1 }
`);
  assert.deepEqual(value, {
    base: { a: 1, b: 1 },
    more: { b: 2, c: 2 },
    after: { b: 3, a: 1 },
    before: { a: 1, b: 3 },
    both: { a: 1, b: 1, c: 2 },
    quoted: { "<<": 1 },
  });
  assert.deepEqual(await complaints("a:\n  <<: 1\n"), ["2:7 syntax Only an object can be merged with `<<`."]);
});

test("an alias stands for the last anchor of its name before it, and gives a copy", async () => {
  const value = await read("a: &x {n: &y 1}\nb: *x\nc: &y 2\nd: *x\ne: *y\n");
  assert.deepEqual(value, { a: { n: 1 }, b: { n: 1 }, c: 2, d: { n: 1 }, e: 2 });
  assert.ok(typeof value === "object" && value !== null && !Array.isArray(value));
  assert.notEqual(value["a"], value["b"]);
});

test("an alias without its anchor, or inside of it, is an error", async () => {
  assert.deepEqual(await complaints("a: *x\nb: &y {c: [*y]}\n"), [
    '1:4 syntax No anchor "&x" stands before this alias.',
    '2:12 syntax The alias "*y" stands inside of what it stands for.',
  ]);
});

test("aliases of aliases cannot fill the memory", async () => {
  const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
  for (let level = 1; level < 30; level++) lines.push(`a${level}: &a${level} [${Array(10).fill(`*a${level - 1}`).join(", ")}]`);
  const steps = await stepsOf(async () => {
    const [complaint, ...others] = await complaints(lines.join("\n"));
    assert.match(complaint ?? "", /^\d+:\d+ too-large The aliases of this file stand for more than/);
    assert.deepEqual(others, []);
  });
  assert.ok(steps < 40e6, `${steps} steps`);
});

test("ten thousand aliases of one response are no bomb", async () => {
  const value = await read(`error: &e {description: Error}\nlist:\n${"- *e\n".repeat(10_000)}`);
  assert.ok(typeof value === "object" && value !== null && !Array.isArray(value) && Array.isArray(value["list"]));
  assert.equal(value["list"].length, 10_000);
});

test("all errors of a file come at once, each with its place", async () => {
  assert.deepEqual(await complaints("a: 1\nb:\n\tc: 1\na: 2\nd: .nan\ne: \"\\q\"\n"), [
    "3:1 syntax A tab is used as indentation.",
    '4:1 syntax The key "a" stands in this object before.',
    "5:4 syntax JSON has no number .nan.",
    "6:5 syntax This escape does not exist in double quotes.",
  ]);
});

test("keys are compared as text", async () => {
  assert.deepEqual(await complaints("200: a\n'200': b\n"), ['2:1 syntax The key "200" stands in this object before.']);
});

test("__proto__ is a key like others and touches no prototype", async () => {
  for (const text of ['{"__proto__": {"polluted": 1}}', "__proto__: {polluted: 1}\n", "a: &a {__proto__: {polluted: 1}}\nb: {<<: *a}\n"]) {
    const value = await read(text);
    assert.ok(JSON.stringify(value).includes('"__proto__":{"polluted":1}'));
    assert.equal(Object.getPrototypeOf(value), Object.prototype);
    assert.equal("polluted" in {}, false);
  }
});

test("an unknown tag gives the plain value and a warning", async () => {
  const { value, diagnostics } = await parse({ uri: "/api.yaml", text: "a: !env HOME\nb: !!timestamp 2024-01-01\n" });
  assert.deepEqual(value, { a: "HOME", b: "2024-01-01" });
  assert.deepEqual(diagnostics.map(({ code, severity }) => `${severity} ${code}`), ["warning ignored", "warning ignored"]);
});

test("a second document in the stream is an error", async () => {
  assert.deepEqual(await complaints("---\na: 1\n---\nb: 2\n"), [
    "3:1 syntax A second YAML document begins here; an API description is one.",
  ]);
  assert.deepEqual(await read("---\na: 1\n...\n"), { a: 1 });
});

test("what nests too deeply is refused with its place, and no stack overflows", async () => {
  assert.deepEqual(await read("[".repeat(400) + "]".repeat(400)), JSON.parse("[".repeat(400) + "]".repeat(400)));
  const deep = "[".repeat(401) + '"]"' + "]".repeat(401);
  assert.deepEqual(await complaints(`\n${deep}`, "/api.json"), ["2:401 too-deep Nested deeper than 400 levels."]);
  assert.deepEqual(await complaints(`a: ${deep}`), ["1:403 too-deep Nested deeper than 400 levels."]);
  const deeper = await complaints(`a: ${"[".repeat(5000)}${"]".repeat(5000)}`);
  assert.match(deeper.join(), /^1:403 too-deep/);
  assert.match((await complaints("[".repeat(200_000) + "]".repeat(200_000), "/api.json")).join(), /^1:401 too-deep/);
});

test("an empty file, or one of comments only, is no API description", async () => {
  for (const text of ["", " \n", "# nothing yet\n", "---\n"]) assert.deepEqual(await complaints(text), ["1:1 not-openapi The file is empty."]);
  assert.match((await complaints("<!DOCTYPE html>")).join(), /not-openapi This is HTML/);
});

test("a mistake in JSON is explained as JSON, unless the file is called YAML", async () => {
  assert.deepEqual(await complaints('{"a": 1\n "b": 2}', "/api.json"), ['2:2 syntax Expected "," or the closing bracket, found "b".']);
  assert.deepEqual(await complaints('{"a": 1\n "b": 2}', "-"), ['2:2 syntax Expected "," or the closing bracket, found "b".']);
  const [first] = await complaints('{"a": 1\n "b": 2}', "/api.yaml");
  assert.equal(first, "1:7 syntax A key goes over more than one line.");
});

test("each kind of mistake in JSON has its place and its words", () => {
  const cases: [string, string][] = [
    ['{\n  "a": 1,\n}', "3:1 Expected a name in double quotes, found }."],
    ['{"a": {"b": [1, 2]}', '1:1 This "{" is never closed.'],
    ['{"a": "x\ny"}', "1:7 The string is not closed on its line."],
    ['{"a": "\\q"}', "1:7 The string holds a control character or an escape that JSON does not have."],
    ['{"a": tru, "b": }', "1:7 Unexpected tru."],
    ['{"a": 01}', "1:7 Unexpected 01."],
    ['{"a" 1}', '1:6 Expected ":" after the name, found 1.'],
    ['{"a": 1}}', "1:9 Expected the end of the text, found }."],
    ["[1, , 2]", "1:5 Expected a value, found ,."],
    ["[1 2]", '1:4 Expected "," or the closing bracket, found 2.'],
    ["[1}", '1:3 Expected "," or the closing bracket, found }.'],
    ['{"a": // why\n 1}', "1:7 JSON has no comments."],
    ["{'a': 1}", '1:2 JSON strings stand in double quotes ("), not single ones.'],
    ['{"a":', '1:1 This "{" is never closed.'],
  ];
  for (const [text, expected] of cases) {
    const { at, message } = jsonSyntaxError("/api.json", text);
    assert.ok("line" in at);
    assert.equal(`${at.line}:${at.column} ${message}`, expected, text);
  }
});
