import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { stringifyJson } from "../../../../generator/runtime/json.ts";
import { readJson, readJsonBody } from "../../../../generator/runtime/server/read-json.ts";
import { Unreadable } from "../../../../generator/runtime/server/unreadable.ts";

const read = (text: string, depth = 100) => {
  const value = readJson(text, { depth });
  return value instanceof Unreadable ? `${value.keyword}: ${value.message}` : value;
};

test("JSON is what JSON.parse says, but integers beyond 2^53 are exact", () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => {
    const text = JSON.stringify(value);
    if (!/\d{16}/.test(text)) assert.deepEqual(read(text), JSON.parse(text));
    assert.equal(stringifyJson(read(text)).replaceAll(/\d{16,}/g, ""), text.replaceAll(/\d{16,}/g, ""));
  }));
  assert.deepEqual(read('[9007199254740993, -9223372036854775808, 9007199254740991, 1e20, "9007199254740993"]'), [9007199254740993n, -(2n ** 63n), 9007199254740991, 1e20, "9007199254740993"]);
});

test("__proto__ is a member like any other", () => {
  const value: unknown = readJson('{"__proto__":{"admin":true},"constructor":1}');
  assert.ok(typeof value === "object" && value !== null);
  assert.deepEqual(Object.keys(value), ["__proto__", "constructor"]);
  assert.equal("admin" in value, false);
});

test("nesting is counted outside of strings, and refused before it is parsed", () => {
  const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
  assert.ok(Array.isArray(read(nested(100))));
  assert.equal(read(nested(101)), "depth: must not be nested deeper than 100 levels");
  assert.equal(read("[".repeat(1_000_000)), "depth: must not be nested deeper than 100 levels");
  assert.equal(read(`${'{"a":'.repeat(101)}1${"}".repeat(101)}`), "depth: must not be nested deeper than 100 levels");
  assert.equal(read(JSON.stringify("[".repeat(500))), "[".repeat(500));
  assert.equal(read(JSON.stringify(`"\\${"{".repeat(500)}`)), `"\\${"{".repeat(500)}`);
  assert.deepEqual(read(JSON.stringify(Array.from({ length: 500 }, () => ({})))), Array.from({ length: 500 }, () => ({})));
});

test("a syntax error is told by its place, and the text is not repeated", () => {
  const places: [text: string, place: string][] = [
    ["", "end"], ["  ", "end"], ['{"a": 1', "end"], ['{"a"', "end"], ["[1,", "end"], ['"secret', "end"], ["{", "end"], ["[1, 2]\n ", ""],
    ["secret", "character at line 1, column 1 (offset 0)"],
    ['{"a": 1,}', "character at line 1, column 9 (offset 8)"],
    ["[1,]", "character at line 1, column 4 (offset 3)"],
    ["[1 2]", "character at line 1, column 4 (offset 3)"],
    ["[01]", "character at line 1, column 3 (offset 2)"],
    ["[1}", "character at line 1, column 3 (offset 2)"],
    ['{"a": 1}}', "character at line 1, column 9 (offset 8)"],
    ["{1: 2}", "character at line 1, column 2 (offset 1)"],
    ["{'a': 2}", "character at line 1, column 2 (offset 1)"],
    ['{\n  "a": tru\n}', "character at line 2, column 8 (offset 9)"],
    ['["a\nb"]', "character at line 1, column 4 (offset 3)"],
    ['["\\x"]', "character at line 1, column 3 (offset 2)"],
    ["[NaN]", "character at line 1, column 2 (offset 1)"],
    ["\u00a01", "character at line 1, column 1 (offset 0)"],
  ];
  for (const [text, place] of places) if (place) assert.equal(read(text), `syntax: must be JSON: unexpected ${place}`, JSON.stringify(text));
});

test("whatever is no JSON has a place, at or before the one where V8 stops", () => {
  const tokens = fc.array(fc.constantFrom("{", "}", "[", "]", ":", ",", '"a"', '"', "\\", "1", "-", "0", ".5", "e3", "true", "null", " ", "\n", "x"), { maxLength: 12 });
  fc.assert(fc.property(tokens.map((parts) => parts.join("")), (text) => {
    const message = messageOf(text);
    const value = readJson(text);
    assert.equal(value instanceof Unreadable, message !== undefined, text);
    if (!(value instanceof Unreadable) || message === undefined) return;
    const [, offset = String(text.length)] = /\(offset (\d+)\)/.exec(value.message) ?? [];
    const [, position = String(text.length)] = /position (\d+)/.exec(message) ?? [];
    assert.ok(Number(offset) <= Number(position), `${text}: ${offset}, ${message}`);
  }), { numRuns: 5000 });
});

function messageOf(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
}

test("no number has more than 1,000 digits, but a text may", () => {
  assert.equal(read(`[1${"0".repeat(1000)}]`), "syntax: must have no number of more than 1,000 digits");
  assert.equal(read("9".repeat(1000)), 10n ** 1000n - 1n);
  assert.deepEqual(read(`["${"9".repeat(5000)}", "\\"", 1]`), ["9".repeat(5000), '"', 1]);
});

test("a text cannot pass for an integer", () => {
  assert.equal(read('["\\udead12", 9007199254740993]'), "syntax: must have no half of a character");
  assert.deepEqual(read('["\\ud83d\\udead12", 9007199254740993]'), ["\u{1F6AD}12", 9007199254740993n]);
  assert.deepEqual(read('["\\udead12"]'), ["\udead12"]);
});

test("a body is read as its text is, wherever long integers and brackets stand", () => {
  const body = (text: string, depth: number) => readJsonBody(new TextEncoder().encode(text), { depth });
  const padded = fc.tuple(fc.nat(40), fc.constantFrom("9007199254740993", "-9007199254740993", "900719925474099", '"9007199254740993"', "[[[[[[]]]]]]", '"[[[[[[[["', "[[[[[[{}]]]]]]"));
  fc.assert(fc.property(padded, fc.integer({ min: 1, max: 8 }), ([blanks, token], depth) => {
    const text = `[${" ".repeat(blanks)}${token}, "${"x".repeat(blanks)}"]`;
    assert.deepEqual(body(text, depth), readJson(text, { depth }));
  }), { numRuns: 500 });
  for (let blanks = 0; blanks < 40; blanks++) assert.equal(body(`${" ".repeat(blanks)}9007199254740993`, 5), 9007199254740993n);
  assert.deepEqual(body("{", 5), readJson("{"));
});
