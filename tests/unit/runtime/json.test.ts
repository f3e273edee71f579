import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseJson, stringifyJson } from "../../../generator/runtime/json.ts";

test("an integer is exact whatever its size, and any other number is what JSON.parse makes of it", () => {
  const rows: [string, unknown][] = [
    ["9007199254740991", 9007199254740991],
    ["-9007199254740991", -9007199254740991],
    ["9007199254740993", 9007199254740993n],
    ["-9223372036854775808", -9223372036854775808n],
    ["18446744073709551615", 18446744073709551615n],
    ["1234567890123456789.5", 1234567890123456789.5],
    ["0.1234567890123456789", 0.1234567890123456789],
    ["1e1234567890123456", Infinity],
    ["12345678901234567e1", 12345678901234567e1],
    ["-0", -0],
  ];
  for (const [text, value] of rows) assert.deepEqual(parseJson(`{"a":[${text}]}`), { a: [value] }, text);
  for (const [text, value] of rows) assert.deepEqual(parseJson(` ${text}\n`), value, text);
});

test("digits in a string stay a string, and those of a name a name", () => {
  const text = String.raw`{"12345678901234567":"12345678901234567","a\"":":12345678901234567","b\\":"\"12345678901234567\""}`;
  assert.deepEqual(parseJson(text), JSON.parse(text));
});

test("what is no JSON is refused", () => {
  for (const text of ["012345678901234567", "12345678901234567n", '"12345678901234567', "[12345678901234567,]", "--12345678901234567"]) {
    assert.throws(() => parseJson(text), SyntaxError, text);
  }
});

test("a string of millions of escapes is read", () => {
  const value = { id: 12345678901234567n, text: '"'.repeat(3_000_000) };
  assert.deepEqual(parseJson(stringifyJson(value)), value);
});

test("a bigint is written as the number it is, among texts that look like one", () => {
  const value = { a: 2n ** 64n, 'b"': "18446744073709551616", c: [-1n, '"1', "\\"], "\uDEAD1": '"\uDEAD1' };
  assert.equal(stringifyJson(value), String.raw`{"a":18446744073709551616,"b\"":"18446744073709551616","c":[-1,"\"1","\\"],"\udead1":"\"\udead1"}`);
});

test("a value that is a circle is refused", () => {
  const circle: unknown[] = [1n];
  circle.push(circle);
  assert.throws(() => stringifyJson(circle), TypeError);
});

test("any JSON with any integers comes back as it was", () => {
  const integer = fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }).map((value) => (Number.isSafeInteger(Number(value)) ? Number(value) : value));
  const text = fc.string({ unit: fc.constantFrom('"', "\\", "1234567890123456", "-", ":", "{", "é", "\u{1F600}", "a") });
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, integer, text, fc.constantFrom(null, true), fc.array(tie("value"), { maxLength: 4 }), fc.dictionary(text, tie("value"), { maxKeys: 4 })),
  }));
  fc.assert(fc.property(value, (any) => assert.deepEqual(parseJson(stringifyJson(any)), structuredClone(any))), { numRuns: 500 });
});
